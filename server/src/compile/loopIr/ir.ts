/**
 * The loop IR: what lies between a graph and machine code. Functions over typed locals, structured loops, and addresses of
 * buffers whose places are decided later. An expression names an instruction of WebAssembly, so that emitting is a table;
 * element types are those of the instructions, and what narrower integers need (wrapping to 8 or 16 bits) is written out.
 *
 * It knows nothing of graphs, arrays or bytes.
 */

export type ValueType = 'i32' | 'i64' | 'f32' | 'f64' | 'v128';

/** A variable of a function. Two locals are the same when they are the same object. */
export class Local {
  readonly kind = 'local';
  readonly type: ValueType;
  readonly name: string;

  constructor(type: ValueType, name: string) {
    this.type = type;
    this.name = name;
  }
}

/** A piece of memory with a place of its own while the program runs. */
export class Buffer {
  readonly name: string;
  readonly byteLength: number;
  /** Its contents are of use only between the first and the last statement that name it. */
  readonly isTemporary: boolean;
  /** Where it lies, once that is decided. */
  address: number | null = null;

  constructor(name: string, byteLength: number, { isTemporary }: { readonly isTemporary: boolean }) {
    this.name = name;
    this.byteLength = byteLength;
    this.isTemporary = isTemporary;
  }
}

/** Memory whose contents never change and are the same in every program: it lies in one place for good. */
export class Table extends Buffer {
  readonly bytes: Uint8Array;

  constructor(name: string, contents: ArrayBufferView) {
    super(name, contents.byteLength, { isTemporary: false });
    this.bytes = new Uint8Array(contents.buffer, contents.byteOffset, contents.byteLength);
  }
}

export interface Literal {
  readonly kind: 'literal';
  readonly type: ValueType;
  readonly value: number | bigint;
}

/** The place of a buffer in memory, plus bytes. */
export interface Address {
  readonly kind: 'address';
  readonly type: 'i32';
  readonly buffer: Buffer;
  readonly offset: number;
}

export interface Instruction {
  readonly kind: 'apply';
  readonly type: ValueType;
  /** An instruction of WebAssembly, such as `f64.add`. */
  readonly op: string;
  readonly args: readonly Expression[];
  /** A lane, or the sixteen lanes of a shuffle. */
  readonly lanes?: readonly number[];
}

export interface Load {
  readonly kind: 'load';
  readonly type: ValueType;
  readonly op: string;
  readonly address: Expression;
  readonly offset: number;
}

export interface Call {
  readonly kind: 'call';
  readonly type: ValueType;
  readonly callee: Callee;
  readonly args: readonly Expression[];
}

export type Expression = Local | Literal | Address | Instruction | Load | Call;

export type Statement =
  | { readonly kind: 'set'; readonly local: Local; readonly value: Expression }
  | {
      readonly kind: 'store';
      readonly op: string;
      readonly address: Expression;
      readonly offset: number;
      readonly value: Expression;
    }
  /** `counter` from `from` (included) to `to` (excluded). */
  | {
      readonly kind: 'for';
      readonly counter: Local;
      readonly from: Expression;
      readonly to: Expression;
      readonly step: number;
      readonly body: readonly Statement[];
    }
  | { readonly kind: 'while'; readonly condition: Expression; readonly body: readonly Statement[] }
  | {
      readonly kind: 'if';
      readonly condition: Expression;
      readonly then: readonly Statement[];
      readonly otherwise: readonly Statement[];
    }
  /** Bytes from one place to another, which may overlap. */
  | {
      readonly kind: 'copy';
      readonly to: Expression;
      readonly from: Expression;
      readonly byteLength: number;
    }
  | { readonly kind: 'do'; readonly call: { readonly callee: Callee; readonly args: readonly Expression[] } }
  | { readonly kind: 'return'; readonly value: Expression | null };

/** A function of the module. */
export interface IrFunction {
  readonly kind: 'function';
  readonly name: string;
  readonly params: readonly Local[];
  readonly result: ValueType | null;
  readonly body: readonly Statement[];
  /** What its code reads. */
  readonly tables?: readonly Table[];
}

/** A function that JavaScript gives. 64-bit integers are bigints there. */
export interface ImportedFunction {
  readonly kind: 'imported';
  /** Names it once and for all: two with one name are one. */
  readonly name: string;
  readonly params: readonly ValueType[];
  readonly result: ValueType | null;
  readonly body: (...args: never[]) => unknown;
  /** What it reads and writes without being told the address. */
  readonly memory?: readonly Buffer[];
}

