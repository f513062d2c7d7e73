/**
 * `FunctionGraph`: a graph with its inputs and outputs, in which a program replaces variables. Graphs are values here: what is replaced
 * is made anew, and the graph remembers what stands for the variables that a program holds. `gof/fg.py` (Theano 1.0.5), `graph/fg.py`
 * (Aesara 2.9.4, PyTensor 3).
 */

import { cloneVariable, GraphCopies } from '../../../graph/cloneGraph.ts';
import { fillText } from '../../../graph/dialects/fillText.ts';
import type { Dialect, LibraryName, PerLibrary } from '../../../graph/dialects.ts';
import { graphStrings } from '../../../graph/graphText.ts';
import { ancestors, libraryOrder, variablesBetween } from '../../../graph/libraryWalks.ts';
import { printApply, printVariable } from '../../../graph/printVariable.ts';
import { fitting } from '../../../graph/rebuild.ts';
import { replaceVariables, sortedApplies } from '../../../graph/traversal.ts';
import { Constant, type GraphContext, Variable } from '../../../graph/variable.ts';
import { EngineError } from '../../../tensor/engineError.ts';
import { PyDict, PySet } from '../../containers.ts';
import {
  exceptionType,
  notSupported,
  objectType,
  raise,
  raiseTypeError,
  raiseValueError,
} from '../../exceptions.ts';
import { isTrue } from '../../protocols/comparison.ts';
import { identityOf } from '../../protocols/hashing.ts';
import { toArray } from '../../protocols/iteration.ts';
import { repr } from '../../protocols/text.ts';
import { chooseTypeBy, defineType } from '../../pyType.ts';
import { builtin, type NativeBody } from '../../signature.ts';
import { PyList, PyTuple, type PyType, type Value } from '../../values.ts';
import { asVariable } from './convert.ts';
import { contextOf } from './libraryContext.ts';
import { applyObject, PyApply } from './pyApply.ts';

type Missing = Value | undefined;

interface Ends {
  readonly inputs: readonly Variable[];
  readonly outputs: readonly Variable[];
}

export class PyFunctionGraph {
  readonly context: GraphContext;
  readonly inputs: readonly Variable[];
  outputs: readonly Variable[];
  /** What stands for variables that were made anew. */
  readonly #present = new Map<Variable, Variable>();

  constructor(context: GraphContext, { inputs, outputs }: Ends) {
    this.context = context;
    this.inputs = inputs;
    this.outputs = outputs;
  }

  get variables(): Variable[] {
    const between = variablesBetween(this.context.dialect, new Set(this.inputs), this.outputs);
    return [...new Set([...this.inputs, ...between])];
  }

  get nodes(): PyApply[] {
    return libraryOrder(this.context.dialect, this.inputs, this.outputs).map((apply) =>
      applyObject(this.context, apply),
    );
  }

  /** What a variable is in the graph as it is now. */
  find(variable: Variable): Variable {
    let found = variable;
    for (let next = this.#present.get(found); next !== undefined; next = this.#present.get(found))
      found = next;
    return found;
  }

  replace(from: Variable, to: Variable): void {
    const before = this.variables;
    const current = this.find(from);
    if (!before.includes(current)) {
      this.#refuse(from);
      return;
    }
    const replacement = fitting(current, to);
    if (replacement === current) return;
    const pairs = new Map([[current, replacement]]);
    const outputs = replaceVariables(this.outputs, pairs);
    checkInputs(this.context, { inputs: this.inputs, outputs });
    const after = replaceVariables([...this.outputs, ...before], pairs);
    this.outputs = after.slice(0, this.outputs.length);
    before.forEach((variable, i) => {
      const now = after[this.outputs.length + i]!;
      if (now !== variable && variable !== current) this.#present.set(variable, now);
    });
  }

  /** Variables that are not in the graph are refused, or passed over. */
  #refuse(variable: Variable): void {
    if (this.context.dialect.foreignReplacement === 'ignored') return;
    raise(
      exceptionType('Exception'),
      `Cannot replace ${printVariable(variable)} because it does not belong to this FunctionGraph`,
      'None',
    );
  }

  clone(): { readonly graph: PyFunctionGraph; readonly copies: GraphCopies } {
    const { ends, copies } = cloned(this);
    return { graph: new PyFunctionGraph(this.context, ends), copies };
  }
}

function cloned({ inputs, outputs }: Ends): { readonly ends: Ends; readonly copies: GraphCopies } {
  const known = inputs.map((input) => [input, cloneVariable(input)] as const);
  const copies = new GraphCopies({ leaf: cloneVariable, isStrict: true }, known);
  return {
    ends: { inputs: known.map(([, copy]) => copy), outputs: outputs.map((output) => copies.copy(output)) },
    copies,
  };
}

function checkInputs({ dialect }: GraphContext, { inputs, outputs }: Ends): void {
  const known = new Set(inputs);
  const missing = (one: Variable): boolean =>
    one.owner === null && !known.has(one) && !(one instanceof Constant);
  for (const apply of sortedApplies(outputs, known)) {
    const index = apply.inputs.findIndex(missing);
    if (index < 0) continue;
    throw new EngineError(
      'MissingInputError',
      `Input ${index}${nameOf(dialect, apply.inputs[index]!)} of the graph (indices start from 0), used to compute ${printApply(apply.outputs[0]!, apply)}, was not provided and not given a value. Use the ${dialect.title} flag exception_verbosity='high', for more information on this error.`,
    );
  }
  const lost = outputs.find(missing);
  if (lost === undefined) return;
  throw new EngineError('MissingInputError', fillText(dialect.undeclaredInput, printVariable(lost)));
}

