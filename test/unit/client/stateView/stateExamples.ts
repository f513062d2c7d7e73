/** What an evaluator would answer about small programs, with defaults for what a test does not care about. */

import type { NodeContext, StateNode } from '../../../../client/src/stateView/stateNodes.ts';
import type { PlaceData } from '../../../../protocol/src/places.ts';
import type {
  CallData,
  ChangeData,
  FunctionData,
  HistoryData,
  StateData,
  VariableData,
} from '../../../../protocol/src/questions.ts';

export const uri = 'file:///work/counter.py';

/** Offsets of these places are their lines: `lineOf` of {@link context} gives them back. */
export const placeAt = (line: number): PlaceData => ({ version: 1, span: { start: line, end: line } });

export const context: NodeContext = { uri, prefix: uri, lineOf: ({ span }) => span.start };

export function variable(parts: Partial<VariableData> = {}): VariableData {
  return {
    id: 1,
    name: 'a',
    dtype: 'int64',
    shape: [],
    short: 'int64 () 11',
    isRandomState: false,
    place: placeAt(2),
    changeCount: 0,
    lastChange: null,
    ...parts,
  };
}

export function change(number: number, parts: Partial<ChangeData> = {}): ChangeData {
  return {
    id: 100 + number,
    number,
    cause: 'call',
    place: placeAt(5),
    functionName: 'counter',
    short: `a: ${number * 10 - 9} → ${number * 10 + 1}`,
    isKept: true,
    ...parts,
  };
}

export function history(count: number, parts: Partial<HistoryData> = {}): HistoryData {
  const changes = Array.from({ length: count }, (_, index) => change(index + 1));
  const lastChange = changes.at(-1) ?? null;
  return { variable: variable({ changeCount: count, lastChange }), changes, omittedCount: 0, ...parts };
}

export function compiled(parts: Partial<FunctionData> = {}): FunctionData {
  return {
    id: 7,
    name: 'counter',
    place: placeAt(4),
    inputs: ['x: float64 matrix'],
    outputs: ['int64 vector'],
    updates: ['a'],
    dropped: [],
    callCount: 2,
    backend: 'wasm',
    ...parts,
  };
}

export function call(parts: Partial<CallData> = {}): CallData {
  const value = { dtype: 'float64', shape: [3], short: 'float64 (3,) [1 2 3]', isRandomState: false };
  return {
    id: 9,
    runId: 1,
    place: placeAt(6),
    functionName: 'counter',
    inputs: [value],
    outputs: [value],
    changes: ['a: 1 → 11'],
    error: null,
    elapsedMs: 0.3,
    backend: 'wasm',
    scans: [{ scan: 0, title: 'scan in step', place: placeAt(3), isGradient: false }],
    ...parts,
  };
}

export const stateWith = (parts: Partial<StateData>): StateData => ({
  variables: [],
  functions: [],
  callCount: 0,
  ...parts,
});

/** `label | description`, indented by depth; lines that have to be asked for end in `…`. */
export function drawn(nodes: readonly StateNode[], depth = 0): string[] {
  return nodes.flatMap((node) => [
    `${'  '.repeat(depth)}${node.label} | ${node.description}${node.children === 'asked' ? ' …' : ''}`,
    ...(node.children === 'asked' ? [] : drawn(node.children, depth + 1)),
  ]);
}

/** The one line with this label. */
export function lineWith(nodes: readonly StateNode[], label: string): StateNode {
  const found = nodes.flatMap((node) => [node, ...flat(node)]).filter((node) => node.label === label);
  if (found[0] === undefined) throw new Error(`no line "${label}"`);
  return found[0];
}

function flat({ children }: StateNode): StateNode[] {
  return children === 'asked' ? [] : children.flatMap((child) => [child, ...flat(child)]);
}
