/**
 * Standard normal and exponential numbers on states in memory: RandomState's by Marsaglia's polar method and by inversion
 * (tensor/random/sampler.ts), Generator's by ziggurats (tensor/random/ziggurat.ts).
 */
import { once } from '../../../base/once.ts';
import { inverseEdge, zigguratCurves } from '../../../tensor/random/ziggurat.ts';
import {
  add32,
  addressOf,
  call,
  type Expression,
  f64,
  giveBack,
  type IrFunction,
  i32,
  i64,
  type Local,
  load,
  op,
  type Statement,
  store,
  Table,
  when,
} from '../../loopIr/ir.ts';
import type { Builder } from '../builder.ts';
import { scalarCode } from '../scalarCode.ts';
import { twisterBytes, twisterDouble } from './mersenneTwister.ts';
import { pcgDouble, pcgWord } from './pcg64.ts';
import { stateFunction } from './stateFunction.ts';

/** A function of a state that gives a number. */
const written = (
  name: string,
  write: (builder: Builder, state: Local) => void,
  tables: readonly Table[] = [],
): IrFunction => stateFunction({ name, result: 'f64', tables }, write);

/** An elementary function of a double. */
const elementary = (builder: Builder, name: 'log' | 'log1p' | 'exp', x: Expression): Expression =>
  builder.bind(scalarCode(name, [builder.bind(x, 'x')], 'float64'), 'x');

const minus = (x: Expression): Expression => op('f64.neg', x);

/** Turns until one of the body's statements gives a result back. */
const forever = (builder: Builder, write: () => void): void =>
  builder.emit({ kind: 'while', condition: i32(1), body: builder.within(write) });

// -------------------------------------------------------------------------------------------------------- RandomState

const pendingOffset = twisterBytes;
const keptOffset = pendingOffset + 4;

const memory = (type: 'i32' | 'f64', address: Expression, offset: number): Expression =>
  load(`${type}.load`, address, offset);
const write = (value: Expression, address: Expression, offset: number): Statement =>
  store(`${value.type}.store`, value, { address, offset });

export const polarNormal: () => IrFunction = once(() =>
  written('polarNormal', (builder, state) => {
    const useKept = builder.within(() => {
      const kept = builder.bind(memory('f64', state, keptOffset), 'x');
      builder.emit(write(i32(0), state, pendingOffset), write(f64(0), state, keptOffset), giveBack(kept));
    });
    builder.emit(when(memory('i32', state, pendingOffset), useKept));
    forever(builder, () => {
      const coordinate = (): Expression =>
        builder.bind(op('f64.sub', op('f64.mul', f64(2), call(twisterDouble(), state)), f64(1)), 'x');
      const x = coordinate();
      const y = coordinate();
      const square = builder.bind(op('f64.add', op('f64.mul', x, x), op('f64.mul', y, y)), 's');
      const isInside = op('i32.and', op('f64.lt', square, f64(1)), op('f64.ne', square, f64(0)));
      const accept = builder.within(() => {
        const logarithm = elementary(builder, 'log', square);
        const factor = builder.bind(
          op('f64.sqrt', op('f64.div', op('f64.mul', f64(-2), logarithm), square)),
          'f',
        );
        builder.emit(
          write(op('f64.mul', factor, x), state, keptOffset),
          write(i32(1), state, pendingOffset),
          giveBack(op('f64.mul', factor, y)),
        );
      });
      builder.emit(when(isInside, accept));
    });
  }),
);

export const inversionExponential: () => IrFunction = once(() =>
  written('inversionExponential', (builder, state) => {
    const rest = op('f64.sub', f64(1), call(twisterDouble(), state));
    builder.emit(giveBack(minus(elementary(builder, 'log', rest))));
  }),
);

// ---------------------------------------------------------------------------------------------------------- Generator

interface CurveTables {
  readonly width: Table;
  readonly safe: Table;
  readonly density: Table;
}

function tablesOf(name: 'normal' | 'exponential'): CurveTables {
  const { width, safe, density } = zigguratCurves[name].layers();
  return {
    width: new Table(`${name} widths`, width),
    safe: new Table(`${name} safe`, safe),
    density: new Table(`${name} densities`, density),
  };
}

const entry = (table: Table, layer: Expression, shift = 0): Expression =>
  memory('f64', add32(addressOf(table, 8 * shift), op('i32.shl', layer, i32(3))), 0);

