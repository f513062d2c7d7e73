/**
 * Runs the recorded programs with the real Python and NumPy and writes what they print.
 *
 *     npm run record [--check] [NAME]…
 *
 * `--check` writes nothing and lists what differs. The environment names the interpreters: PYTHON3 (CPython 3.12),
 * PYTHON2 (2.7), PYTHON_NUMPY1 (NumPy 1.24) and PYTHON_NUMPY2 (NumPy 2.4). A folder without one is left out.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import {
  errorLine,
  listRecordedPrograms,
  type RecordedProgram,
  readText,
  recordedText,
} from '../test/recorded/recordedPrograms.ts';

const args = process.argv.slice(2);
const isCheck = args.includes('--check');
const wanted = args.filter((argument) => !argument.startsWith('--'));
const timeoutMs = 20_000;

const counts = { same: 0, differs: 0, leftOut: 0 };
for (const program of listRecordedPrograms()) {
  if (wanted.length === 0 || wanted.some((part) => program.name.includes(part))) counts[record(program)]++;
}
console.log(`${counts.same} as recorded, ${counts.differs} changed, ${counts.leftOut} left out`);
if (isCheck && counts.differs > 0) process.exitCode = 1;

function record(program: RecordedProgram): keyof typeof counts {
  const interpreter = process.env[program.folder.variable];
  if (interpreter === undefined) return 'leftOut';
  const { stdout, stderr, status, error } = spawnSync(interpreter, [program.path], {
    encoding: 'utf8',
    timeout: timeoutMs,
    env: { ...process.env, PYTHONHASHSEED: '0', PYTHONIOENCODING: 'utf-8' },
  });
  if (error !== undefined) throw error;
  const text = recordedText(stdout, status === 0 ? null : errorLine(stderr));
  if (/ at 0x[0-9a-f]{8}/.test(text))
    throw new Error(`${program.name} prints an address, which differs every time`);
  if (existsSync(program.outputPath) && readText(program.outputPath) === text) return 'same';
  console.log(`${isCheck ? 'differs' : 'written'} ${program.name}`);
  if (!isCheck) writeFileSync(program.outputPath, text);
  return 'differs';
}
