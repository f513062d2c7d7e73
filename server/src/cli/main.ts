/** The command line's entry: the process's arguments and streams for {@link runCli}. */
import type { CommandIo } from './commandIo.ts';
import { runCli } from './runCli.ts';

const io: CommandIo = {
  writeOut: (text) => void process.stdout.write(text),
  writeError: (text) => void process.stderr.write(text),
  isErrorColored: process.stderr.isTTY && process.env['NO_COLOR'] === undefined,
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

// A reader that has enough (`scanlens run x.py | head`) closes the pipe; that is not an error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

void runCli(process.argv.slice(2), io).then((code) => {
  process.exitCode = code;
});
