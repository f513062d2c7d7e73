/** `inspect`: what kind of thing a value is, and the signatures of functions of the program. */
import { PyDict } from '../../containers.ts';
import { notSupported, objectType, raiseTypeError } from '../../exceptions.ts';
import { defineModule } from '../../nativeModule.ts';
import { getAttribute, tryGetAttribute } from '../../protocols/attributes.ts';
import { call, isCallable } from '../../protocols/calls.ts';
import { isTrue } from '../../protocols/comparison.ts';
import { toArray } from '../../protocols/iteration.ts';
import { repr, str } from '../../protocols/text.ts';
import { defineType, lookupInType, typeOf } from '../../pyType.ts';
import { pythonVersion } from '../../runtime.ts';
import { PyGenerator } from '../../types/generatorType.ts';
import { hintText } from '../../types/genericTypes.ts';
import { PyMappingProxy } from '../../types/mappingProxy.ts';
import { abstractMethods } from '../../types/objectType.ts';
import {
  type Keywords,
  type ParameterShape,
  PyBoundMethod,
  PyBuiltin,
  PyFunction,
  PyLibraryFunction,
  PyList,
  PyModule,
  PyObject,
  PyTuple,
  PyType,
  type Value,
} from '../../values.ts';
import { dir } from '../builtinInspection.ts';
import { bindToParameters, withDefaults } from './argumentBinding.ts';
import { fullSpecification, specification } from './argumentSpecs.ts';
import { initShapes, shapeOf } from './dataclasses/initializer.ts';

/** `inspect.Parameter`. */
class PyParameter extends PyObject {
  readonly name: string;
  readonly variety: ParameterShape['variety'];
  readonly default: Value | undefined;
  readonly annotation: Value | undefined;
  constructor(shape: ParameterShape, value: Value | undefined, annotation: Value | undefined) {
    super();
    this.name = shape.name;
    this.variety = shape.variety;
    this.default = value;
    this.annotation = annotation;
  }
}

/** `inspect.Signature`. */
class PySignature extends PyObject {
  readonly parameters: readonly PyParameter[];
  readonly returns: Value | undefined;
  constructor(parameters: readonly PyParameter[], returns: Value | undefined) {
    super();
    this.parameters = parameters;
    this.returns = returns;
  }
}

/** `_ParameterKind`: an int that prints its name. */
class PyKind extends PyObject {
  readonly variety: ParameterShape['variety'];
  constructor(variety: ParameterShape['variety']) {
    super();
    this.variety = variety;
  }
}
const kindNames: Readonly<Record<ParameterShape['variety'], readonly [name: string, text: string]>> = {
  positionalOnly: ['POSITIONAL_ONLY', 'positional-only'],
  positional: ['POSITIONAL_OR_KEYWORD', 'positional or keyword'],
  varArgs: ['VAR_POSITIONAL', 'variadic positional'],
  keywordOnly: ['KEYWORD_ONLY', 'keyword-only'],
  kwArgs: ['VAR_KEYWORD', 'variadic keyword'],
};
const varieties = Object.keys(kindNames) as ParameterShape['variety'][];
const kinds = new Map(varieties.map((variety) => [variety, new PyKind(variety)]));
const numberOf = (kind: PyKind): number => varieties.indexOf(kind.variety);

defineType<PyKind>({
  name: '_ParameterKind',
  module: 'inspect',
  class: PyKind,
  attributes: {
    name: (self) => kindNames[self.variety][0],
    value: numberOf,
    description: (self) => kindNames[self.variety][1],
  },
  index: numberOf,
  str: (self) => kindNames[self.variety][0],
  repr: (self) => `<_ParameterKind.${kindNames[self.variety][0]}: ${numberOf(self)}>`,
});

const empty = new PyType('_empty', [objectType], { module: 'inspect', isNative: true });
empty.mro = [empty, objectType];

const annotationText = (value: Value): string => {
  if (typeof value === 'object' && value !== null && typeOf(value).module === 'typing') {
    return repr(value).replace(/^typing\./, '');
  }
  return hintText(value);
};

function parameterText(self: PyParameter): string {
  const star = self.variety === 'varArgs' ? '*' : self.variety === 'kwArgs' ? '**' : '';
  const hint = self.annotation === undefined ? '' : `: ${annotationText(self.annotation)}`;
  const equals = hint === '' ? '=' : ' = ';
  return star + self.name + hint + (self.default === undefined ? '' : equals + repr(self.default));
}