/** What follows where a point is not under the curve for certain: under it after all, or another turn. */
function underCurve(
  builder: Builder,
  state: Local,
  {
    tables,
    layer,
    exponent,
    x,
  }: { tables: CurveTables; layer: Expression; exponent: Expression; x: Expression },
): void {
  const edge = builder.bind(entry(tables.density, layer), 'e');
  const step = op('f64.sub', entry(tables.density, layer, -1), edge);
  const height = builder.bind(op('f64.add', op('f64.mul', step, call(pcgDouble(), state)), edge), 'h');
  const density = elementary(builder, 'exp', exponent);
  builder.emit(when(op('f64.lt', height, density), [giveBack(x)]));
}

/** −log1p(−u) for the next uniform number. */
const exponentialTail = (builder: Builder, state: Local): Expression =>
  builder.bind(minus(elementary(builder, 'log1p', minus(call(pcgDouble(), state)))), 't');

export const zigguratNormal: () => IrFunction = once(() => {
  const tables = tablesOf('normal');
  return written(
    'zigguratNormal',
    (builder, state) => forever(builder, () => normalTurn(builder, state, tables)),
    Object.values(tables),
  );
});

function normalTurn(builder: Builder, state: Local, tables: CurveTables): void {
  const word = builder.bind(call(pcgWord(), state), 'w');
  const layer = builder.bind(op('i32.and', op('i32.wrap_i64', word), i32(0xff)), 'k');
  const bits = builder.bind(op('i64.and', op('i64.shr_u', word, i64(9n)), i64(0xfffffffffffffn)), 'b');
  const integer = builder.bind(op('f64.convert_i64_u', bits), 'd');
  const size = builder.bind(op('f64.mul', integer, entry(tables.width, layer)), 'd');
  const isNegative = op('i32.wrap_i64', op('i64.and', word, i64(0x100n)));
  const x = builder.bind(op('select', minus(size), size, isNegative), 'x');
  builder.emit(when(op('f64.lt', integer, entry(tables.safe, layer)), [giveBack(x)]));
  const tail = builder.within(() => normalTail(builder, state, bits));
  const middle = builder.within(() => {
    const exponent = op('f64.mul', op('f64.mul', f64(-0.5), x), x);
    underCurve(builder, state, { tables, layer, exponent, x });
  });
  builder.emit(when(op('i32.eqz', layer), tail, middle));
}

/** Beyond the last edge, by exponential numbers (Marsaglia, 1964). */
function normalTail(builder: Builder, state: Local, bits: Expression): void {
  forever(builder, () => {
    const x = builder.bind(op('f64.mul', f64(inverseEdge), exponentialTail(builder, state)), 'x');
    const y = exponentialTail(builder, state);
    const far = builder.bind(op('f64.add', f64(zigguratCurves.normal.edge), x), 'x');
    const isNegative = op('i32.wrap_i64', op('i64.and', bits, i64(0x100n)));
    const isUnder = op('f64.gt', op('f64.add', y, y), op('f64.mul', x, x));
    builder.emit(when(isUnder, [giveBack(op('select', minus(far), far, isNegative))]));
  });
}

export const zigguratExponential: () => IrFunction = once(() => {
  const tables = tablesOf('exponential');
  return written(
    'zigguratExponential',
    (builder, state) => forever(builder, () => exponentialTurn(builder, state, tables)),
    Object.values(tables),
  );
});

function exponentialTurn(builder: Builder, state: Local, tables: CurveTables): void {
  const word = builder.bind(call(pcgWord(), state), 'w');
  const layer = builder.bind(
    op('i32.and', op('i32.wrap_i64', op('i64.shr_u', word, i64(3n))), i32(0xff)),
    'k',
  );
  const integer = builder.bind(op('f64.convert_i64_u', op('i64.shr_u', word, i64(11n))), 'd');
  const x = builder.bind(op('f64.mul', integer, entry(tables.width, layer)), 'x');
  builder.emit(when(op('f64.lt', integer, entry(tables.safe, layer)), [giveBack(x)]));
  const tail = builder.within(() => {
    const beyond = exponentialTail(builder, state);
    builder.emit(giveBack(op('f64.add', f64(zigguratCurves.exponential.edge), beyond)));
  });
  const middle = builder.within(() => underCurve(builder, state, { tables, layer, exponent: minus(x), x }));
  builder.emit(when(op('i32.eqz', layer), tail, middle));
}
