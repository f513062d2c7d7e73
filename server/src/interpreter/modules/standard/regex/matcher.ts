/**
 * Runs a program against a text: backtracking with a stack of its own, so that no text is too long for it. The order in
 * which ways are tried, and when an empty turn ends a loop, are those of CPython's `_sre`.
 *
 * An entry of the stack is three numbers: a place to go on from (instruction and position; loops over one character keep
 * the range of positions that are left), or the old value of a register.
 */
import { type CharacterSet, foldCase, isWordCharacter } from './characterSets.ts';
import { lastGroupRegister, multiLineOffset, op, type Program } from './program.ts';

/** A text as the matcher sees it: code points, or bytes. */
export interface Subject {
  readonly codes: Uint32Array;
  /** The same as a string if positions in it are positions in `codes`. */
  readonly text: string | null;
}

/** What the matcher asks of the outside. */
export interface MatchBudget {
  /** Called every so many steps; throws to stop. */
  checkpoint(): void;
  /** Called before memory is taken. */
  allocate(byteLength: number): void;
}

/** How far and in which way to match. */
export interface MatchWindow {
  readonly start: number;
  readonly end: number;
  readonly mode: 'search' | 'match' | 'fullmatch';
  /** An empty match at `start` does not count. */
  readonly mustAdvance?: boolean;
}

const resume = 0;
const greedyRun = 1;
const lazyRun = 2;
const restore = 3;

const stepsPerCheckpoint = 1 << 14;

/** One run over one text. */
export class Matcher {
  /** Start and end of every group, -1 where it did not match. */
  readonly registers: Int32Array;
  readonly #program: Program;
  readonly #codes: Uint32Array;
  readonly #subject: Subject;
  readonly #budget: MatchBudget;
  #end = 0;
  #steps = 0;
  #stack = new Int32Array(96);
  #top = 0;
  #isFull = false;
  /** Where an empty match does not count; -1: nowhere. */
  #refused = -1;

  constructor(program: Program, subject: Subject, budget: MatchBudget) {
    this.#program = program;
    this.#subject = subject;
    this.#codes = subject.codes;
    this.#budget = budget;
    this.registers = new Int32Array(program.registerCount).fill(-1);
  }