const parameterType = defineType<PyParameter>({
  name: 'Parameter',
  module: 'inspect',
  class: PyParameter,
  attributes: {
    name: (self) => self.name,
    kind: (self) => kinds.get(self.variety)!,
    default: (self) => (self.default === undefined ? empty : self.default),
    annotation: (self) => (self.annotation === undefined ? empty : self.annotation),
  },
  constants: {
    empty,
    ...Object.fromEntries(varieties.map((variety) => [kindNames[variety][0], kinds.get(variety)!])),
  },
  str: parameterText,
  repr: (self) => `<Parameter "${parameterText(self)}">`,
});

function signatureText({ parameters, returns }: PySignature): string {
  const parts: string[] = [];
  let wasPositionalOnly = false;
  let hasStar = false;
  for (const each of parameters) {
    if (wasPositionalOnly && each.variety !== 'positionalOnly') parts.push('/');
    wasPositionalOnly = each.variety === 'positionalOnly';
    if (each.variety === 'keywordOnly' && !hasStar) parts.push('*');
    hasStar ||= each.variety === 'varArgs' || each.variety === 'keywordOnly';
    parts.push(parameterText(each));
  }
  if (wasPositionalOnly) parts.push('/');
  return `(${parts.join(', ')})${returns === undefined ? '' : ` -> ${annotationText(returns)}`}`;
}

const signatureType = defineType<PySignature>({
  name: 'Signature',
  module: 'inspect',
  class: PySignature,
  attributes: {
    parameters: (self) =>
      new PyMappingProxy(PyDict.from(self.parameters.map((each) => [each.name, each] as const))),
    return_annotation: (self) => (self.returns === undefined ? empty : self.returns),
  },
  methods: {
    'bind(*args, **kwargs)': (self: PySignature, args: Value[], keywords: Keywords) =>
      new PyBoundArguments(self, bindToParameters(self.parameters, { args, keywords }, 'refused')),
    'bind_partial(*args, **kwargs)': (self: PySignature, args: Value[], keywords: Keywords) =>
      new PyBoundArguments(self, bindToParameters(self.parameters, { args, keywords }, 'allowed')),
  },
  constants: { empty },
  str: signatureText,
  repr: (self) => `<Signature ${signatureText(self)}>`,
});

/** `inspect.BoundArguments`. */
class PyBoundArguments extends PyObject {
  readonly signature: PySignature;
  arguments: PyDict;
  constructor(signature: PySignature, bound: ReadonlyMap<string, Value>) {
    super();
    this.signature = signature;
    this.arguments = PyDict.from(bound);
  }
}

const namedArguments = ({ arguments: dict }: PyBoundArguments): (readonly [string, Value])[] =>
  [...dict.table.entries()].map(({ key, value }) => [str(key), value] as const);

/** `args` and `kwargs`: how the function would be called. */
function callShape(self: PyBoundArguments): { readonly args: Value[]; readonly keywords: PyDict } {
  const given = new Map(namedArguments(self));
  const args: Value[] = [];
  const keywords = new PyDict();
  let isNamed = false;
  for (const { name, variety } of self.signature.parameters) {
    const value = given.get(name);
    isNamed ||= variety === 'keywordOnly' || (value === undefined && variety !== 'varArgs');
    if (value === undefined) continue;
    if (variety === 'varArgs') args.push(...toArray(value));
    else if (variety === 'kwArgs') {
      for (const { key, value: each } of (value as PyDict).table.entries()) keywords.table.set(key, each);
    } else if (isNamed) keywords.table.set(name, value);
    else args.push(value);
  }
  return { args, keywords };
}

defineType<PyBoundArguments>({
  name: 'BoundArguments',
  module: 'inspect',
  class: PyBoundArguments,
  attributes: {
    arguments: (self) => self.arguments,
    signature: (self) => self.signature,
    args: (self) => new PyTuple(callShape(self).args),
    kwargs: (self) => callShape(self).keywords,
  },
  methods: {
    'apply_defaults()': (self: PyBoundArguments) => {
      const given = new Map(namedArguments(self));
      self.arguments = PyDict.from(withDefaults(self.signature.parameters, given));
      return null;
    },
  },
  repr: (self) =>
    `<BoundArguments (${namedArguments(self)
      .map(([name, value]) => `${name}=${repr(value)}`)
      .join(', ')})>`,
});

function functionSignature(callee: PyFunction): PySignature {
  const shapes = callee.code.shown.parameters;
  const positional = shapes.filter(
    (each) => each.variety === 'positional' || each.variety === 'positionalOnly',
  );
  const defaults = callee.defaults instanceof PyTuple ? callee.defaults.items : [];
  const first = positional.length - defaults.length;
  const annotations = tryGetAttribute(callee, '__annotations__');
  const hints = annotations instanceof PyDict ? annotations.table : null;
  const parameters = shapes.map((shape) => {
    const index = positional.indexOf(shape);
    const value = index >= 0 ? defaults[index - first] : callee.keywordDefaults?.get(shape.name);
    return new PyParameter(shape, value, hints?.get(shape.name));
  });
  return new PySignature(parameters, hints?.get('return'));
}

