/** `theano.gof.graph`, `aesara.graph` and `pytensor.graph`: functions that walk, copy and compare graphs. */
import { cloneReplacing, cloneVariable, GraphCopies } from '../../../graph/cloneGraph.ts';
import { graphStrings } from '../../../graph/graphText.ts';
import { ownerInLibrary } from '../../../graph/libraryForm.ts';
import { ancestors, libraryOrder, variablesBetween } from '../../../graph/libraryWalks.ts';
import { printVariable } from '../../../graph/printVariable.ts';
import { sameGraphs } from '../../../graph/sameGraph.ts';
import { replaceVariables } from '../../../graph/traversal.ts';
import { Constant, type GraphContext, SharedVariable, Variable } from '../../../graph/variable.ts';
import { PyDict, PySet } from '../../containers.ts';
import { notSupported, raiseTypeError, raiseValueError } from '../../exceptions.ts';
import { call } from '../../protocols/calls.ts';
import { isTrue } from '../../protocols/comparison.ts';
import { toArray } from '../../protocols/iteration.ts';
import { repr, str } from '../../protocols/text.ts';
import { typeOf } from '../../pyType.ts';
import type { NativeBody } from '../../signature.ts';
import { asText } from '../../types/textValues.ts';
import { PyIterator, PyList, PyTuple, type Value } from '../../values.ts';
import { asVariable } from './convert.ts';
import { applyObject, type PyApply } from './pyApply.ts';

type Missing = Value | undefined;
type Body = (...args: Missing[]) => Value;

const variablesOf = (value: Value): Variable[] =>
  (value instanceof Variable ? [value] : toArray(value)).map((item) =>
    item instanceof Variable ? item : raiseTypeError(`a variable is expected, not ${repr(item)}`),
  );

const isGiven = (value: Missing): value is Value => value !== undefined && value !== null;

const setOf = (value: Missing): Set<Variable> => new Set(isGiven(value) ? variablesOf(value) : []);

function sequence({ dialect }: GraphContext, items: readonly Value[]): Value {
  if (dialect.walks === 'lists') return new PyList([...items]);
  const iterator = items[Symbol.iterator]();
  return new PyIterator('generator', () => iterator.next().value);
}

const isInput = (variable: Variable): boolean => variable.owner === null;

/** Walks; `blockers` and `inputs` are where they stop. */
function walkFunctions(context: GraphContext): Readonly<Record<string, Body>> {
  const { dialect } = context;
  const inputsOf: Body = (outputs, blockers) =>
    sequence(context, ancestors(dialect, variablesOf(outputs!), setOf(blockers)).filter(isInput));
  const between = (inputs: Missing, outputs: Missing): Variable[] =>
    variablesBetween(dialect, setOf(inputs), variablesOf(outputs!));
  const orphans = (inputs: Missing, outputs: Missing): Variable[] => {
    const known = setOf(inputs);
    return between(inputs, outputs).filter((variable) => isInput(variable) && !known.has(variable));
  };
  const applies = (inputs: Missing, outputs: Missing): PyApply[] => {
    const known = setOf(inputs);
    const owners = between(inputs, outputs).flatMap((one) => {
      const owner = known.has(one) ? null : ownerInLibrary(one);
      return owner ? [owner] : [];
    });
    return [...new Set(owners)].map((apply) => applyObject(context, apply));
  };
  const sorted = (inputs: Missing, outputs: Missing): PyApply[] =>
    libraryOrder(dialect, setOf(inputs), variablesOf(outputs!)).map((apply) => applyObject(context, apply));
  return {
    'inputs(variable_list, blockers?)': inputsOf,
    'graph_inputs(graphs, blockers?)': inputsOf,
    'ancestors(graphs, blockers?)': (outputs, blockers) =>
      sequence(context, ancestors(dialect, variablesOf(outputs!), setOf(blockers))),
    'variable_ancestors(graphs, blockers?)': (outputs, blockers) =>
      sequence(context, ancestors(dialect, variablesOf(outputs!), setOf(blockers))),
    'explicit_graph_inputs(graph)': (outputs) =>
      sequence(
        context,
        ancestors(dialect, variablesOf(outputs!)).filter(
          (variable) =>
            isInput(variable) && !(variable instanceof Constant || variable instanceof SharedVariable),
        ),
      ),
    'variables(i, o)': (inputs, outputs) => new PyList(between(inputs, outputs)),
    'vars_between(ins, outs)': (inputs, outputs) => sequence(context, between(inputs, outputs)),
    'orphans(i, o)': (inputs, outputs) => new PyList(orphans(inputs, outputs)),
    'orphans_between(ins, outs)': (inputs, outputs) => sequence(context, orphans(inputs, outputs)),
    'variables_and_orphans(i, o)': (inputs, outputs) =>
      new PyTuple([new PyList(between(inputs, outputs)), new PyList(orphans(inputs, outputs))]),
    'ops(i, o)': (inputs, outputs) => PySet.from(applies(inputs, outputs)),
    'applys_between(ins, outs)': (inputs, outputs) => sequence(context, applies(inputs, outputs)),
    'list_of_nodes(inputs, outputs)': (inputs, outputs) => new PyList(applies(inputs, outputs)),
    'io_toposort(inputs, outputs, orderings?, clients?)': (inputs, outputs) =>
      new PyList(sorted(inputs, outputs)),
    'toposort(graphs, blockers?)': (outputs, inputs) => sequence(context, sorted(inputs, outputs)),
    'get_var_by_name(graphs, target_var_id)': (outputs, name) =>
      new PyTuple(ancestors(dialect, variablesOf(outputs!)).filter((one) => one.name === asText(name!))),
    'variable_depends_on(variable, depends_on)': (variable, others) => {
      const wanted = setOf(others);
      return ancestors(dialect, variablesOf(variable!)).some((one) => wanted.has(one));
    },
  };
}

