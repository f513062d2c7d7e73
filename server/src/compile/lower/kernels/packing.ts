/**
 * Panels of matrices: some rows of the left matrix, or some columns of the right one, so that what a tile needs in one step lies together,
 * whatever the strides. What is missing from the last panel is zero.
 */
import {
  add32,
  type Expression,
  forEach,
  type IrFunction,
  i32,
  Local,
  load,
  op,
  run,
  type Statement,
  set,
  store,
  when,
} from '../../loopIr/ir.ts';
import {
  advance,
  type FloatType,
  loadFloat,
  loadVector,
  storeFloat,
  storeVector,
  vectorBytes,
} from './elements.ts';

/** What is packed: `count` lines of `depth` elements. */
export interface Packed {
  readonly from: Expression;
  /** Bytes from one line to the next, and from one element to the next. */
  readonly across: Expression;
  readonly along: Expression;
  readonly count: Expression;
  readonly depth: Expression;
  readonly target: Expression;
}

/** pack(from, across, along, count, depth, target): panels of `width` lines each, one behind another. */
export function makePacking(type: FloatType, width: number): IrFunction {
  const names = ['from', 'across', 'along', 'count', 'depth', 'target'];
  const [from, across, along, count, depth, target] = names.map((name) => new Local('i32', name));
  const first = new Local('i32', 'first');
  const panel = makePanel(type, width);
  const next = (): Statement[] => [
    advance(from, op('i32.mul', across, i32(width))),
    advance(target, op('i32.mul', depth, i32(width * type.size))),
  ];
  return {
    kind: 'function',
    name: `pack${width}_${type.lanes}`,
    params: [from, across, along, count, depth, target],
    result: null,
    body: [
      forEach(first, { to: count, step: width }, [
        run(panel, from, across, along, op('i32.sub', count, first), depth, target),
        ...next(),
      ]),
    ],
  };
}

export const packed = (
  packing: IrFunction,
  { from, across, along, count, depth, target }: Packed,
): Statement => run(packing, from, across, along, count, depth, target);

const halfBytes = vectorBytes / 2;

/** One panel, of which `count` lines are there. */
function makePanel(type: FloatType, width: number): IrFunction {
  const names = ['from', 'across', 'along', 'count', 'depth', 'target'];
  const [from, across, along, count, depth, target] = names.map((name) => new Local('i32', name));
  const step = new Local('i32', 'step');
  const source = new Local('i32', 'source');
  const line = new Local('i32', 'line');
  const isWhole = op('i32.ge_s', count, i32(width));
  const isTogether = op('i32.eq', across, i32(type.size));
  const turn = (body: readonly Statement[]): Statement =>
    forEach(step, { to: depth }, [...body, advance(from, along), advance(target, i32(width * type.size))]);
  const zero: Expression = { kind: 'literal', type: type.held, value: 0 };
  const copiedHalf = (offset: number): Statement =>
    store('i64.store', load('i64.load', from, offset), { address: target, offset });
  const byteCount = width * type.size;
  const inVectors = Array.from({ length: byteCount >> 4 }, (_, v) =>
    storeVector(target, loadVector(from, v * vectorBytes), v * vectorBytes),
  );
  const together =
    byteCount % vectorBytes === 0 ? inVectors : [...inVectors, copiedHalf(byteCount - halfBytes)];
  const oneByOne = [
    set(source, from),
    ...Array.from({ length: width }, (_, i) => [
      storeFloat(type, { address: target, offset: i * type.size }, loadFloat(type, source)),
      advance(source, across),
    ]).flat(),
  ];
  const incomplete = [
    ...Array.from({ length: width }, (_, i) =>
      storeFloat(type, { address: target, offset: i * type.size }, zero),
    ),
    set(source, from),
    forEach(line, { to: count }, [
      storeFloat(
        type,
        { address: add32(target, op('i32.mul', line, i32(type.size))) },
        loadFloat(type, source),
      ),
      advance(source, across),
    ]),
  ];
  return {
    kind: 'function',
    name: `panel${width}_${type.lanes}`,
    params: [from, across, along, count, depth, target],
    result: null,
    body: [when(isWhole, [when(isTogether, [turn(together)], [turn(oneByOne)])], [turn(incomplete)])],
  };
}
