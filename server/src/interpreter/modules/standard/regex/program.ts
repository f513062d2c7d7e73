/**
 * The program of a pattern: instructions in one array of numbers, as `matcher.ts` runs them. Made from the tree by
 * {@link compilePattern}; the layout of loops follows CPython's `_sre` (REPEAT, then MAX_UNTIL or MIN_UNTIL).
 */
import { CharacterSet, characterSet, literalSet } from './characterSets.ts';
import {
  flag,
  type Node,
  type Pattern,
  type Place,
  RegexError,
  typeFlags,
  unbounded,
  widthOf,
} from './syntaxTree.ts';

/** What an instruction does. Its operands follow it. */
export const op = {
  /** The end of the pattern, or of the body of an assertion. */
  done: 0,
  /** code */
  character: 1,
  /** set */
  set: 2,
  any: 3,
  anyButNewline: 4,
  /** target */
  jump: 5,
  /** alternative: goes on and comes back to the alternative */
  split: 6,
  /** group */
  open: 7,
  /** group */
  close: 8,
  /** place, whether letters are Unicode's */
  at: 9,
  /** group, how case is compared */
  reference: 10,
  /** whether negated, width behind (-1: ahead), target after the body */
  look: 11,
  /** target after the body */
  atomic: 12,
  /** group, target where it did not match */
  conditional: 13,
  /** least, most, test, operand: a loop over one character */
  runGreedy: 14,
  runLazy: 15,
  /** register */
  loopStart: 16,
  /** register, least, most, target after the loop */
  loopGreedy: 17,
  /** register, least, most, target after the loop; followed by loopMore and the body */
  loopLazy: 18,
  /** register, most */
  loopMore: 19,
  fail: 20,
} as const;

export const places: readonly Place[] = [
  'line start',
  'text start',
  'boundary',
  'no boundary',
  'line end',
  'text end',
];

/** Places of a text with many lines, after the others. */
export const multiLineOffset = places.length;

export interface Program {
  readonly code: Int32Array;
  readonly sets: readonly CharacterSet[];
  readonly groupCount: number;
  /** Counters and positions of loops, after those of the groups. */
  readonly registerCount: number;
  /** What every match begins with, as far as that is known: a text, or one of a set of characters. */
  readonly prefix: string;
  readonly first: CharacterSet | null;
  /** It can only match where the search begins. */
  readonly isAnchored: boolean;
}

/** Start, end of every group (0 is the whole match), then which group closed last, then two for each loop. */
export const lastGroupRegister = (groupCount: number): number => 2 * (groupCount + 1);

/** Compiles a parsed pattern; raises {@link RegexError} for a look-behind of no fixed width. */
export function compilePattern(pattern: Pattern): Program {
  const writer = new ProgramWriter(pattern);
  writer.write(pattern.tree, pattern.flags);
  writer.emit(op.done);
  const start = beginning(pattern.tree, pattern.flags);
  return {
    code: Int32Array.from(writer.code),
    sets: writer.sets,
    groupCount: pattern.groupCount,
    registerCount: writer.registerCount,
    ...start,
  };
}

class ProgramWriter {
  readonly code: number[] = [];
  readonly sets: CharacterSet[] = [];
  registerCount: number;
  readonly #pattern: Pattern;

  constructor(pattern: Pattern) {
    this.#pattern = pattern;
    this.registerCount = lastGroupRegister(pattern.groupCount) + 1;
  }

  emit(...code: number[]): number {
    this.code.push(...code);
    return this.code.length - 1;
  }

