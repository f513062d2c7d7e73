/**
 * Runs the recorded programs with the real Python and NumPy and writes what they print.
 *
 *     npm run record [--check] [NAME]…
 *
 * `--check` writes nothing and lists what differs. A folder whose interpreter is not known is left out: PYTHON2,
 * PYTHON_NUMPY1 and PYTHON_NUMPY2 name the interpreters, PYTHON3 another one than `python3`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import {
  errorLine,
  listRecordedPrograms,
  type RecordedProgram,
  readText,
  recordedText,
} from '../test/unit/interpreter/recordedPrograms.ts';

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
  const { variable, command } = program.folder;
  const interpreter = process.env[variable] ?? command;
  if (interpreter === null) return 'leftOut';
  const { stdout, stderr, status, error } = spawnSync(interpreter, [program.path], {
    encoding: 'utf8',
    timeout: timeoutMs,
    env: { ...process.env, PYTHONHASHSEED: '0', PYTHONIOENCODING: 'utf-8' },
  });
  if (error !== undefined) throw error;
  const text = recordedText(stdout, status === 0 ? null : errorLine(stderr));
  if (existsSync(program.outputPath) && readText(program.outputPath) === text) return 'same';
  console.log(`${isCheck ? 'differs' : 'written'} ${program.name}`);
  if (!isCheck) writeFileSync(program.outputPath, text);
  return 'differs';
}
