/** The page about Python: what of the language, its built-in names and its standard library runs. */
import { pythonOfModule } from '../../server/src/interpreter/modules/registry.ts';
import { standardModules } from '../../server/src/interpreter/modules/standard/standardModules.ts';
import { PyModule, PyType } from '../../server/src/interpreter/values.ts';
import { definitionSamples, expressionSamples, type Sample, statementSamples } from './languageSamples.ts';
import { generatedMark, nameGroup, nameList, page, table } from './markdown.ts';
import { type Probe, publicNames, sorted } from './probe.ts';

/** The text of docs/python.md. */
export function pythonPage(probe: Probe): string {
  return page([
    '# Python in ScanLens',
    generatedMark,
    `Both Python 3.13 and Python 2.7 are parsed completely. A file is run as the Python that it is written in. This page
lists what runs. What does not says \`NotSupportedByScanLens: …\` at the expression in question; it never gives a wrong
value.`,
    '## Statements',
    ...languageLists(probe, Object.values(statementSamples).flat()),
    '## Functions and classes',
    ...languageLists(probe, Object.values(definitionSamples).flat()),
    '## Expressions',
    ...languageLists(probe, Object.values(expressionSamples).flat()),
    '## Built-in names',
    ...builtinBlocks(probe),
    '## Methods of built-in types',
    'Operators, slices and conversions come with each type. Methods that are not in the table are refused or missing.',
    methodTable(probe),
    '## Standard library',
    ...moduleBlocks(probe),
  ]);
}

function languageLists(probe: Probe, samples: readonly Sample[]): readonly string[] {
  const run: string[] = [];
  const refused: string[] = [];
  for (const { words, program, python } of samples) {
    const ending = probe.run(program, { python: python ?? 3 });
    if (ending.kind === 'raised') throw new Error(`${program}\n${ending.type}: ${ending.message}`);
    (ending.kind === 'ended' ? run : refused).push(words);
  }
  return [`**Run:** ${run.join(' · ')}.`, `**Refused:** ${refused.join(' · ')}.`];
}

function builtinBlocks(probe: Probe): readonly string[] {
  const three = builtinGroups(probe, 3);
  const two = builtinGroups(probe, 2);
  return (Object.keys(three) as (keyof BuiltinGroups)[]).map((group) =>
    nameGroup(
      group,
      three[group].filter((name) => two[group].includes(name)),
      [
        { only: 'only in Python 3', names: three[group].filter((name) => !two[group].includes(name)) },
        { only: 'only in Python 2', names: two[group].filter((name) => !three[group].includes(name)) },
      ],
    ),
  );
}

type BuiltinGroups = Readonly<
  Record<'Functions' | 'Types' | 'Exceptions' | 'Constants' | 'Refused', readonly string[]>
>;

function builtinGroups(probe: Probe, python: 2 | 3): BuiltinGroups {
  const module = probe.module(python === 3 ? 'builtins' : '__builtin__', { python });
  const groups = {
    Functions: [] as string[],
    Types: [] as string[],
    Exceptions: [] as string[],
    Constants: [] as string[],
    Refused: [] as string[],
  };
  for (const name of sorted([...module.namespace.keys()])) {
    const value = module.namespace.get(name);
    if (['__name__', '__doc__', 'NotSupportedByScanLens'].includes(name)) continue;
    if (value instanceof PyType) groups[isException(value) ? 'Exceptions' : 'Types'].push(name);
    else if (isConstant(name)) groups.Constants.push(name);
    else groups[probe.isUsable(name, { python }) ? 'Functions' : 'Refused'].push(name);
  }
  return groups;
}

const isException = (type: PyType): boolean => type.mro.some((each) => each.name === 'BaseException');
const isConstant = (name: string): boolean => /^[A-Z]|^__debug__$/.test(name);

/** An example of each type, by the name of the type. */
const exampleValues: Readonly<Record<string, { readonly value: string; readonly python?: 2 }>> = {
  str: { value: "'abc'" },
  bytes: { value: "b'abc'" },
  int: { value: '1' },
  float: { value: '1.5' },
  complex: { value: '1j' },
  list: { value: '[1, 2]' },
  tuple: { value: '(1, 2)' },
  dict: { value: '{1: 2}' },
  set: { value: '{1, 2}' },
  frozenset: { value: 'frozenset([1])' },
  range: { value: 'range(3)' },
  slice: { value: 'slice(1, 2)' },
  generator: { value: '(a for a in [1])' },
  'str in Python 2': { value: "'abc'", python: 2 },
  'unicode in Python 2': { value: "u'abc'", python: 2 },
  'dict in Python 2': { value: '{1: 2}', python: 2 },
};

function methodTable(probe: Probe): string {
  const rows = Object.entries(exampleValues).map(([type, { value, python }]) => [
    `\`${type.split(' ')[0]}\`${type.slice(type.split(' ')[0]!.length)}`,
    nameList(probe.attributes(value, { python: python ?? 3 })),
  ]);
  return table(['type', 'methods and attributes'], rows);
}

function moduleBlocks(probe: Probe): readonly string[] {
  const offered: string[][] = [];
  const refused: string[] = [];
  for (const name of sorted(Object.keys(standardModules))) {
    if (['builtins', '__builtin__'].includes(name)) continue;
    const module = probe.module(name, { python: pythonOfModule[name] ?? 3 });
    const names = publicNames(module.namespace);
    if (names.length === 0) refused.push(name);
    else offered.push(...moduleRows(name, module));
  }
  return [
    table(['module', 'names', 'refused by name'], offered),
    `These can be imported, and whatever is taken from them is refused: ${nameList(refused)}. Other modules raise
ModuleNotFoundError with the list of what there is.`,
  ];
}

/** A row for the module, and one for each module inside it. */
function moduleRows(name: string, module: PyModule): string[][] {
  const names = sorted(publicNames(module.namespace));
  const isInner = (each: string): boolean => module.namespace.get(each) instanceof PyModule;
  const own = [
    `\`${name}\``,
    nameList(names.filter((each) => !isInner(each))),
    module.refusedNames === '*' ? 'all others' : nameList(sorted(module.refusedNames)),
  ];
  const inner = names.filter(isInner).flatMap((each) => {
    const value = module.namespace.get(each);
    // `six.moves` hands out modules that have a row of their own.
    if (!(value instanceof PyModule) || value.name !== `${name}.${each}`) return [];
    return publicNames(value.namespace).length === 0 ? [] : moduleRows(value.name, value);
  });
  return [own, ...inner];
}