  /** Fills in a target that was not known: the next instruction. */
  #land(index: number): void {
    this.code[index] = this.code.length;
  }

  write(node: Node, flags: number): void {
    switch (node.kind) {
      case 'literal':
      case 'any':
      case 'set':
        this.#writeTest(node, flags);
        return;
      case 'at':
        this.#writeAt(node.place, flags);
        return;
      case 'sequence':
        for (const item of node.items) this.write(item, flags);
        return;
      case 'branch':
        this.#writeBranch(node.alternatives, flags);
        return;
      case 'repeat':
        this.#writeRepeat(node, flags);
        return;
      case 'group':
        this.#writeGroup(node, flags);
        return;
      case 'atomic':
        this.#writeEnclosed([op.atomic, 0], node.body, flags);
        return;
      case 'reference':
        this.emit(op.reference, node.group, caseMode(flags));
        return;
      case 'conditional':
        this.#writeConditional(node, flags);
        return;
      case 'look':
        this.#writeLook(node, flags);
        return;
      case 'failure':
        this.emit(op.fail);
    }
  }

  /** The test of one character: the instruction and its operand. */
  #test(node: Node, flags: number): readonly [number, number] | null {
    if (node.kind === 'any') return [flags & flag.dotAll ? op.any : op.anyButNewline, 0];
    if (node.kind === 'set') return [op.set, this.#addSet(characterSet(node.items, node.isNegated, flags))];
    if (node.kind !== 'literal') return null;
    const set = flags & flag.ignoreCase ? literalSet(node.code, flags) : null;
    return set ? [op.set, this.#addSet(set)] : [op.character, node.code];
  }

  #addSet(set: CharacterSet): number {
    return this.sets.push(set) - 1;
  }

  #writeTest(node: Node, flags: number): void {
    const [test, operand] = this.#test(node, flags)!;
    if (test === op.any || test === op.anyButNewline) this.emit(test);
    else this.emit(test, operand);
  }

  #writeAt(place: Place, flags: number): void {
    const offset = flags & flag.multiLine ? multiLineOffset : 0;
    this.emit(op.at, places.indexOf(place) + offset, flags & flag.unicode ? 1 : 0);
  }

  #writeBranch(alternatives: readonly Node[], flags: number): void {
    const ends: number[] = [];
    for (const [index, alternative] of alternatives.entries()) {
      if (index === alternatives.length - 1) {
        this.write(alternative, flags);
        continue;
      }
      const otherwise = this.emit(op.split, 0);
      this.write(alternative, flags);
      ends.push(this.emit(op.jump, 0));
      this.#land(otherwise);
    }
    for (const end of ends) this.#land(end);
  }

  #writeRepeat(node: Extract<Node, { kind: 'repeat' }>, flags: number): void {
    const { min, max, mode, body } = node;
    if (mode === 'possessive') {
      this.#writeEnclosed([op.atomic, 0], { ...node, mode: 'greedy' }, flags);
      return;
    }
    const most = max === unbounded ? -1 : max;
    const test = this.#test(body, flags);
    if (test) {
      this.emit(mode === 'greedy' ? op.runGreedy : op.runLazy, min, most, ...test);
      return;
    }
    const register = this.registerCount;
    this.registerCount += 2;
    this.emit(op.loopStart, register);
    const again = this.code.length;
    const after = this.emit(mode === 'greedy' ? op.loopGreedy : op.loopLazy, register, min, most, 0);
    if (mode === 'lazy') this.emit(op.loopMore, register, most);
    this.write(body, flags);
    this.emit(op.jump, again);
    this.#land(after);
  }

  #writeGroup(node: Extract<Node, { kind: 'group' }>, flags: number): void {
    const added = node.addFlags & typeFlags ? flags & ~typeFlags : flags;
    const own = (added | node.addFlags) & ~node.removeFlags;
    if (node.group === null) {
      this.write(node.body, own);
      return;
    }
    this.emit(op.open, node.group);
    this.write(node.body, own);
    this.emit(op.close, node.group);
  }

  /** An instruction whose last operand is where to go on after the body. */
  #writeEnclosed(head: readonly number[], body: Node, flags: number): void {
    const after = this.emit(...head);
    this.write(body, flags);
    this.emit(op.done);
    this.#land(after);
  }

  #writeConditional(node: Extract<Node, { kind: 'conditional' }>, flags: number): void {
    const otherwise = this.emit(op.conditional, node.group, 0);
    this.write(node.yes, flags);
    if (node.no === null) {
      this.#land(otherwise);
      return;
    }
    const end = this.emit(op.jump, 0);
    this.#land(otherwise);
    this.write(node.no, flags);
    this.#land(end);
  }

  #writeLook(node: Extract<Node, { kind: 'look' }>, flags: number): void {
    let width = -1;
    if (node.direction === 'behind') {
      const [least, most] = widthOf(node.body, this.#pattern.groupWidths);
      if (least !== most) throw new RegexError('look-behind requires fixed-width pattern');
      width = least;
    }
    this.#writeEnclosed([op.look, Number(node.isNegated), width, 0], node.body, flags);
  }
}

/** 0: as written; 1: ASCII's cases are ignored; 2: all cases are. */
function caseMode(flags: number): 0 | 1 | 2 {
  if (!(flags & flag.ignoreCase)) return 0;
  return flags & flag.unicode ? 2 : 1;
}

/** What every match of the tree begins with. */
function beginning(tree: Node, flags: number): Pick<Program, 'prefix' | 'first' | 'isAnchored'> {
  const items = tree.kind === 'sequence' ? tree.items : [tree];
  let prefix = '';
  if (!(flags & flag.ignoreCase)) {
    for (const item of items) {
      if (item.kind !== 'literal') break;
      prefix += String.fromCodePoint(item.code);
    }
  }
  const [head] = items;
  const isAnchored =
    head?.kind === 'at' &&
    (head.place === 'text start' || (head.place === 'line start' && !(flags & flag.multiLine)));
  const first = prefix !== '' ? null : firstSet(tree, flags);
  return { prefix, first, isAnchored };
}

/** With more alternatives than this it is quicker to try them. */
const mostAlternatives = 256;

/** A set that holds the first character of every match; null where a match may be empty or that is not known. */
function firstSet(node: Node, flags: number): CharacterSet | null {
  switch (node.kind) {
    case 'literal':
      return (
        (flags & flag.ignoreCase ? literalSet(node.code, flags) : null) ??
        characterSet([{ kind: 'range', from: node.code, to: node.code }], false, flags & ~flag.ignoreCase)
      );
    case 'set':
      return characterSet(node.items, node.isNegated, flags);
    case 'sequence': {
      const head = node.items.find((item) => item.kind !== 'at' && item.kind !== 'look');
      return head ? firstSet(head, flags) : null;
    }
    case 'branch': {
      if (node.alternatives.length > mostAlternatives) return null;
      const sets = node.alternatives.map((each) => firstSet(each, flags));
      if (sets.some((set) => set === null)) return null;
      return new CharacterSet((code) => sets.some((set) => set!.has(code)));
    }
    case 'repeat':
      return node.min > 0 ? firstSet(node.body, flags) : null;
    case 'group':
      return node.addFlags === 0 && node.removeFlags === 0 ? firstSet(node.body, flags) : null;
    case 'atomic':
      return firstSet(node.body, flags);
    default:
      return null;
  }
}