  /** The group that closed last; 0 for none. */
  get lastGroup(): number {
    return Math.max(0, this.registers[lastGroupRegister(this.#program.groupCount)]!);
  }

  /** True where the program matches; the registers then say where. */
  run(window: MatchWindow): boolean {
    this.#end = window.end;
    this.#isFull = window.mode === 'fullmatch';
    this.#refused = window.mustAdvance ? window.start : -1;
    if (window.mode !== 'search') return this.#tryAt(window.start);
    const last = this.#program.isAnchored ? Math.min(window.start, window.end) : window.end;
    for (let at = window.start; at <= last; at++) {
      at = this.#candidate(at);
      if (at < 0 || at > last) return false;
      if (this.#tryAt(at)) return true;
    }
    return false;
  }

  /** The next position where a match may begin; -1 for none. */
  #candidate(from: number): number {
    const { prefix, first } = this.#program;
    if (prefix !== '') return this.#findPrefix(from);
    if (first === null) return from;
    let at = from;
    while (at < this.#end && !first.has(this.#codes[at]!)) at++;
    this.#count(at - from);
    return at < this.#end ? at : -1;
  }

  #findPrefix(from: number): number {
    const { prefix } = this.#program;
    const { text } = this.#subject;
    this.#count(1);
    return text === null ? this.#codes.indexOf(prefix.codePointAt(0)!, from) : text.indexOf(prefix, from);
  }

  #tryAt(start: number): boolean {
    const { registers } = this;
    registers.fill(-1);
    this.#top = 0;
    const end = this.#execute(0, start);
    if (end < 0) return false;
    registers[0] = start;
    registers[1] = end;
    return true;
  }

  #count(steps: number): void {
    this.#steps += steps;
    if (this.#steps < stepsPerCheckpoint) return;
    this.#steps = 0;
    this.#budget.checkpoint();
  }

  #push(entry: number, first: number, second: number): void {
    const top = this.#top;
    if (top + 3 > this.#stack.length) this.#grow();
    const stack = this.#stack;
    stack[top] = entry;
    stack[top + 1] = first;
    stack[top + 2] = second;
    this.#top = top + 3;
  }

  #grow(): void {
    this.#budget.allocate(this.#stack.byteLength * 2);
    const larger = new Int32Array(this.#stack.length * 2);
    larger.set(this.#stack);
    this.#stack = larger;
  }

  #set(register: number, value: number): void {
    this.#push(restore, register, this.registers[register]!);
    this.registers[register] = value;
  }

  /** Runs from an instruction at a position; where it ended, or -1. What it leaves on the stack are ways back. */
  #execute(firstInstruction: number, start: number): number {
    const base = this.#top;
    const { code, sets } = this.#program;
    const codes = this.#codes;
    const end = this.#end;
    let pc = firstInstruction;
    let at = start;
    for (;;) {
      if (++this.#steps >= stepsPerCheckpoint) this.#count(0);
      let holds = true;
      switch (code[pc]) {
        case op.character:
          holds = at < end && codes[at] === code[pc + 1];
          at++;
          pc += 2;
          break;
        case op.set:
          holds = at < end && sets[code[pc + 1]!]!.has(codes[at]!);
          at++;
          pc += 2;
          break;
        case op.any:
          holds = at++ < end;
          pc++;
          break;
        case op.anyButNewline:
          holds = at < end && codes[at] !== 10;
          at++;
          pc++;
          break;
        case op.jump:
          pc = code[pc + 1]!;
          break;
        case op.split:
          this.#push(resume, code[pc + 1]!, at);
          pc += 2;
          break;
        case op.runGreedy:
        case op.runLazy:
          at = this.#run(pc, at);
          holds = at >= 0;
          pc += 5;
          break;
        case op.reference:
          at = this.#reference(pc, at);
          holds = at >= 0;
          pc += 3;
          break;
        case op.atomic:
          at = this.#enclosed(pc + 2, at, 'keep');
          holds = at >= 0;
          pc = code[pc + 1]!;
          break;
        case op.done:
          if (base > 0 || this.#accepts(at)) return at;
          holds = false;
          break;
        default: {
          const next = this.#special(pc, at);
          holds = next >= 0;
          pc = next;
        }
      }
      if (holds) continue;
      const back = this.#backtrack(base);
      if (back < 0) return -1;
      pc = back;
      at = this.#at;
    }
  }

  /** The position to go on from after {@link #backtrack}. */
  #at = 0;

  #accepts(at: number): boolean {
    return (!this.#isFull || at === this.#end) && at !== this.#refused;
  }

  /** Undoes steps until there is another way; its instruction, or -1. */
  #backtrack(base: number): number {
    while (this.#top > base) {
      this.#top -= 3;
      const top = this.#top;
      const stack = this.#stack;
      const first = stack[top + 1]!;
      const second = stack[top + 2]!;
      switch (stack[top]! & 3) {
        case resume:
          this.#at = second;
          return first;
        case restore:
          this.registers[first] = second;
          break;
        case greedyRun: {
          const pc = stack[top]! >> 2;
          const at = this.#shorter(pc, first, second);
          if (at < 0) break;
          if (at > first) this.#push(stack[top]!, first, at);
          this.#at = at;
          return pc + 5;
        }
        case lazyRun: {
          const pc = stack[top]! >> 2;
          if (first >= second || !this.#passes(pc, first)) break;
          this.#push(stack[top]!, first + 1, second);
          this.#at = first + 1;
          return pc + 5;
        }
      }
    }
    return -1;
  }

  /** The next shorter end of a greedy run; a character that must follow tells which are of no use. */
  #shorter(pc: number, least: number, most: number): number {
    const { code } = this.#program;
    let at = most - 1;
    if (code[pc + 5] === op.character) {
      const wanted = code[pc + 6];
      const from = at;
      while (at >= least && this.#codes[at] !== wanted) at--;
      this.#count(from - at);
    }
    return at >= least ? at : -1;
  }

  /** Whether the test of a loop over one character holds at a position. */
  #passes(pc: number, at: number): boolean {
    const { code, sets } = this.#program;
    const character = this.#codes[at]!;
    switch (code[pc + 3]) {
      case op.character:
        return character === code[pc + 4];
      case op.set:
        return sets[code[pc + 4]!]!.has(character);
      case op.any:
        return true;
      default:
        return character !== 10;
    }
  }

  /** A loop over one character: the position after it, or -1. */
  #run(pc: number, start: number): number {
    const { code } = this.#program;
    const least = code[pc + 1]!;
    const most = code[pc + 2]!;
    const limit = most < 0 ? this.#end : Math.min(this.#end, start + most);
    if (start + least > limit) return -1;
    if (code[pc] === op.runLazy) {
      const at = this.#longest(pc, start, start + least);
      if (at < start + least) return -1;
      if (at < limit) this.#push((pc << 2) | lazyRun, at, limit);
      return at;
    }
    const at = this.#longest(pc, start, limit);
    this.#count(at - start);
    if (at < start + least) return -1;
    if (at > start + least) this.#push((pc << 2) | greedyRun, start + least, at);
    return at;
  }

  #longest(pc: number, start: number, limit: number): number {
    const { code, sets } = this.#program;
    const codes = this.#codes;
    const operand = code[pc + 4]!;
    let at = start;
    switch (code[pc + 3]) {
      case op.character:
        while (at < limit && codes[at] === operand) at++;
        return at;
      case op.set: {
        const set: CharacterSet = sets[operand]!;
        while (at < limit && set.has(codes[at]!)) at++;
        return at;
      }
      case op.any:
        return limit;
      default:
        while (at < limit && codes[at] !== 10) at++;
        return at;
    }
  }

