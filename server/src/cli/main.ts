/**
 * The command line's entry: the process's arguments and streams for {@link runCli}. A thread that `scanlens check` starts
 * begins here too, because in the package everything is one file; each side loads only its own part.
 */
import { readFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';
import { type CommandIo, exitCodes } from './commandIo.ts';

const wantsColors = process.env['NO_COLOR'] === undefined;

const io: CommandIo = {
  writeOut: (text) => void process.stdout.write(text),
  writeError: (text) => void process.stderr.write(text),
  readInput: () => readFileSync(0),
  isOutColored: process.stdout.isTTY && wantsColors,
  isErrorColored: process.stderr.isTTY && wantsColors,
  onInterrupt(action) {
    let isSecond = false;
    const listener = () => {
      // Who presses Ctrl-C twice does not want to wait any more.
      if (isSecond) process.exit(130);
      isSecond = true;
      action();
    };
    process.on('SIGINT', listener);
    return () => void process.off('SIGINT', listener);
  },
};

async function runMain(): Promise<void> {
  // A reader that has enough (`scanlens run x.py | head`) closes the pipe; that is not an error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(0);
  });
  try {
    const { runCli } = await import('./runCli.ts');
    process.exitCode = await runCli(process.argv.slice(2), io);
  } catch (error) {
    // Node itself would end with 1, which means that something was found.
    io.writeError(`${error instanceof Error ? error.stack : String(error)}\n`);
    process.exitCode = exitCodes.unusable;
  }
}

async function runWorker(): Promise<void> {
  const { serveChecks } = await import('./check/checkWorker.ts');
  serveChecks();
}

void (isMainThread ? runMain() : runWorker());