/** Copies and comparisons. */
function copyFunctions(context: GraphContext): Readonly<Record<string, Body>> {
  const copies = (inputs: Missing, outputs: Missing, flags: readonly [Missing, Missing]): GraphCopies => {
    const copiesInputs = flags[0] === undefined || isTrue(flags[0]);
    const copiesOrphans = isGiven(flags[1]) ? isTrue(flags[1]) : copiesInputs;
    const leaf = (variable: Variable): Variable => (copiesOrphans ? cloneVariable(variable) : variable);
    const known = variablesOf(inputs!).map((one) => [one, copiesInputs ? cloneVariable(one) : one] as const);
    const made = new GraphCopies({ leaf, isStrict: true }, known);
    for (const output of variablesOf(outputs!)) made.copy(output);
    return made;
  };
  return {
    'clone(inputs, outputs, copy_inputs?, copy_orphans?)': (inputs, outputs, ...flags) => {
      const made = copies(inputs, outputs, [flags[0], flags[1]]);
      const listOf = (value: Missing): Value =>
        new PyList(variablesOf(value!).map((variable) => made.known.get(variable)!));
      return new PyTuple([listOf(inputs), listOf(outputs)]);
    },
    'clone_get_equiv(inputs, outputs, copy_inputs?, copy_orphans?, memo?)': (inputs, outputs, ...flags) => {
      if (isGiven(flags[2])) return notSupported('clone_get_equiv(memo=…)');
      const made = copies(inputs, outputs, [flags[0], flags[1]]);
      const pairs: (readonly [Value, Value])[] = [...made.known];
      for (const [from, to] of made.applies)
        pairs.push([applyObject(context, from), applyObject(context, to)]);
      return PyDict.from(pairs);
    },
    'is_same_graph(var1, var2, givens?, debug?)': (left, right, givens) =>
      sameGraphs(
        [asVariable(context, left!)],
        [asVariable(context, right!)],
        replacementPairs(context, givens),
      ),
    'equal_computations(xs, ys, in_xs?, in_ys?)': (left, right, leftInputs, rightInputs) => {
      const paired = isGiven(rightInputs) ? variablesOf(rightInputs) : [];
      const pairs = (isGiven(leftInputs) ? variablesOf(leftInputs) : []).map(
        (one, i) => [one, paired[i]!] as const,
      );
      const both = [left!, right!].map((side) => toArray(side).map((item) => asVariable(context, item)));
      return sameGraphs(both[0]!, both[1]!, pairs);
    },
    'as_string(i, o)': (inputs, outputs) => new PyList(graphStrings(setOf(inputs), variablesOf(outputs!))),
    'op_as_string(i, op)': (inputs, apply) =>
      graphStrings(setOf(inputs), [(apply as PyApply).apply.outputs[0]!])[0]!,
    'walk(nodes, expand, bfs?, return_children?)': (nodes, expand, isBroad) =>
      sequence(
        context,
        walked(toArray(nodes!), expand!, isBroad === undefined || isTrue(isBroad) ? 'broad' : 'deep'),
      ),
  };
}