  /** Instructions that do not move the position: the next one, or -1. */
  #special(pc: number, at: number): number {
    const { code } = this.#program;
    switch (code[pc]) {
      case op.open:
        this.#set(2 * code[pc + 1]!, at);
        return pc + 2;
      case op.close:
        this.#set(2 * code[pc + 1]! + 1, at);
        this.#set(lastGroupRegister(this.#program.groupCount), code[pc + 1]!);
        return pc + 2;
      case op.at:
        return this.#isAt(code[pc + 1]!, at, code[pc + 2] === 1) ? pc + 3 : -1;
      case op.look:
        return this.#look(pc, at);
      case op.conditional:
        return this.#matched(code[pc + 1]!) ? pc + 3 : code[pc + 2]!;
      case op.loopStart:
        this.#set(code[pc + 1]!, -1);
        this.#set(code[pc + 1]! + 1, -1);
        return pc + 2;
      case op.loopGreedy:
      case op.loopLazy:
        return this.#loop(pc, at);
      case op.loopMore: {
        const register = code[pc + 1]!;
        const most = code[pc + 2]!;
        if ((most >= 0 && this.registers[register]! >= most) || this.registers[register + 1] === at)
          return -1;
        this.#set(register + 1, at);
        return pc + 3;
      }
      default:
        return -1;
    }
  }

  #loop(pc: number, at: number): number {
    const { code } = this.#program;
    const register = code[pc + 1]!;
    const most = code[pc + 3]!;
    const after = code[pc + 4]!;
    const body = pc + 5;
    const turns = this.registers[register]! + 1;
    this.#set(register, turns);
    if (code[pc] === op.loopLazy) {
      if (turns < code[pc + 2]!) return body + 3;
      this.#push(resume, body, at);
      return after;
    }
    if (turns < code[pc + 2]!) return body;
    if ((most >= 0 && turns >= most) || this.registers[register + 1] === at) return after;
    this.#push(resume, after, at);
    this.#set(register + 1, at);
    return body;
  }

  #matched(group: number): boolean {
    const start = this.registers[2 * group]!;
    return start >= 0 && this.registers[2 * group + 1]! >= start;
  }

  /** The position after what a group matched, or -1. */
  #reference(pc: number, at: number): number {
    const { code } = this.#program;
    const group = code[pc + 1]!;
    if (!this.#matched(group)) return -1;
    const from = this.registers[2 * group]!;
    const length = this.registers[2 * group + 1]! - from;
    if (at + length > this.#end) return -1;
    this.#count(length);
    const mode = code[pc + 2]!;
    const codes = this.#codes;
    for (let i = 0; i < length; i++) {
      const a = codes[from + i]!;
      const b = codes[at + i]!;
      if (a !== b && (mode === 0 || foldCase(a, mode === 2) !== foldCase(b, mode === 2))) return -1;
    }
    return at + length;
  }

  #look(pc: number, at: number): number {
    const { code } = this.#program;
    const isNegated = code[pc + 1] === 1;
    const width = code[pc + 2]!;
    const start = width < 0 ? at : at - width;
    const after = code[pc + 3]!;
    if (start < 0) return isNegated ? after : -1;
    const holds = this.#enclosed(pc + 4, start, isNegated ? 'forget' : 'keep') >= 0;
    return holds !== isNegated ? after : -1;
  }

  /** Runs a body on its own: afterwards there is no way back into it. The groups it matched are kept or forgotten. */
  #enclosed(pc: number, at: number, groups: 'keep' | 'forget'): number {
    // A place to come back to that is never taken: it tells the body that it is not the whole pattern.
    const base = this.#top;
    this.#push(resume, -1, at);
    const end = this.#execute(pc, at);
    if (end < 0 || groups === 'forget') {
      for (let top = this.#top - 3; top >= base; top -= 3) {
        if (this.#stack[top] === restore) this.registers[this.#stack[top + 1]!] = this.#stack[top + 2]!;
      }
      this.#top = base;
      return end;
    }
    let kept = base;
    for (let top = base; top < this.#top; top += 3) {
      if (this.#stack[top] !== restore) continue;
      this.#stack.copyWithin(kept, top, top + 3);
      kept += 3;
    }
    this.#top = kept;
    return end;
  }

  #isAt(place: number, at: number, isUnicode: boolean): boolean {
    const codes = this.#codes;
    const end = this.#end;
    const isMultiLine = place >= multiLineOffset;
    switch (place % multiLineOffset) {
      case 0:
        return at === 0 || (isMultiLine && codes[at - 1] === 10);
      case 1:
        return at === 0;
      case 2:
      case 3: {
        if (end === 0) return false;
        const before = at > 0 && isWordCharacter(codes[at - 1]!, isUnicode);
        const here = at < end && isWordCharacter(codes[at]!, isUnicode);
        return (before !== here) === (place % multiLineOffset === 2);
      }
      case 4:
        if (at === end || (at === end - 1 && codes[at] === 10)) return true;
        return isMultiLine && codes[at] === 10;
      default:
        return at === end;
    }
  }
}