function signature(callee: Value): PySignature {
  const wrapped = callee instanceof PyObject ? callee.attributes?.get('__wrapped__') : undefined;
  if (wrapped !== undefined) return signature(wrapped);
  if (callee instanceof PyFunction) return functionSignature(callee);
  if (callee instanceof PyBoundMethod) {
    const whole = signature(callee.callee);
    return new PySignature(whole.parameters.slice(1), whole.returns);
  }
  if (callee instanceof PyType) {
    const fields = initShapes.get(callee);
    if (fields) {
      const parameters = fields.map((each) => new PyParameter(shapeOf(each), each.default, each.type));
      return new PySignature(parameters, null);
    }
    const own = lookupInType(callee, '__init__');
    if (own instanceof PyFunction) {
      const whole = functionSignature(own);
      return new PySignature(whole.parameters.slice(1), whole.returns);
    }
  }
  if (!isCallable(callee)) raiseTypeError(`${repr(callee)} is not a callable object`);
  const called = lookupInType(typeOf(callee), '__call__');
  if (called instanceof PyFunction) return signature(new PyBoundMethod(called, callee));
  return notSupported('inspect.signature of something that is not written in Python');
}

function members(value: Value, predicate?: Value): Value {
  const names = (dir(value) as PyList).items.map(str);
  const pairs = names.flatMap((name): Value[] => {
    const member = tryGetAttribute(value, name);
    if (member === undefined) return [];
    const isWanted = predicate === undefined || predicate === null || isTrue(call(predicate, [member]));
    return isWanted ? [new PyTuple([name, member])] : [];
  });
  return new PyList(pairs);
}

function documentation(value: Value): Value {
  const text = tryGetAttribute(value, '__doc__');
  return typeof text === 'string' ? cleanText(text) : null;
}

/** `inspect.cleandoc`. */
function cleanText(text: string): string {
  const lines = text.replaceAll('\t', '        ').split('\n');
  const margins = lines.slice(1).flatMap((line) => (line.trim() === '' ? [] : [line.search(/\S/)]));
  const margin = margins.length > 0 ? Math.min(...margins) : 0;
  const cut = [lines[0]!.trimStart(), ...lines.slice(1).map((line) => line.slice(margin))];
  while (cut.length > 0 && cut.at(-1)!.trim() === '') cut.pop();
  while (cut.length > 0 && cut[0]!.trim() === '') cut.shift();
  return cut.join('\n');
}

const isRoutine = (value: Value): boolean =>
  value instanceof PyFunction || value instanceof PyBuiltin || value instanceof PyBoundMethod;

const isGeneratorFunction = (value: Value): boolean =>
  value instanceof PyFunction && value.code.shown.isGenerator;

export const inspectModule = (): PyModule =>
  defineModule({
    name: 'inspect',
    values: { Parameter: parameterType, Signature: signatureType, _empty: empty },
    functions: {
      'signature(obj, *, follow_wrapped?)': signature,
      'isfunction(object)': (value: Value) =>
        value instanceof PyFunction || value instanceof PyLibraryFunction,
      'ismethod(object)': (value: Value) =>
        value instanceof PyBoundMethod && !(value.callee instanceof PyBuiltin),
      'isclass(object)': (value: Value) => value instanceof PyType,
      'ismodule(object)': (value: Value) => value instanceof PyModule,
      'isbuiltin(object)': (value: Value) =>
        (value instanceof PyBuiltin && !(value instanceof PyLibraryFunction)) ||
        (value instanceof PyBoundMethod && value.callee instanceof PyBuiltin),
      'isroutine(object)': isRoutine,
      'isgenerator(object)': (value: Value) => value instanceof PyGenerator,
      'isgeneratorfunction(obj)': isGeneratorFunction,
      'iscoroutinefunction(obj)': () => false,
      'isabstract(object)': (value: Value) => value instanceof PyType && abstractMethods(value).length > 0,
      'getmembers(object, predicate?)': members,
      'getdoc(object)': documentation,
      'cleandoc(doc)': (text: Value) => cleanText(str(text)),
      'getmro(cls)': (type: Value) => getAttribute(type, '__mro__'),
      'getmodule(object)': (value: Value) => tryGetAttribute(value, '__module__') ?? null,
      ...(pythonVersion() === 2
        ? { 'getargspec(func)': specification }
        : { 'getfullargspec(func)': fullSpecification }),
      'getsource(object)': () => notSupported('inspect.getsource()'),
    },
    refused: '*',
  });
