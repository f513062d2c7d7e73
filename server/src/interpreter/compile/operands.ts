/** Operands of compiled nodes: what a local variable holds is read without a call. */
import { numberValue } from '../../python/literals.ts';
import type { Expression } from '../../python/syntax.ts';
import type { Frame } from '../callSite.ts';
import type { Value } from '../values.ts';
import type { Context, Evaluate } from './context.ts';
import { slotOf } from './names.ts';

/** An expression, and its slot where it is a local variable. */
export interface Operand {
  readonly evaluate: Evaluate;
  /** -1: it must be evaluated. */
  readonly slot: number;
  /** The integer that is written there, when it is a safe one; otherwise null. */
  readonly number: number | null;
}

/** Compiles an expression that a node reads. */
export function compileOperand(node: Expression, context: Context): Operand {
  const slot = node.kind === 'Name' ? slotOf(node.name, context) : -1;
  return { evaluate: context.parts.expression(node, context), slot, number: smallInteger(node) };
}

function smallInteger(node: Expression): number | null {
  if (node.kind !== 'Number' || node.variety !== 'int') return null;
  const value = numberValue(node);
  return typeof value === 'number' ? value : null;
}

/**
 * The value of an operand, from its two parts. A slot that is empty (or holds None) is evaluated, which raises if need be.
 * Small enough for V8 to inline it.
 */
export function read(frame: Frame, slot: number, evaluate: Evaluate): Value {
  return slot < 0 ? evaluate(frame) : ((frame.slots[slot] as Value | undefined) ?? evaluate(frame));
}
