/** The command line: reads which command is meant and runs it. Knows the process only through its io. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runCheck } from './checkCommand.ts';
import { type CommandIo, exitCodes } from './commandIo.ts';
import { type CommandLine, positiveNumber, readCommandLine } from './commandLine.ts';
import { runProgram } from './runCommand.ts';
import { usage } from './usage.ts';

const formats = ['text', 'json'] as const;

/** Runs what the arguments ask for; the promise gives the exit code. */
export async function runCli(args: readonly string[], io: CommandIo): Promise<number> {
  const [command, ...rest] = args;
  switch (command) {
    case 'check':
      return checkCommand(rest, io);
    case 'run':
      return runCommand(rest, io);
    case 'lsp':
      return lspCommand(rest, io);
    case '--version':
    case '-v':
      io.writeOut(`${version()}\n`);
      return exitCodes.done;
    case '--help':
    case '-h':
      io.writeOut(usage);
      return exitCodes.done;
    case undefined:
      io.writeError(usage);
      return exitCodes.unusable;
    default:
      return refuse(`Unknown ${command.startsWith('-') ? 'option' : 'command'} ${command}.`, io);
  }
}

async function checkCommand(args: readonly string[], io: CommandIo): Promise<number> {
  const line = readCommandLine(args, { format: formats });
  if ('problem' in line) return refuse(line.problem, io);
  if (line.paths.length === 0) return refuse('Which files are to be checked?', io);
  return runCheck(line.paths, { format: formatOf(line) }, io);
}

async function runCommand(args: readonly string[], io: CommandIo): Promise<number> {
  const line = readCommandLine(args, {
    format: formats,
    floatX: ['float32', 'float64'],
    timeout: positiveNumber,
  });
  if ('problem' in line) return refuse(line.problem, io);
  const [path, ...more] = line.paths;
  if (path === undefined) return refuse('Which file is to be run?', io);
  if (more.length > 0) return refuse(`Only one file can be run, but there is also ${more[0]}.`, io);
  const floatX = line.options.get('floatX');
  const timeout = line.options.get('timeout');
  return runProgram(
    path,
    {
      format: formatOf(line),
      floatX: floatX === 'float32' || floatX === 'float64' ? floatX : 'auto',
      timeoutSeconds: timeout === undefined ? null : Number(timeout),
    },
    io,
  );
}

/** Serves an editor over standard input and output; the connection ends the process. Loaded only when it is asked for. */
async function lspCommand(args: readonly string[], io: CommandIo): Promise<number> {
  const line = readCommandLine(
    args.filter((argument) => argument !== '--stdio'),
    {},
  );
  if ('problem' in line) return refuse(line.problem, io);
  if (line.paths.length > 0) return refuse(`The language server takes no ${line.paths[0]}.`, io);
  const { startLanguageServer } = await import('../lsp/nodeServer.ts');
  startLanguageServer({ stdio: true });
  return exitCodes.done;
}

const formatOf = (line: CommandLine): 'text' | 'json' =>
  line.options.get('format') === 'json' ? 'json' : 'text';

function refuse(problem: string, io: CommandIo): number {
  io.writeError(`scanlens: ${problem} See scanlens --help.\n`);
  return exitCodes.unusable;
}

/** From the nearest `package.json` above this file: the package's own, in `dist/` as in the sources. */
function version(): string {
  for (
    let folder = dirname(fileURLToPath(import.meta.url));
    folder !== dirname(folder);
    folder = dirname(folder)
  ) {
    try {
      return String(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version);
    } catch {
      // Not in this folder.
    }
  }
  return 'unknown';
}
