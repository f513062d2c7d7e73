/**
 * The text of a web worker's program. What its two halves have in common with those for Node lies in a CommonJS file of its own,
 * the core; a worker made from a text has no `require`, so that the text brings one, which knows the core.
 */

/** @param entry a CommonJS program whose every `require` is one of the core */
export function workerProgram(core: string, entry: string): string {
  return [
    'const core = { exports: {} };',
    `((module, exports) => {${core}`,
    '})(core, core.exports);',
    `((require) => {${entry}`,
    '})(() => core.exports);',
  ].join('\n');
}
