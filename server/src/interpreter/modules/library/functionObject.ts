/** Compiled functions as Python objects: calls, the values of inputs between calls, copies, and the graph. */

import { CompiledFunction, copyFunction } from '../../../graph/compiledFunction.ts';
import type { FunctionInput } from '../../../graph/functionInputs.ts';
import type { GivenValue } from '../../../graph/inputValue.ts';
import { libraryOrder } from '../../../graph/libraryWalks.ts';
import { type GeneratorKind, sameType } from '../../../graph/tensorType.ts';
import { type GraphContext, SharedVariable, Variable } from '../../../graph/variable.ts';
import { EngineError } from '../../../tensor/engineError.ts';
import { NDArray } from '../../../tensor/ndarray.ts';
import { PyDict } from '../../containers.ts';
import {
  notSupported,
  raiseAttributeError,
  raiseKeyError,
  raiseTypeError,
  raiseValueError,
} from '../../exceptions.ts';
import { isTrue } from '../../protocols/comparison.ts';
import { str } from '../../protocols/text.ts';
import { defineType } from '../../pyType.ts';
import { callSite, runtime } from '../../runtime.ts';
import { asText } from '../../types/textValues.ts';
import { type Keywords, PyList, PyTuple, type Value } from '../../values.ts';
import { PyMode } from './config.ts';
import { givenValue, sourceTypeOf } from './convert.ts';
import { deepCopyFunction } from './copies.ts';
import { PyFunctionGraph } from './functionGraphs.ts';
import { PyIn, PyOut } from './functionInputsModule.ts';
import { compilerOf, tellOnce } from './libraryContext.ts';
import { asStored } from './programOps.ts';
import { applyObject } from './pyApply.ts';
import { generatorIn, isGenerator, kindOf, stateOf } from './random/generatorObjects.ts';
import { containerOf } from './sharedVariables.ts';
import { PyContainer, storeIn } from './storageContainer.ts';
import { nameArgument, TensorTypeObject } from './tensorTypeObject.ts';
import { argumentFor } from './unfitInput.ts';

type Missing = Value | undefined;

const isArray = (arg: Value): boolean => arg instanceof NDArray;

function callCompiled(self: CompiledFunction, args: readonly Value[], keywords: Keywords): Value {
  const site = callSite();
  const running = runtime();
  const named = new Map(
    [...(keywords ?? [])].map(([name, value]) => [name, () => namedValue(self, name, value)] as const),
  );
  const results = self.call(
    {
      positional: args.map((arg, i) => () => inputValue(self, arg, i)),
      named,
      nameOf: (name, index) => variableName(args[index] ?? keywords?.get(name ?? '')),
    },
    {
      span: site.span,
      host: running,
      sharesInputs: args.length < self.inputs.length || args.some(isArray),
      report: (event) => running.observer.call(event, site),
    },
  );
  switch (self.form) {
    case 'none':
      return new PyList([]);
    case 'single':
      return outputValue(self, results[0]!.value, 0);
    case 'list':
      return new PyList(results.map((result, i) => outputValue(self, result.value, i)));
    case 'dict':
      return PyDict.from(results.map(({ key, value }, i) => [key!, outputValue(self, value, i)] as const));
  }
}

/** A result as Python gets it: arrays as they are, states as generators. */
function outputValue({ context, graph }: CompiledFunction, value: NDArray, index: number): Value {
  const { generator } = graph.outputs[index]!.type;
  return generator === undefined ? asStored(value) : generatorIn(context, generator, value);
}

const variableName = (value: Value | undefined): string | null =>
  value instanceof Variable ? value.name : null;

function inputValue(self: CompiledFunction, arg: Value, index: number): GivenValue {
  const { variable } = self.inputs[index]!;
  const { generator } = variable.type;
  return generator === undefined ? argumentFor(variable, arg) : givenGenerator(generator, arg);
}

function namedValue(self: CompiledFunction, name: string, value: Value): GivenValue {
  const input = self.inputs.find((one) => one.name === name);
  return input === undefined ? givenValue(value) : argumentFor(input.variable, value);
}

function givenGenerator(kind: GeneratorKind, value: Value): GivenValue {
  if (!isGenerator(value) || kindOf(value) !== kind) throw new EngineError('TypeError');
  return {
    array: stateOf(value),
    origin: 'ndarray',
    text: () => str(value),
    source: value,
    sourceType: () => sourceTypeOf(value),
  };
}

/** Where the value of an input lies, as the libraries' functions see it. */
const inputContainer = (self: CompiledFunction, input: FunctionInput): PyContainer =>
  new PyContainer({
    context: self.context,
    type: input.variable.type,
    name: input.variable.name,
    isStrict: input.isStrict,
    allowDowncast: input.allowDowncast,
    read: () => input.cell.read(),
    store: input.cell.store,
  });

