/** `inspect.getfullargspec` and Python 2's `inspect.getargspec`: the parameters of functions of the program as named tuples. */
import { PyDict } from '../../containers.ts';
import { notSupported, raiseTypeError } from '../../exceptions.ts';
import { tryGetAttribute } from '../../protocols/attributes.ts';
import { call } from '../../protocols/calls.ts';
import { repr } from '../../protocols/text.ts';
import { lookupInType } from '../../pyType.ts';
import {
  type ParameterShape,
  PyBoundMethod,
  PyFunction,
  PyList,
  PyType,
  PyUnboundMethod,
  type Value,
} from '../../values.ts';
import { namedTupleClass } from './collections/namedTuple.ts';

const fields = ['args', 'varargs', 'varkw', 'defaults', 'kwonlyargs', 'kwonlydefaults', 'annotations'];

/** The function whose parameters are asked for, `self` among them: of a bound method its own, of a class its `__init__`. */
function functionOf(callee: Value): PyFunction | undefined {
  if (callee instanceof PyFunction) return callee;
  if (callee instanceof PyBoundMethod || callee instanceof PyUnboundMethod) return functionOf(callee.callee);
  const own = callee instanceof PyType ? lookupInType(callee, '__init__') : undefined;
  return own instanceof PyFunction ? own : undefined;
}

interface Parts {
  readonly positional: PyList;
  readonly varArgs: string | null;
  readonly kwArgs: string | null;
  readonly named: readonly string[];
}

function partsOf(shapes: readonly ParameterShape[]): Parts {
  const names = (...wanted: ParameterShape['variety'][]): string[] =>
    shapes.filter((shape) => wanted.includes(shape.variety)).map((shape) => shape.name);
  return {
    positional: new PyList(names('positionalOnly', 'positional')),
    varArgs: names('varArgs')[0] ?? null,
    kwArgs: names('kwArgs')[0] ?? null,
    named: names('keywordOnly'),
  };
}

/** `inspect.getfullargspec(func)`. */
export function fullSpecification(callee: Value): Value {
  const code = functionOf(callee);
  if (code === undefined)
    return notSupported('inspect.getfullargspec of something that is not written in Python');
  const { positional, varArgs, kwArgs, named } = partsOf(code.code.shown.parameters);
  const known = named.filter((name) => code.keywordDefaults?.has(name));
  const defaults = PyDict.from(known.map((name) => [name, code.keywordDefaults!.get(name)!] as const));
  const annotations = tryGetAttribute(code, '__annotations__') ?? new PyDict();
  const type = namedTupleClass('FullArgSpec', fields, { module: 'inspect' });
  return call(type, [
    positional,
    varArgs,
    kwArgs,
    code.defaults ?? null,
    new PyList([...named]),
    known.length > 0 ? defaults : null,
    annotations,
  ]);
}

/** `inspect.getargspec(func)` of Python 2. */
export function specification(callee: Value): Value {
  const code = callee instanceof PyType ? undefined : functionOf(callee);
  if (code === undefined) return raiseTypeError(`${repr(callee)} is not a Python function`);
  const { positional, varArgs, kwArgs } = partsOf(code.code.shown.parameters);
  const type = namedTupleClass('ArgSpec', ['args', 'varargs', 'keywords', 'defaults'], { module: 'inspect' });
  return call(type, [positional, varArgs, kwArgs, code.defaults ?? null]);
}
