/** The rules of the house as tests: layers, sizes, names, and that the manifest and the code know the same things. */
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commands, defaultClientSettings, defaultSettings, methods } from '../../../protocol/src/editor.ts';
import { cycles, importsOf, offence, packagesAtRunTime, roomOf } from './imports.ts';
import { libraryComparisons } from './libraryComparisons.ts';
import { emptyNames, rooms } from './rooms.ts';
import { oversized } from './sizes.ts';
import { isNode, parseSource, readSources, root } from './sources.ts';

const files = readSources();
const imports = files.flatMap(importsOf);
const inRooms = files.filter((file) => roomOf(file.path) !== null);

/** The program text of a part of the checkout, without what declares the names. */
function textOf(folder: string): string {
  return inRooms
    .filter((file) => file.path.startsWith(folder))
    .map((file) => file.text)
    .join('\n');
}

describe('layers', () => {
  it('follow the table of rooms', () => {
    expect(imports.map(offence).filter((text) => text !== null)).toEqual([]);
  });

  it('have no cycles of imports', () => {
    expect(cycles(imports)).toEqual([]);
  });

  it('keep array code out of the static half', () => {
    const packages = ['analysis', 'features'].flatMap((room) => [
      ...packagesAtRunTime(`server/src/${room}/`, imports),
    ]);
    expect(packages).not.toContain('numpy-ts');
  });

  it('have every server and client file in a room', () => {
    const homeless = files.filter(
      ({ path }) => /^(client|server|protocol)\//.test(path) && roomOf(path) === null,
    );
    expect(homeless.map(({ path }) => path).filter((path) => !path.startsWith('server/types/'))).toEqual([]);
  });

  it('are all inhabited', () => {
    const empty = rooms.filter((room) => !files.some((file) => roomOf(file.path) === room));
    expect(empty.map((room) => room.name)).toEqual([]);
  });
});

describe('libraries', () => {
  it('are told apart by the rows of their table, never by their names', () => {
    expect(files.flatMap(libraryComparisons)).toEqual([]);
  });

  it('have each row once, and each is asked by somebody', () => {
    const tables = files.filter(({ path }) => path.startsWith('server/src/graph/dialects/'));
    const rows = tables.flatMap(({ text }) =>
      [...text.matchAll(/^ {2}readonly (\w+):/gm)].map(([, name]) => name!),
    );
    expect(rows.filter((name, i) => rows.indexOf(name) < i)).toEqual([]);
    const words = new Set(
      inRooms
        .filter((file) => /^server/.test(file.path) && !tables.includes(file))
        .flatMap(({ text }) => text.match(/\w+/g) ?? []),
    );
    expect(rows.filter((name) => !words.has(name))).toEqual([]);
  });
});

describe('sizes', () => {
  it('of files, functions and parameter lists stay in their limits', () => {
    expect(files.flatMap(oversized)).toEqual([]);
  });
});