export type Callee = IrFunction | ImportedFunction;

// ------------------------------------------------------------------------------------------------------- constructors

export const i32 = (value: number): Literal => ({ kind: 'literal', type: 'i32', value });
export const i64 = (value: bigint): Literal => ({ kind: 'literal', type: 'i64', value });
export const f32 = (value: number): Literal => ({ kind: 'literal', type: 'f32', value });
export const f64 = (value: number): Literal => ({ kind: 'literal', type: 'f64', value });

/** Applies an instruction; its result type is in its name unless given. */
export function op(name: string, ...args: Expression[]): Expression {
  return folded(name, args) ?? { kind: 'apply', type: resultType(name, args), op: name, args };
}

/** An instruction with lanes written into it. */
export const laneOp = (name: string, lanes: readonly number[], ...args: Expression[]): Expression => ({
  kind: 'apply',
  type: name.includes('extract') ? laneType(name) : 'v128',
  op: name,
  args,
  lanes,
});

const laneType = (name: string): ValueType => {
  const shape = name.split('x')[0];
  return shape === 'f64' || shape === 'f32' || shape === 'i64' ? shape : 'i32';
};

const comparison = /^[if](32|64)\.(eqz?|ne|[lg][te])(_[su])?$/;
const integerLanes = /^(v128\.any_true|i\d+x\d+\.(all_true|bitmask))$/;

function resultType(name: string, args: readonly Expression[]): ValueType {
  if (name === 'select') return args[0].type;
  if (comparison.test(name) || integerLanes.test(name)) return 'i32';
  const prefix = name.split('.')[0];
  return prefix.includes('x') ? 'v128' : (prefix as ValueType);
}

/** The few simplifications that addresses need; all exact. */
function folded(name: string, args: readonly Expression[]): Expression | null {
  const [a, b] = args;
  if (name === 'i32.add') {
    if (a.kind === 'literal' && b.kind !== 'literal') return folded(name, [b, a]) ?? null;
    if (b.kind !== 'literal') return null;
    if (Number(b.value) === 0) return a;
    if (a.kind === 'literal') return i32((Number(a.value) + Number(b.value)) | 0);
    if (a.kind === 'address') return { ...a, offset: a.offset + Number(b.value) };
  }
  if (name === 'i32.mul' && b.kind === 'literal') {
    if (Number(b.value) === 0) return i32(0);
    if (Number(b.value) === 1) return a;
    if (a.kind === 'literal') return i32(Math.imul(Number(a.value), Number(b.value)));
    const shift = Math.log2(Number(b.value));
    if (Number.isInteger(shift)) return { kind: 'apply', type: 'i32', op: 'i32.shl', args: [a, i32(shift)] };
  }
  return null;
}

export const add32 = (a: Expression, b: Expression): Expression => op('i32.add', a, b);
export const mul32 = (a: Expression, factor: number): Expression => op('i32.mul', a, i32(factor));
export const addressOf = (buffer: Buffer, offset = 0): Address => ({
  kind: 'address',
  type: 'i32',
  buffer,
  offset,
});

export const call = (callee: Callee, ...args: Expression[]): Call => ({
  kind: 'call',
  type: callee.result!,
  callee,
  args,
});

/** Reads memory by an instruction such as `f64.load`, whose name begins with the type that it gives. */
export const load = (name: string, address: Expression, offset = 0): Load => ({
  kind: 'load',
  type: name.split('.')[0] as ValueType,
  op: name,
  address,
  offset,
});

/** Writes memory by an instruction such as `f64.store`. */
export const store = (
  name: string,
  value: Expression,
  { address, offset = 0 }: { readonly address: Expression; readonly offset?: number },
): Statement => ({ kind: 'store', op: name, address, offset, value });

export const set = (local: Local, value: Expression): Statement => ({ kind: 'set', local, value });

/** The same statement for every turn; nothing where there is none. */
export const forEach = (
  counter: Local,
  range: { from?: Expression; to: Expression; step?: number },
  body: readonly Statement[],
): Statement => ({
  kind: 'for',
  counter,
  from: range.from ?? i32(0),
  to: range.to,
  step: range.step ?? 1,
  body,
});

export const when = (
  condition: Expression,
  then: readonly Statement[],
  otherwise: readonly Statement[] = [],
): Statement => ({ kind: 'if', condition, then, otherwise });

/** Calls a function for its effect. */
export const run = (callee: Callee, ...args: Expression[]): Statement => ({
  kind: 'do',
  call: { callee, args },
});

export const giveBack = (value: Expression | null): Statement => ({ kind: 'return', value });
