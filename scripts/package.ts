/**
 * `npm run package [-- --target NAME | --all] [--folder NAME]`: builds what ships and packs it: the universal package, that for one
 * kind of machine with Dawn in it, or all. Exits with 1 when something could not be built or packed, 2 for a wrong command line.
 */
import { statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from './support/build.ts';
import { readTarget, type Target, targets } from './support/dawn.ts';
import { packExtension } from './support/extensionPackage.ts';
import { root } from './support/paths.ts';
import { describeFailure, Problem } from './support/problem.ts';
import { endChildrenWithScript } from './support/processes.ts';
import { say } from './support/progress.ts';

interface Choices {
  readonly wanted: readonly (Target | null)[];
  readonly folder: string;
}

endChildrenWithScript();
const choices = readChoices(process.argv.slice(2));
try {
  await build('package');
  for (const target of choices.wanted) {
    const path = await packExtension({ target, folder: choices.folder });
    say(`${relative(root, path)}  ${(statSync(path).size / 1e6).toFixed(2)} MB`);
  }
} catch (failure) {
  console.error(describeFailure(failure));
  process.exitCode = 1;
}

function readChoices(args: readonly string[]): Choices {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        target: { type: 'string' },
        all: { type: 'boolean', default: false },
        folder: { type: 'string', default: '.' },
      },
    });
    const one = values.target === undefined ? null : readTarget(values.target);
    return { wanted: values.all ? [null, ...targets] : [one], folder: join(root, values.folder) };
  } catch (failure) {
    console.error(failure instanceof Problem ? describeFailure(failure) : (failure as Error).message);
    process.exit(2);
  }
}
