/** The tree of a regular expression, its flags, and the error that a broken pattern is. */

/** Flags of Python's `re`, with its numbers. */
export const flag = {
  ignoreCase: 2,
  locale: 4,
  multiLine: 8,
  dotAll: 16,
  unicode: 32,
  verbose: 64,
  debug: 128,
  ascii: 256,
} as const;

/** Flags that choose what letters are. */
export const typeFlags = flag.ascii | flag.locale | flag.unicode;

/** `max` of a repetition without an upper bound; also the width of what can be arbitrarily long. */
export const unbounded = 4294967295;

export type CategoryName = 'digit' | 'space' | 'word';

/** One part of a character set. `isNegated` is `\D`, `\S`, `\W`. */
export type SetItem =
  | { readonly kind: 'range'; readonly from: number; readonly to: number }
  | { readonly kind: 'category'; readonly name: CategoryName; readonly isNegated: boolean };

export type Place = 'line start' | 'text start' | 'boundary' | 'no boundary' | 'line end' | 'text end';
export type RepeatMode = 'greedy' | 'lazy' | 'possessive';

export type Node =
  | { readonly kind: 'literal'; readonly code: number }
  | { readonly kind: 'any' }
  | { readonly kind: 'set'; readonly isNegated: boolean; readonly items: readonly SetItem[] }
  | { readonly kind: 'at'; readonly place: Place }
  | { readonly kind: 'sequence'; readonly items: readonly Node[] }
  | { readonly kind: 'branch'; readonly alternatives: readonly Node[] }
  | {
      readonly kind: 'repeat';
      readonly min: number;
      readonly max: number;
      readonly mode: RepeatMode;
      readonly body: Node;
    }
  /** `group` is null for `(?:…)` and `(?flags:…)`. */
  | {
      readonly kind: 'group';
      readonly group: number | null;
      readonly addFlags: number;
      readonly removeFlags: number;
      readonly body: Node;
    }
  | { readonly kind: 'atomic'; readonly body: Node }
  | { readonly kind: 'reference'; readonly group: number }
  | { readonly kind: 'conditional'; readonly group: number; readonly yes: Node; readonly no: Node | null }
  | {
      readonly kind: 'look';
      readonly direction: 'ahead' | 'behind';
      readonly isNegated: boolean;
      readonly body: Node;
    }
  | { readonly kind: 'failure' };

/** A parsed pattern. */
export interface Pattern {
  readonly tree: Node;
  /** With the flags written in the pattern, and the ones that follow from its type. */
  readonly flags: number;
  readonly groupCount: number;
  readonly groupNames: ReadonlyMap<string, number>;
  /** Least and greatest width of every group; index 0 is unused. */
  readonly groupWidths: readonly (Width | null)[];
}

/** What a pattern is made from. In a pattern of bytes every character is one byte. */
export interface PatternSource {
  readonly text: string;
  readonly isText: boolean;
  /** Python 2's patterns of text are ASCII unless `re.UNICODE` says otherwise. */
  readonly python: 2 | 3;
}

/** A pattern that is not one. `position` counts code points; null where Python gives none. */
export class RegexError extends Error {
  override name = 'RegexError';
  readonly type: 'error' | 'ValueError' | 'OverflowError' | 'refused';
  readonly position: number | null;
  constructor(message: string, position: number | null = null, type: RegexError['type'] = 'error') {
    super(message);
    this.position = position;
    this.type = type;
  }
}

export type Width = readonly [least: number, most: number];

const cap = (value: number): number => Math.min(value, unbounded);

/** How many characters a node matches, at least and at most. */
export function widthOf(node: Node, groups: readonly (Width | null)[]): Width {
  switch (node.kind) {
    case 'literal':
    case 'any':
    case 'set':
      return [1, 1];
    case 'at':
    case 'look':
    case 'failure':
      return [0, 0];
    case 'sequence': {
      const all = node.items.map((item) => widthOf(item, groups));
      return [
        cap(all.reduce((sum, [least]) => sum + least, 0)),
        cap(all.reduce((sum, [, most]) => sum + most, 0)),
      ];
    }
    case 'branch': {
      const all = node.alternatives.map((each) => widthOf(each, groups));
      return [Math.min(...all.map(([least]) => least)), Math.max(...all.map(([, most]) => most))];
    }
    case 'repeat': {
      const [least, most] = widthOf(node.body, groups);
      return [cap(least * node.min), cap(most * node.max)];
    }
    case 'group':
    case 'atomic':
      return widthOf(node.body, groups);
    case 'reference':
      return groups[node.group] ?? [0, unbounded];
    case 'conditional': {
      const [least, most] = widthOf(node.yes, groups);
      const [otherLeast, otherMost] = node.no ? widthOf(node.no, groups) : [0, 0];
      return [Math.min(least, otherLeast), Math.max(most, otherMost)];
    }
  }
}
