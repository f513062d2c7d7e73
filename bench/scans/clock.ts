/** Time on the processor: what other processes do in the meantime does not count. Everything that is measured with it runs on one thread. */

/** Milliseconds that this thread has computed; older versions of Node know it of the process only. */
export function threadMs(): number {
  const { user, system } = process.threadCpuUsage?.() ?? process.cpuUsage();
  return (user + system) / 1000;
}