function walked(start: readonly Value[], expand: Value, order: 'broad' | 'deep'): Value[] {
  const found = new Set<Value>();
  const work = [...start];
  while (work.length > 0) {
    const node = (order === 'broad' ? work.shift() : work.pop())!;
    if (found.has(node)) continue;
    found.add(node);
    const next = call(expand, [node]);
    if (next !== null) work.push(...toArray(next));
  }
  return [...found];
}

/** Everything of the modules about graphs, by signature. */
export const graphFunctions = (context: GraphContext): Readonly<Record<string, NativeBody>> => ({
  ...walkFunctions(context),
  ...copyFunctions(context),
});

/** The pairs of a dict or a list of pairs; a plain value becomes a constant. */
function replacementPairs(context: GraphContext, value: Missing): (readonly [Variable, Variable])[] {
  if (!isGiven(value)) return [];
  if (!(value instanceof PyDict || value instanceof PyList || value instanceof PyTuple)) {
    return raiseValueError(
      `replace is neither a dictionary, list, tuple or None ! The value provided is ${str(value)},of type ${str(typeOf(value))}`,
    );
  }
  const pairs =
    value instanceof PyDict
      ? [...value.table.entries()].map((entry) => [entry.key, entry.value] as const)
      : toArray(value).map((item) => toArray(item) as [Value, Value]);
  return pairs.map(([from, to]) => [
    from instanceof Variable ? from : raiseTypeError('given keys must be Variable', from),
    asVariable(context, to),
  ]);
}

/** One variable or a list of them, in the form that they came. */
function present(outputs: Value, results: readonly Variable[]): Value {
  return outputs instanceof Variable ? results[0]! : new PyList([...results]);
}

const isSet = (flag: Missing): boolean => flag === undefined || isTrue(flag);

/** `clone` of the packages and `clone_replace`, `graph_replace` of the newer ones. */
export function cloningFunctions(context: GraphContext): Readonly<Record<string, Body>> {
  const cloned = (output: Value, replace: Missing, flags: readonly [Missing, Missing]): Value => {
    const options = { isStrict: isSet(flags[0]), sharesInputs: isSet(flags[1]) };
    const pairs = replacementPairs(context, replace);
    return present(output, cloneReplacing(variablesOf(output), pairs, options));
  };
  return {
    'clone(output, replace?, strict?, share_inputs?, copy_inputs?)': (output, replace, ...flags) =>
      cloned(output!, replace, [flags[0], flags[2] ?? flags[1]]),
    'clone_replace(output, replace?, rebuild_strict?, copy_inputs_over?)': (
      output,
      replace,
      strict,
      shares,
    ) => cloned(output!, replace, [strict, shares]),
    'graph_replace(outputs, replace?, strict?)': (outputs, replace, strict) => {
      const pairs = replacementPairs(context, replace);
      const roots = variablesOf(outputs!);
      const keys = new Set(pairs.map(([from]) => from));
      const reached = new Set(ancestors(context.dialect, roots, keys));
      const unused = pairs.filter(([from]) => !reached.has(from));
      if (isSet(strict) && unused.length > 0) {
        const text = unused.map(([from, to]) => `${printVariable(from)}: ${printVariable(to)}`).join(', ');
        raiseValueError(`Some replacements were not used: {${text}}`);
      }
      return present(outputs!, replaceVariables(roots, new Map(pairs)));
    },
  };
}