const nameOf = ({ missingInputName }: Dialect, { name }: Variable): string =>
  name === null ? '' : fillText(missingInputName, name);

function checkOwners({ dialect }: GraphContext, inputs: readonly Variable[]): void {
  if (inputs.every((input) => input.owner === null)) return;
  raiseValueError(dialect.ownedInput);
}

const isGiven = (value: Missing): value is Value => value !== undefined && value !== null;

function variablesOf(value: Value): Variable[] {
  return toArray(value).map((item) =>
    item instanceof Variable ? item : raiseTypeError(`a variable is expected, not ${repr(item)}`),
  );
}

/** Without inputs all that nobody made and that has no value, as the library meets them. */
const freeInputs = ({ dialect }: GraphContext, outputs: readonly Variable[]): Variable[] =>
  ancestors(dialect, outputs).filter((one) => one.owner === null && !(one instanceof Constant));

const signatures = {
  theano: 'FunctionGraph(inputs, outputs, features?, clone?, update_mapping?)',
  aesara: 'FunctionGraph(inputs?, outputs?, features?, clone?, update_mapping?, **kwargs)',
  pytensor: 'FunctionGraph(inputs?, outputs?, features?, clone?, update_mapping?, **kwargs)',
} as const;

const made =
  (context: GraphContext) =>
  (...[inputs, outputs, features, clone]: Missing[]): Value => {
    if (isGiven(features) && toArray(features).length > 0) return notSupported('FunctionGraph(features=…)');
    if (!isGiven(outputs)) return raiseValueError('No outputs specified');
    const roots = variablesOf(outputs);
    const ends = {
      inputs: isGiven(inputs) ? variablesOf(inputs) : freeInputs(context, roots),
      outputs: roots,
    };
    const isCloned = clone === undefined || isTrue(clone);
    const own = isCloned ? cloned(ends).ends : ends;
    checkOwners(context, own.inputs);
    checkInputs(context, own);
    return new PyFunctionGraph(context, own) as unknown as Value;
  };

function replaceAll(self: PyFunctionGraph, pairs: Value): null {
  for (const pair of toArray(pairs)) replaceOne(self, ...(toArray(pair) as [Value, Value]));
  return null;
}

function replaceOne(self: PyFunctionGraph, from: Value, to: Value): null {
  if (!(from instanceof Variable)) return raiseTypeError(`a variable is expected, not ${repr(from)}`);
  self.replace(from, asVariable(self.context, to));
  return null;
}

function clonedWithMemo(self: PyFunctionGraph): Value {
  const { graph, copies } = self.clone();
  const pairs: (readonly [Value, Value])[] = [...copies.known];
  for (const [from, to] of copies.applies)
    pairs.push([applyObject(self.context, from), applyObject(self.context, to)]);
  return new PyTuple([graph as unknown as Value, PyDict.from(pairs)]);
}

function text(self: PyFunctionGraph): string {
  const graphs = graphStrings(new Set(self.inputs), self.outputs).join(', ');
  return fillText(self.context.dialect.functionGraphText, graphs);
}

const sharedDefinition = {
  attributes: {
    inputs: (self: PyFunctionGraph) => new PyList([...self.inputs]),
    outputs: (self: PyFunctionGraph) => new PyList([...self.outputs]),
    apply_nodes: (self: PyFunctionGraph) => PySet.from(self.nodes),
    variables: (self: PyFunctionGraph) => PySet.from(self.variables),
  },
  methods: {
    'toposort()': (self: PyFunctionGraph) => new PyList(self.nodes),
    'clone(check_integrity?, attach_feature?)': (self: PyFunctionGraph) =>
      self.clone().graph as unknown as Value,
    'clone_get_equiv(check_integrity?, attach_feature?)': clonedWithMemo,
    'replace(var, new_var, reason?, verbose?, import_missing?)': (
      self: PyFunctionGraph,
      from: Value,
      to: Value,
    ) => replaceOne(self, from, to),
    'replace_all(pairs, reason?, **kwargs)': (self: PyFunctionGraph, pairs: Value) => replaceAll(self, pairs),
    'check_integrity()': () => null,
  },
  contains: (self: PyFunctionGraph, item: Value) =>
    item instanceof PyApply
      ? self.nodes.includes(item)
      : item instanceof Variable && self.variables.includes(item),
  hash: identityOf,
  repr: text,
  getMissing: (_: unknown, name: string) =>
    name.startsWith('__') ? undefined : notSupported(`the attribute ${name} of graphs of functions`),
} as const;

const modules: PerLibrary<string> = {
  theano: 'theano.gof.fg',
  aesara: 'aesara.graph.fg',
  pytensor: 'pytensor.graph.fg',
};

const typeFor = (library: LibraryName): PyType =>
  defineType<PyFunctionGraph>({
    name: 'FunctionGraph',
    module: modules[library],
    bases: [objectType],
    create: (_, args, keywords) => {
      const context = contextOf(library);
      return builtin(signatures[library], made(context) as NativeBody).call(args, keywords);
    },
    ...sharedDefinition,
  });

/** `theano.gof.FunctionGraph` and its like. */
export const functionGraphTypes: PerLibrary<PyType> = {
  theano: typeFor('theano'),
  aesara: typeFor('aesara'),
  pytensor: typeFor('pytensor'),
};

chooseTypeBy(PyFunctionGraph, (value) => functionGraphTypes[value.context.dialect.library]);
