/** What JavaScript itself has of names: programs must not add any, nor take one away. */

const shared = [
  'Object',
  'Function',
  'Array',
  'String',
  'Number',
  'BigInt',
  'Map',
  'Set',
  'Error',
  'Promise',
];

/** How many names each of the usual objects has. */
export function intrinsicsOf(host: typeof globalThis): Readonly<Record<string, number>> {
  const names: Record<string, number> = {};
  for (const name of shared) {
    const maker = (host as unknown as Record<string, { readonly prototype: object }>)[name]!;
    names[name] = Reflect.ownKeys(maker).length;
    names[`${name}.prototype`] = Reflect.ownKeys(maker.prototype).length;
  }
  return names;
}
