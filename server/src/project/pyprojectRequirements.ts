/** The requirements in a `pyproject.toml`: PEP 621, dependency groups (PEP 735), Poetry, and what works like these. */
import { namedRequirement, type Requirement } from './requirement.ts';
import { requirementsIn } from './requirementFiles.ts';
import type { SpecifierStyle } from './specifiers.ts';
import { type TomlTable, type TomlValue, tableAt, tomlAt } from './tomlTree.ts';

/** In the order in which they are asked. */
export function readPyprojectRequirements(root: TomlTable): readonly Requirement[] {
  const poetryGroups = [...(tableAt(root, 'tool', 'poetry', 'group')?.entries.values() ?? [])];
  return [
    ...listed(tomlAt(root, 'project', 'dependencies')),
    ...mapped(tomlAt(root, 'tool', 'poetry', 'dependencies'), 'poetry'),
    ...mapped(tomlAt(root, 'tool', 'pixi', 'dependencies'), 'conda'),
    ...mapped(tomlAt(root, 'tool', 'pixi', 'pypi-dependencies'), 'pip'),
    ...listsIn(tomlAt(root, 'project', 'optional-dependencies')),
    ...listsIn(tomlAt(root, 'dependency-groups')),
    ...mapped(tomlAt(root, 'tool', 'poetry', 'dev-dependencies'), 'poetry'),
    ...poetryGroups.flatMap(({ value }) =>
      value.kind === 'table' ? mapped(tomlAt(value, 'dependencies'), 'poetry') : [],
    ),
    ...listed(tomlAt(root, 'tool', 'uv', 'dev-dependencies')),
  ];
}

/** `["pytensor>=2.18", …]`. */
function listed(value: TomlValue | null): readonly Requirement[] {
  if (value?.kind !== 'array') return [];
  return requirementsIn(value.items.flatMap((item) => (item.kind === 'string' ? item.text : [])));
}

/** `{ name = [...], … }`. */
const listsIn = (value: TomlValue | null): readonly Requirement[] =>
  value?.kind === 'table' ? [...value.entries.values()].flatMap((entry) => listed(entry.value)) : [];

/** `{ pytensor = "^2.18" }`, also with a table or several tables in place of the text. */
function mapped(value: TomlValue | null, style: SpecifierStyle): readonly Requirement[] {
  if (value?.kind !== 'table') return [];
  return [...value.entries.values()].flatMap((entry) =>
    specifiersOf(entry.value).flatMap((specifier) => {
      const requirement = namedRequirement(entry.name, specifier, style);
      return requirement === null ? [] : [requirement];
    }),
  );
}

function specifiersOf(value: TomlValue): readonly string[] {
  if (value.kind === 'string') return [value.text];
  if (value.kind === 'array') return value.items.flatMap(specifiersOf);
  const version = value.kind === 'table' ? tomlAt(value, 'version') : null;
  return version?.kind === 'string' ? [version.text] : [];
}