/** The places of all inputs, the shared variables among them. */
const containersOf = (self: CompiledFunction): PyContainer[] => [
  ...self.inputs.map((input) => inputContainer(self, input)),
  ...self.shared.map(containerOf),
];

/** The place that a number, a variable or a name stands for; null: several have the name. */
function findContainer(self: CompiledFunction, key: Value): PyContainer | null | undefined {
  const all = containersOf(self);
  if (typeof key === 'number') return all[key];
  const variables = [...self.inputs.map((input) => input.variable), ...self.shared];
  if (key instanceof Variable) return all[variables.indexOf(key)];
  const name = asText(key);
  const names = [...self.inputs.map((input) => input.name), ...self.shared.map((variable) => variable.name)];
  const places = name === null ? [] : all.filter((_, i) => names[i] === name);
  return places.length > 1 ? null : places[0];
}

function containerAt(self: CompiledFunction, key: Value): PyContainer {
  const found = findContainer(self, key);
  if (found === undefined) return raiseTypeError(`Unknown input or state: ${str(key)}`);
  return (
    found ??
    raiseTypeError(
      `Ambiguous name: ${str(key)} - please check the names of the inputs of your function for duplicates.`,
    )
  );
}

/** `f.value` and `f.container`: by number, variable or name. */
class PyFunctionView {
  readonly compiled: CompiledFunction;
  readonly shows: 'values' | 'containers';
  constructor(compiled: CompiledFunction, shows: 'values' | 'containers') {
    this.compiled = compiled;
    this.shows = shows;
  }
}

const valueAt = (self: CompiledFunction, key: Value): Value => containerAt(self, key).storage.read();

defineType<PyFunctionView>({
  name: 'ValueAttribute',
  module: 'theano.compile.function_module',
  class: PyFunctionView,
  getItem: ({ compiled, shows }, key) => {
    if (shows === 'values') return valueAt(compiled, key);
    const found = findContainer(compiled, key);
    return found === undefined ? raiseKeyError(key) : found;
  },
  setItem: ({ compiled, shows }, key, value) => {
    if (shows === 'containers')
      raiseTypeError("'ContainerAttribute' object does not support item assignment");
    storeIn(containerAt(compiled, key), value);
  },
  contains: ({ compiled }, key) => findContainer(compiled, key) !== undefined,
});

/** The libraries rewrite a graph when they compile it; texts of it differ from ours, and that is told once. */
const tellUnwritten = (context: GraphContext): void =>
  tellOnce(
    context,
    `f.maker shows the graph as it was written; ${context.dialect.title} would show it rewritten by its optimizations.`,
  );

/** `f.maker` and `f.maker.fgraph`: the graph that the function runs. ScanLens rewrites nothing in it. */
class PyMaker {
  readonly compiled: CompiledFunction;
  constructor(compiled: CompiledFunction) {
    this.compiled = compiled;
  }
}

const functionGraphOf = ({ context, graph, shared }: CompiledFunction): Value =>
  new PyFunctionGraph(context, {
    inputs: [...graph.inputs, ...shared],
    outputs: graph.outputs,
  }) as unknown as Value;

const refuseInternal = (what: string) => (_: unknown, name: string) =>
  name.startsWith('__') ? undefined : notSupported(`the attribute ${name} of ${what}`);

defineType<PyMaker>({
  name: 'FunctionMaker',
  module: 'theano.compile.function_module',
  class: PyMaker,
  attributes: {
    fgraph: (self) => functionGraphOf(self.compiled),
    mode: () => new PyMode(),
    inputs: ({ compiled }) => new PyList([...compiled.inputs.map(inOf), ...compiled.shared.map(sharedInOf)]),
    outputs: ({ compiled }) => new PyList(outputsOf(compiled).map((variable) => new PyOut(variable, false))),
  },
  getMissing: refuseInternal('the maker of functions'),
});

const outputsOf = ({ graph, given }: CompiledFunction): readonly Variable[] =>
  graph.outputs.slice(0, given.outputs.length);

const plainIn = { mutable: false, isStrict: false, allowDowncast: null, isImplicit: false, borrow: false };

const inOf = (input: FunctionInput): PyIn =>
  new PyIn(input.variable, { ...plainIn, ...input, value: input.cell.read() });

const sharedInOf = (variable: SharedVariable): PyIn =>
  new PyIn(variable, {
    ...plainIn,
    name: variable.name,
    value: containerOf(variable),
    update: null,
    isImplicit: true,
    borrow: true,
  });