describe('names', () => {
  it('of files say what they hold, in camelCase', () => {
    const wrong = files.filter(({ path }) => {
      const name = basename(path).replace(/(\.test|\.bench|\.config|\.d)?\.ts$/, '');
      return emptyNames.includes(name) || !/^[a-z][A-Za-z0-9]*$/.test(name);
    });
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  it('are given to all exports', () => {
    const wrong = files.filter(({ path, tree }) => {
      const statements = Array.isArray(tree['body']) ? tree['body'].filter(isNode) : [];
      const isConfig = path.endsWith('.config.ts');
      return statements.some(({ type }) => type === 'ExportDefaultDeclaration' && !isConfig);
    });
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  it('are not passed on wholesale', () => {
    const wrong = files.filter(({ text }) => /^export \* from/m.test(text));
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });
});

describe('files', () => {
  it('of the rooms begin with what they are', () => {
    const wrong = inRooms.filter(({ text }) => !text.startsWith('/*'));
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });
});

describe('webviews', () => {
  it('make no markup and no code from texts', () => {
    const dangerous =
      /innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|createContextualFragment|\beval\(|new Function/;
    const own = inRooms.filter(({ path }) => path.startsWith('client/webview/'));
    expect(own.filter(({ text }) => dangerous.test(text)).map(({ path }) => path)).toEqual([]);
  });
});

interface Lock {
  readonly packages: Readonly<
    Record<string, { readonly optionalDependencies?: Readonly<Record<string, string>> }>
  >;
}

describe('the lock file', () => {
  // `npm ci` refuses a lock file without them, and a registry that lacks some makes `npm install` leave them out.
  it('names the packages of all platforms', () => {
    const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lock;
    const places = new Set(Object.keys(packages).map((path) => path.replace(/^.*node_modules\//, '')));
    const optional = Object.values(packages).flatMap((entry) =>
      Object.keys(entry.optionalDependencies ?? {}),
    );
    expect(optional.filter((name) => !places.has(name))).toEqual([]);
  });
});

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly menus?: Readonly<Record<string, readonly { readonly command?: string }[]>>;
    readonly keybindings?: readonly { readonly command: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, { readonly default?: unknown }>> };
  };
}

describe('the checks themselves', () => {
  const check = (path: string, text: string) => importsOf(parseSource(path, text)).map(offence);

  it.each([
    ['server/src/graph/a.ts', "import { a } from '../python/a.ts';", 'graph may not import python'],
    ['server/src/graph/a.ts', "import type { A } from '../python/a.ts';", 'graph may not import python'],
    ['server/src/graph/a.ts', "export { a } from '../compile/a.ts';", 'graph may not import compile'],
    ['server/src/graph/a.ts', "let a: import('../lsp/a.ts').A;", 'graph may not import lsp'],
    ['server/src/graph/a.ts', "import { join } from 'node:path';", 'only allowed in'],
    ['server/src/graph/a.ts', "import a from 'numpy-ts/core';", 'only allowed in'],
    ['server/src/graph/a.ts', "import a from 'lodash';", 'no room may import'],
    ['server/src/graph/a.ts', "import { a } from '../../../scripts/a.ts';", 'it is in no room'],
  ])('find in %s: %s', (path, text, reason) => {
    expect(check(path, text).join()).toContain(reason);
  });

  it('let pass what the table allows', () => {
    const text = "import { a } from '../tensor/a.ts'; import { b } from './b.ts';";
    expect(check('server/src/graph/a.ts', text)).toEqual([null, null]);
  });

  it('find a cycle, also of types', () => {
    const first = parseSource('server/src/base/a.ts', "import { b } from './b.ts';");
    const second = parseSource('server/src/base/b.ts', "import type { A } from './a.ts';");
    expect(cycles([...importsOf(first), ...importsOf(second)])).toEqual([[first.path, second.path]]);
  });

  it('find what is needed at run time through other files', () => {
    const first = parseSource('server/src/analysis/a.ts', "import { b } from '../tensor/b.ts';");
    const second = parseSource('server/src/tensor/b.ts', "import c from 'numpy-ts';");
    const edges = [...importsOf(first), ...importsOf(second)];
    expect([...packagesAtRunTime('server/src/analysis/', edges)]).toEqual(['numpy-ts']);
  });

  it('find comparisons with the name of a library where programs run', () => {
    const program =
      "if (a.library !== 'theano') f();\nswitch (b) {\n  case 'aesara':\n}\nconst c = 'theano.tensor' === d;";
    const place = 'server/src/graph/a.ts';
    expect(libraryComparisons(parseSource(place, program))).toEqual([`${place}:1`, `${place}:3`]);
    expect(libraryComparisons(parseSource('server/src/graph/dialects/a.ts', program))).toEqual([]);
    expect(libraryComparisons(parseSource('server/src/analysis/a.ts', program))).toEqual([]);
  });

  it('find long files and functions and long parameter lists', () => {
    const lines = '\n'.repeat(81);
    expect(oversized(parseSource('a.ts', `const f = () => {${lines}};`))).toHaveLength(1);
    expect(oversized(parseSource('a.ts', 'class A { m(a, b, c, d, e) {} }'))).toHaveLength(1);
    expect(oversized(parseSource('a.ts', 'it.each(rows)("", (a, b, c, d, e) => {});'))).toEqual([]);
    expect(oversized(parseSource('a.ts', 'a;\n'.repeat(501)))).toHaveLength(1);
    expect(oversized(parseSource('a.ts', `/** Table of a. */\n${'a;\n'.repeat(501)}`))).toEqual([]);
  });
});

describe('the manifest', () => {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest;
  const { contributes } = manifest;
  const defaults = { ...defaultSettings, ...defaultClientSettings };
  const settings = Object.entries(contributes.configuration.properties).map(([name, { default: value }]) => {
    // `gpu.allowFloat32` is one of the settings in `gpu`.
    const [first, ...inner] = name.replace(/^scanlens\./, '').split('.');
    return [first!, inner.reduceRight<unknown>((rest, key) => ({ [key]: rest }), value)] as const;
  });

  it('has the commands of the protocol and no others', () => {
    const present = contributes.commands.map(({ command }) => command);
    expect(present.toSorted()).toEqual(Object.values(commands).toSorted());
  });

  it('names only its own commands in menus and keys', () => {
    const used = [...Object.values(contributes.menus ?? {}).flat(), ...(contributes.keybindings ?? [])];
    const known = new Set<string>(Object.values(commands));
    expect(used.map(({ command }) => command ?? '').filter((command) => !known.has(command))).toEqual([]);
  });

  it('has the settings of the protocol and no others', () => {
    expect(settings.map(([name]) => name).toSorted()).toEqual(Object.keys(defaults).toSorted());
  });

  it('has the defaults of the protocol', () => {
    expect(Object.fromEntries(settings)).toEqual(defaults);
  });

  it('has only commands that the client carries out', () => {
    const text = textOf('client/src/');
    expect(Object.keys(commands).filter((name) => !text.includes(`commands.${name}`))).toEqual([]);
  });

  it('has only settings that somebody reads', () => {
    const text = textOf('client/src/') + textOf('server/src/');
    expect(Object.keys(defaultSettings).filter((name) => !new RegExp(`\\.${name}\\b`).test(text))).toEqual(
      [],
    );
  });

  it('goes with messages that both sides know', () => {
    const [client, server] = [textOf('client/src/'), textOf('server/src/lsp/')];
    const names = Object.keys(methods).map((name) => `methods.${name}`);
    expect(names.filter((name) => !client.includes(name) || !server.includes(name))).toEqual([]);
  });
});
