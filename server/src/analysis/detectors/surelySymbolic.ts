/**
 * Whether an expression inside of a step is surely a symbolic variable. Leaves are looked up again; calls are judged by
 * what is called, so that nothing is followed twice.
 */
import type { Call, Compare, Expression } from '../../python/syntax.ts';
import { roleOf } from '../libraryTable.ts';
import type { Machine } from '../machine.ts';
import type { StepContext, Value } from '../values.ts';
import { calledName } from './observing.ts';

export function isSurelySymbolic(machine: Machine, node: Expression): boolean {
  switch (node.kind) {
    case 'Name':
      return isVariable(machine, machine.evaluate(node));
    case 'Attribute':
      return isVariableAttribute(machine, node);
    case 'Subscript':
      return isSurelySymbolic(machine, node.value);
    case 'BinOp':
      return isSurelySymbolic(machine, node.left) || isSurelySymbolic(machine, node.right);
    case 'UnaryOp':
      return node.operator !== 'not' && isSurelySymbolic(machine, node.operand);
    case 'Compare':
      return (
        isOrder(node) && [node.left, ...node.comparators].some((side) => isSurelySymbolic(machine, side))
      );
    case 'Call':
      return isVariableCall(machine, node);
    default:
      return false;
  }
}

/** One comparison by order: a variable; `a < b < c` asks for a truth. */
const isOrder = ({ operators }: Compare): boolean =>
  operators.length === 1 && /^[<>]/.test(operators[0] ?? '');

/** A shared variable, a parameter of a step, or an expression in which everything is understood. */
export function isVariable(machine: Machine, value: Value): boolean {
  if (value.kind === 'shared') return !value.record.isGenerator;
  return value.kind === 'symbolic' && (!value.isOpaque || isParameter(machine, value));
}

/** What scan itself passes to a step is a variable, whatever the program gave to scan. */
export function isParameter(machine: Machine, value: Value): boolean {
  if (value.kind !== 'symbolic') return false;
  for (let step: StepContext | null = machine.step; step !== null; step = step.outer)
    if (value.origins === step.parameters.alone) return true;
  return false;
}

/** Attributes of variables that are variables. */
const symbolicAttributes: ReadonlySet<string> = new Set(['T', 'shape', 'size']);

function isVariableAttribute(machine: Machine, node: Expression & { kind: 'Attribute' }): boolean {
  if (isSurelySymbolic(machine, node.value)) return symbolicAttributes.has(node.attribute.name);
  if (node.value.kind !== 'Name') return false;
  const owner = machine.evaluate(node.value);
  const holds = owner.kind === 'instance' || owner.kind === 'module';
  return holds && isVariable(machine, machine.evaluate(node));
}

/** Methods of variables that make variables. */
const symbolicMethods: ReadonlySet<string> = new Set([
  'sum',
  'mean',
  'max',
  'min',
  'prod',
  'any',
  'all',
  'std',
  'var',
  'norm',
  'dot',
  'astype',
  'reshape',
  'flatten',
  'ravel',
  'dimshuffle',
  'argmax',
  'argmin',
  'copy',
  'transpose',
]);

/** Functions beside the operations that give Python values or lists. */
const otherFunctions =
  /^(?:get_|is_|extract_|has_|as_|split|nonzero|grad|svd|eig|eigh|qr|Rop|Lop|clone|ifelse|unbroadcast)/;

function isVariableCall(machine: Machine, node: Call): boolean {
  const callee = node.function;
  if (callee.kind !== 'Attribute' && callee.kind !== 'Name') return false;
  if (callee.kind === 'Attribute' && isSurelySymbolic(machine, callee.value))
    return symbolicMethods.has(callee.attribute.name);
  if (otherFunctions.test(calledName(callee))) return false;
  const value = machine.evaluate(callee);
  return value.kind === 'library' && roleOf(value.path)?.role === 'operation' && node.args.length > 0;
}