/** Shared variables by those that take their place. */
function swapOf(self: CompiledFunction, given: Missing): Map<SharedVariable, SharedVariable> {
  const swap = new Map<SharedVariable, SharedVariable>();
  if (!(given instanceof PyDict)) return swap;
  for (const { key, value } of given.table.entries()) {
    if (!(key instanceof SharedVariable) || !self.shared.includes(key)) {
      return raiseValueError(
        `SharedVariable: ${key instanceof Variable ? (key.name ?? 'None') : str(key)} not found`,
      );
    }
    swap.set(key, checkedSwap(self.context, key, value));
  }
  return swap;
}

function checkedSwap(context: GraphContext, from: SharedVariable, to: Value): SharedVariable {
  if (to instanceof SharedVariable && sameType(to.type, from.type)) return to;
  throw to instanceof SharedVariable
    ? new EngineError('AssertionError', [
        'Type of given SharedVariable conflicts with original one',
        'Type of given SharedVariable:',
        new TensorTypeObject(context, to.type),
        'Type of original SharedVariable:',
        new TensorTypeObject(context, from.type),
      ])
    : new EngineError('AssertionError', 'Value of swap should be SharedVariable, given:', to);
}

function copied(self: CompiledFunction, ...rest: Missing[]): CompiledFunction {
  const [, swap, deletes, name] = rest;
  const given = nameArgument(name);
  const usual = self.name === null ? null : `${self.name} copy`;
  return copyFunction(
    self,
    {
      swap: swapOf(self, swap),
      keepsUpdates: deletes === undefined || !isTrue(deletes),
      name: given ?? usual,
      form: copiedForm(self),
    },
    compilerOf(self.context),
  );
}

function copiedForm({ context, form }: CompiledFunction): CompiledFunction['form'] {
  return form === 'single' ? context.dialect.copiedSingle : form;
}

function finderOf(self: CompiledFunction): PyDict {
  const pairs: [Value, Value][] = [];
  const variables = [...self.inputs.map((input) => input.variable), ...self.shared];
  containersOf(self).forEach((container, i) => {
    pairs.push([i, container], [variables[i]!, container], [variables[i]!.name, container]);
  });
  return PyDict.from(pairs);
}

const defaultsOf = (self: CompiledFunction): PyList =>
  new PyList([
    ...self.inputs.map((input) => new PyTuple([input.isRequired, input.refed !== null, input.cell.read()])),
    ...self.shared.map((variable) => new PyTuple([false, false, containerOf(variable)])),
  ]);

/** What the attributes of functions that programs may set are. */
const trusting = new WeakSet<CompiledFunction>();

const returnedCount = ({ context, given }: CompiledFunction): number =>
  context.dialect.tellsReturnedCount
    ? given.outputs.length
    : raiseAttributeError("'Function' object has no attribute 'n_returned_outputs'");

export const compiledFunctionType = defineType<CompiledFunction>({
  name: 'Function',
  module: 'compile.function.types',
  class: CompiledFunction,
  attributes: {
    name: {
      get: (self) => (self.context.dialect.functionNames === 'given' ? self.name : (self.name ?? self.label)),
      set: (self, value) => {
        self.name = nameArgument(value);
      },
    },
    // The arguments of a call are looked at all the same: they have the right types where a program may set this.
    trust_input: {
      get: (self) => trusting.has(self),
      set: (self, value) => {
        if (isTrue(value)) trusting.add(self);
        else trusting.delete(self);
      },
    },
    value: (self) => new PyFunctionView(self, 'values'),
    container: (self) => new PyFunctionView(self, 'containers'),
    maker: (self) => {
      tellUnwritten(self.context);
      return new PyMaker(self);
    },
    finder: finderOf,
    defaults: defaultsOf,
    input_storage: (self) => new PyList(containersOf(self)),
    profile: () => null,
    n_returned_outputs: (self) => returnedCount(self),
    unpack_single: (self) => self.form === 'single',
    return_none: () => false,
    nodes_with_inner_function: (self) =>
      new PyList(
        libraryOrder(self.context.dialect, self.graph.inputs, self.graph.outputs)
          .filter((apply) => apply.op.entry.kind === 'bufferedScan')
          .map((apply) => applyObject(self.context, apply).op),
      ),
  },
  methods: {
    'copy(share_memory?, swap?, delete_updates?, name?, profile?)': copied,
    '__copy__()': (self: CompiledFunction) => copied(self),
    '__deepcopy__(memo)': deepCopyFunction,
    'free()': () => null,
    'get_shared()': (self: CompiledFunction) => new PyList([...self.shared]),
    'sync_shared()': () => null,
  },
  call: callCompiled,
  getItem: valueAt,
  setItem: (self, key, value) => storeIn(containerAt(self, key), value),
  contains: (self, key) => findContainer(self, key) !== undefined,
  getMissing: (_, name) =>
    ['fn', 'vm', 'indices', 'inv_finder', 'output_storage', 'outputs', 'output_keys'].includes(name)
      ? notSupported(`the attribute ${name} of compiled functions`)
      : undefined,
});
