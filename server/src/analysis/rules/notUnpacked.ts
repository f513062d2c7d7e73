/** not-unpacked: the pair that scan returns is used as if it were the outputs. */
import type { MistakeOf } from '../mistakes.ts';
import { quoted, relatedScan } from './phrases.ts';
import type { MistakeRule } from './rule.ts';

export const notUnpacked: MistakeRule<'not-unpacked'> = {
  level: 'error',
  summary: 'The pair of outputs and updates that scan returns is used as if it were the outputs.',
  report({ span, use, name, scan }) {
    const what = name === null ? 'This' : quoted(name);
    const level = use === 'item' ? ({ level: 'warning' } as const) : {};
    return {
      span,
      message: `${what} is the pair of outputs and updates: ${effects[use]}. Unpack it: \`${name ?? 'outputs'}, updates = ...\`.`,
      related: relatedScan(scan),
      ...level,
    };
  },
};

const effects: Readonly<Record<MistakeOf<'not-unpacked'>['use'], string>> = {
  operand: 'it is no operand of symbolic expressions, so this raises an error',
  item: 'this takes one of the two, not a step',
  function: 'a function can not have it as output and raises TypeError',
  attribute: 'a tuple has no such attribute, so this raises AttributeError',
};
