/**
 * Loop IR → a WebAssembly module. Functions that are called are found by themselves; imports come from `env`, memory too.
 * Names of the program never reach the bytes: imports are numbered.
 */
import { assert } from '../../../base/assert.ts';
import {
  type Callee,
  type Expression,
  type ImportedFunction,
  type IrFunction,
  type Local,
  op,
  type Statement,
  type Table,
  type ValueType,
} from '../../loopIr/ir.ts';
import { walkStatements } from '../../loopIr/walk.ts';
import { placeTable } from '../../lower/planMemory.ts';
import { ByteWriter } from './byteWriter.ts';
import {
  memoryOpcodes,
  plainOpcodes,
  saturatingOpcodes,
  vectorMemoryOpcodes,
  vectorOpcodes,
} from './instructions.ts';

export interface EmittedModule {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** In the order in which the module asks for them: `env.f0`, `env.f1`, … */
  readonly imports: readonly ImportedFunction[];
  /** What has to lie in memory. */
  readonly tables: readonly Table[];
}

const valueTypes: Readonly<Record<ValueType, number>> = {
  i32: 0x7f,
  i64: 0x7e,
  f32: 0x7d,
  f64: 0x7c,
  v128: 0x7b,
};

const code = {
  block: 0x02,
  loop: 0x03,
  if: 0x04,
  else: 0x05,
  end: 0x0b,
  br: 0x0c,
  brIf: 0x0d,
  return: 0x0f,
} as const;
const emptyBlock = 0x40;
/** The most pages that a memory may have: 4 GiB. */
const mostPages = 65536;

/** What of the machine decides about the bytes. */
export interface Machine {
  /** Steps `a · b + c` are rounded once; else they are written as two instructions. */
  readonly isFused: boolean;
  /** The memory is one that threads share. */
  readonly isShared?: boolean;
}

const limits = { own: 1, shared: 3 } as const;

