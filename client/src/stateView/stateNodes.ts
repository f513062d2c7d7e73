/** A line of the state view as data: what it says, what can be done with it, and where its own lines come from. Pure. */
import type { PlaceData } from '../../../protocol/src/places.ts';
import type { CallData, ChangeData, ScanHeading, VariableData } from '../../../protocol/src/questions.ts';
import type { ValueRef } from '../../../protocol/src/values.ts';
import { t } from '../l10n.ts';

/** What a line is about. */
export type StateSubject =
  | { readonly kind: 'document' | 'group' | 'function' | 'detail' }
  | { readonly kind: 'variable'; readonly variable: VariableData }
  | { readonly kind: 'change'; readonly variable: VariableData; readonly change: ChangeData }
  | { readonly kind: 'call'; readonly call: CallData }
  | { readonly kind: 'scan'; readonly call: CallData; readonly scan: ScanHeading };

/** What can be done with a line; the words that `when` clauses of package.json look for. */
export type StateTrait =
  /** It stands in the code. */
  | 'place'
  /** It has a value that can be opened and copied. */
  | 'value'
  /** Its value can be drawn. */
  | 'plot'
  /** A variable that is not as it was at first. */
  | 'changed'
  /** A change whose values are kept. */
  | 'kept'
  /** A call or a scan in it, to be looked at step by step. */
  | 'inspect';

export type StateIcon =
  | 'document'
  | 'variables'
  | 'variable'
  | 'array'
  | 'random'
  | 'functions'
  | 'function'
  | 'dropping'
  | 'calls'
  | 'call'
  | 'failed'
  | 'scan'
  | 'change'
  | 'restored'
  | 'input'
  | 'output'
  | 'update'
  | 'dropped'
  | 'note';

export interface StateNode {
  /** Stays the same from run to run, so that what was expanded stays so. */
  readonly id: string;
  readonly uri: string;
  readonly subject: StateSubject;
  readonly label: string;
  readonly description: string;
  /** Plain text. */
  readonly tooltip: string;
  /** What a screen reader says. */
  readonly spoken: string;
  readonly icon: StateIcon;
  readonly traits: readonly StateTrait[];
  readonly place: PlaceData | null;
  readonly value: NodeValue | null;
  /** `asked`: nobody knows them before they are asked for. */
  readonly children: readonly StateNode[] | 'asked';
  readonly isOpenAtFirst: boolean;
}

/** A value with the words for the editor in which it is opened. */
export interface NodeValue {
  readonly ref: ValueRef;
  readonly name: string;
}

/** What all lines of a document need. */
export interface NodeContext {
  readonly uri: string;
  /** With what the ids of the lines begin: the id of the line above, or the URI. */
  readonly prefix: string;
  /** The line, from 0, on which a place in the document stands now; null when nobody knows any more. */
  readonly lineOf: (place: PlaceData) => number | null;
}

/** Arguments of commands come from anywhere: whether one is a line of the state view. */
export function isStateNode(value: unknown): value is StateNode {
  if (typeof value !== 'object' || value === null) return false;
  if (!('uri' in value) || !('subject' in value) || !('traits' in value)) return false;
  return typeof value.uri === 'string' && typeof value.subject === 'object' && value.subject !== null;
}

/** A node from what differs; what a screen reader says are its label and its description. */
export function stateNode(
  context: NodeContext,
  parts: Pick<StateNode, 'id' | 'label' | 'icon'> & Partial<StateNode>,
): StateNode {
  const description = parts.description ?? '';
  return {
    uri: context.uri,
    subject: { kind: 'detail' },
    tooltip: linesOf(parts.label, description),
    spoken: [parts.label, description].filter((text) => text !== '').join(', '),
    traits: [],
    place: null,
    value: null,
    children: [],
    isOpenAtFirst: false,
    ...parts,
    description,
    id: `${context.prefix}#${parts.id}`,
  };
}

/** `line 6`, `helper.py, line 3`; '' for a place that nobody knows. */
export function placeText(place: PlaceData | null, { lineOf }: NodeContext): string {
  if (place === null) return '';
  if (place.path !== undefined) {
    const file = place.path.split(/[\\/]/).at(-1) ?? place.path;
    return place.range === undefined ? file : t('{0}, line {1}', file, place.range.start.line + 1);
  }
  const line = lineOf(place);
  return line === null ? '' : t('line {0}', line + 1);
}

/** Pieces of a line, without those that say nothing. */
export const joinTexts = (...texts: readonly string[]): string =>
  texts.filter((text) => text !== '').join(' · ');

/** Lines of a tooltip, without empty ones. */
export const linesOf = (...lines: readonly string[]): string =>
  lines.filter((line) => line !== '').join('\n');

export const callsText = (count: number): string => (count === 1 ? t('1 call') : t('{0} calls', count));

export const traitsWhere = (traits: Readonly<Partial<Record<StateTrait, boolean>>>): readonly StateTrait[] =>
  (Object.keys(traits) as StateTrait[]).filter((trait) => traits[trait] === true);

/** A key for each name, the same in every run: numbers of the evaluator begin anew when a program is run from its start. */
export function distinctKeys(names: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  return names.map((name) => {
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return count === 1 ? name : `${name} ${count}`;
  });
}
