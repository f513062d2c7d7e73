/** The command line: reads which command is meant and runs it. Knows the process only through its io. */
import { checkOptionRules, readCheckOptions } from './check/checkOptions.ts';
import { runCheck } from './checkCommand.ts';
import { type CommandIo, exitCodes } from './commandIo.ts';
import { type CommandLine, positiveNumber, readCommandLine } from './commandLine.ts';
import { explainRule, listRules } from './explainCommand.ts';
import { packageVersion } from './packageFiles.ts';
import { runProgram } from './runCommand.ts';
import { usage } from './usage.ts';

const formats = ['text', 'json'] as const;
const backends = ['auto', 'reference', 'wasm', 'gpu'] as const;

/** Runs what the arguments ask for; the promise gives the exit code. */
export async function runCli(args: readonly string[], io: CommandIo): Promise<number> {
  const [command, ...rest] = args;
  switch (command) {
    case 'check':
      return checkCommand(rest, io);
    case 'explain':
      return explainCommand(rest, io);
    case 'run':
      return runCommand(rest, io);
    case 'lsp':
      return lspCommand(rest, io);
    case '--version':
    case '-v':
      io.writeOut(`${packageVersion()}\n`);
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
  const line = readCommandLine(args, checkOptionRules);
  if ('problem' in line) return refuse(line.problem, io);
  const options = readCheckOptions(line);
  if ('problem' in options) return refuse(options.problem, io);
  if (line.paths.length === 0) return refuse('Which files are to be checked?', io);
  return runCheck(line.paths, options, io);
}

function explainCommand(args: readonly string[], io: CommandIo): number {
  const line = readCommandLine(args, {});
  if ('problem' in line) return refuse(line.problem, io);
  const [rule, ...more] = line.paths;
  if (more.length > 0)
    return refuse(`One rule can be explained at a time, but there is also ${more[0]}.`, io);
  return rule === undefined ? listRules(io) : explainRule(rule, io);
}

async function runCommand(args: readonly string[], io: CommandIo): Promise<number> {
  const line = readCommandLine(args, {
    format: formats,
    floatX: ['float32', 'float64'],
    backend: backends,
    'gpu-float32': 'flag',
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
      backend: backends.find((backend) => backend === line.options.get('backend')) ?? 'auto',
      allowFloat32: line.options.has('gpu-float32'),
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