/** The module that exports `entries` by their names. */
export function emitModule(entries: readonly IrFunction[], machine: Machine): EmittedModule {
  const { functions, imports } = reachable(entries);
  const tables = [...new Set(functions.flatMap((one) => one.tables ?? []))];
  for (const table of tables) placeTable(table);
  const indices = new Map<Callee, number>();
  for (const callee of [...imports, ...functions]) indices.set(callee, indices.size);
  const types = new Map<string, number>();
  const typeOf = (callee: Callee): number => {
    const key = signatureBytes(callee).join(',');
    if (!types.has(key)) types.set(key, types.size);
    return types.get(key)!;
  };
  for (const callee of [...imports, ...functions]) typeOf(callee);
  const writer = new ByteWriter();
  writer.bytes([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);
  const section = (id: number, count: number, write: (inner: ByteWriter) => void): void => {
    writer.byte(id);
    writer.sized((inner) => {
      inner.unsigned(count);
      write(inner);
    });
  };
  section(1, types.size, (inner) => {
    for (const key of types.keys()) inner.bytes(key.split(',').map(Number));
  });
  section(2, imports.length + 1, (inner) => {
    imports.forEach((imported, i) => {
      inner.text('env');
      inner.text(`f${i}`);
      inner.byte(0);
      inner.unsigned(typeOf(imported));
    });
    inner.text('env');
    inner.text('memory');
    inner.bytes([2, machine.isShared === true ? limits.shared : limits.own]);
    inner.unsigned(1);
    inner.unsigned(mostPages);
  });
  section(3, functions.length, (inner) => {
    for (const one of functions) inner.unsigned(typeOf(one));
  });
  section(7, entries.length, (inner) => {
    for (const entry of entries) {
      inner.text(entry.name);
      inner.byte(0);
      inner.unsigned(indices.get(entry)!);
    }
  });
  section(10, functions.length, (inner) => {
    for (const one of functions)
      inner.sized((body) => new FunctionEmitter(body, one, { callees: indices, machine }).emit());
  });
  return { bytes: writer.finish(), imports, tables };
}

function signatureBytes({ kind, params, result }: Callee): number[] {
  const types = kind === 'imported' ? params : params.map((param) => (param as Local).type);
  const results = result === null ? [0] : [1, valueTypes[result]];
  return [0x60, types.length, ...types.map((type) => valueTypes[type as ValueType]), ...results];
}

/** Everything that the entries call, directly or not; imports of one name are one. */
function reachable(entries: readonly IrFunction[]): { functions: IrFunction[]; imports: ImportedFunction[] } {
  const functions = new Set<IrFunction>();
  const imports = new Set<ImportedFunction>();
  const visit = (callee: Callee): void => {
    if (callee.kind === 'imported') imports.add(callee);
    else if (!functions.has(callee)) {
      functions.add(callee);
      walkStatements(callee.body, { expression: () => undefined, callee: visit });
    }
  };
  entries.forEach(visit);
  return { functions: [...functions], imports: [...imports] };
}

/** Writes the body of one function. */
class FunctionEmitter {
  readonly #writer: ByteWriter;
  readonly #function: IrFunction;
  readonly #callees: ReadonlyMap<Callee, number>;
  readonly #machine: Machine;
  readonly #locals = new Map<Local, number>();

  constructor(
    writer: ByteWriter,
    emitted: IrFunction,
    context: { callees: ReadonlyMap<Callee, number>; machine: Machine },
  ) {
    this.#writer = writer;
    this.#function = emitted;
    this.#callees = context.callees;
    this.#machine = context.machine;
  }

  emit(): void {
    this.#declareLocals();
    this.#statements(this.#function.body);
    // Every function with a result returns; what follows is never reached.
    if (this.#function.result !== null) this.#writer.byte(0x00);
    this.#writer.byte(code.end);
  }

  #declareLocals(): void {
    const { params, body } = this.#function;
    const others = new Set<Local>();
    const given = new Set<Expression>(params);
    walkStatements(body, {
      expression: (expression) => {
        if (expression.kind === 'local' && !given.has(expression)) others.add(expression);
      },
      callee: () => undefined,
    });
    const groups = new Map<ValueType, Local[]>();
    for (const local of others) {
      const group = groups.get(local.type);
      if (group) group.push(local);
      else groups.set(local.type, [local]);
    }
    for (const local of [...params, ...[...groups.values()].flat()])
      this.#locals.set(local, this.#locals.size);
    this.#writer.unsigned(groups.size);
    for (const [type, locals] of groups) {
      this.#writer.unsigned(locals.length);
      this.#writer.byte(valueTypes[type]);
    }
  }

  #statements(statements: readonly Statement[]): void {
    for (const statement of statements) this.#statement(statement);
  }

  #statement(statement: Statement): void {
    const writer = this.#writer;
    switch (statement.kind) {
      case 'set':
        this.#expression(statement.value);
        this.#local(0x21, statement.local);
        return;
      case 'store':
        this.#expression(statement.address);
        this.#expression(statement.value);
        this.#memory(statement.op, statement.offset);
        return;
      case 'for':
        this.#for(statement);
        return;
      case 'while':
        writer.bytes([code.block, emptyBlock, code.loop, emptyBlock]);
        this.#expression(statement.condition);
        writer.bytes([0x45, code.brIf, 1]);
        this.#statements(statement.body);
        writer.bytes([code.br, 0, code.end, code.end]);
        return;
      case 'if':
        this.#expression(statement.condition);
        writer.bytes([code.if, emptyBlock]);
        this.#statements(statement.then);
        if (statement.otherwise.length > 0) {
          writer.byte(code.else);
          this.#statements(statement.otherwise);
        }
        writer.byte(code.end);
        return;
      case 'copy':
        this.#all([statement.to, statement.from]);
        this.#literal('i32', statement.byteLength);
        writer.bytes([0xfc, 10, 0, 0]);
        return;
      case 'do':
        this.#all(statement.call.args);
        this.#callee(statement.call.callee);
        return;
      case 'return':
        if (statement.value !== null) this.#expression(statement.value);
        writer.byte(code.return);
    }
  }

  /** Tested at the end of each turn: one jump per turn. */
  #for({ counter, from, to, step, body }: Extract<Statement, { kind: 'for' }>): void {
    const writer = this.#writer;
    const isSure = from.kind === 'literal' && to.kind === 'literal' && Number(from.value) < Number(to.value);
    if (from.kind === 'literal' && to.kind === 'literal' && !isSure) return;
    this.#expression(from);
    this.#local(0x21, counter);
    if (!isSure) {
      this.#local(0x20, counter);
      this.#expression(to);
      writer.bytes([plainOpcodes['i32.lt_s'], code.if, emptyBlock]);
    }
    writer.bytes([code.loop, emptyBlock]);
    this.#statements(body);
    this.#local(0x20, counter);
    writer.byte(0x41);
    writer.signed(BigInt(step));
    writer.byte(plainOpcodes['i32.add']);
    this.#local(0x22, counter);
    this.#expression(to);
    writer.bytes([plainOpcodes['i32.lt_s'], code.brIf, 0, code.end]);
    if (!isSure) writer.byte(code.end);
  }

  #all(expressions: readonly Expression[]): void {
    for (const expression of expressions) this.#expression(expression);
  }

  #expression(expression: Expression): void {
    const writer = this.#writer;
    switch (expression.kind) {
      case 'local':
        this.#local(0x20, expression);
        return;
      case 'literal':
        this.#literal(expression.type, expression.value);
        return;
      case 'address': {
        const { address } = expression.buffer;
        assert(address !== null, `no place for ${expression.buffer.name}`);
        this.#literal('i32', address + expression.offset);
        return;
      }
      case 'apply':
        if (!this.#machine.isFused && expression.op.endsWith('.relaxed_madd')) {
          this.#expression(inTwoSteps(expression));
          return;
        }
        this.#all(expression.args);
        this.#instruction(expression.op);
        if (expression.lanes) writer.bytes(expression.lanes);
        return;
      case 'load':
        this.#expression(expression.address);
        this.#memory(expression.op, expression.offset);
        return;
      case 'call':
        this.#all(expression.args);
        this.#callee(expression.callee);
    }
  }

  #literal(type: ValueType, value: number | bigint): void {
    const writer = this.#writer;
    switch (type) {
      case 'i32':
        writer.byte(0x41);
        writer.signed(BigInt(Number(value) | 0));
        return;
      case 'i64':
        writer.byte(0x42);
        writer.signed(BigInt.asIntN(64, BigInt(value)));
        return;
      case 'f32':
        writer.byte(0x43);
        writer.float32(Number(value));
        return;
      case 'f64':
        writer.byte(0x44);
        writer.float64(Number(value));
        return;
      case 'v128':
        // Only zero is needed.
        writer.bytes([0xfd, 0x0c, ...new Array<number>(16).fill(0)]);
    }
  }

  #instruction(name: string): void {
    const writer = this.#writer;
    const plain = plainOpcodes[name];
    if (plain !== undefined) {
      writer.byte(plain);
      return;
    }
    const isSaturating = saturatingOpcodes[name] !== undefined;
    const opcode = saturatingOpcodes[name] ?? vectorOpcodes[name];
    assert(opcode !== undefined, `no instruction ${name}`);
    writer.byte(isSaturating ? 0xfc : 0xfd);
    writer.unsigned(opcode);
  }

  #memory(name: string, offset: number): void {
    const vector = vectorMemoryOpcodes[name];
    const row = vector ?? memoryOpcodes[name];
    assert(row !== undefined, `no instruction ${name}`);
    if (vector) this.#writer.byte(0xfd);
    this.#writer.unsigned(row[0]);
    this.#writer.unsigned(row[1]);
    this.#writer.unsigned(offset);
  }

  #local(opcode: number, local: Local): void {
    this.#writer.byte(opcode);
    this.#writer.unsigned(this.#locals.get(local)!);
  }

  #callee(callee: Callee): void {
    this.#writer.byte(0x10);
    this.#writer.unsigned(this.#callees.get(callee)!);
  }
}

/** `a · b + c`, rounded twice. */
function inTwoSteps({ op: name, args: [a, b, c] }: Extract<Expression, { kind: 'apply' }>): Expression {
  const lanes = name.split('.')[0];
  return op(`${lanes}.add`, op(`${lanes}.mul`, a, b), c);
}
