/** `verify_grad`: compares the gradient of a function with differences of its values. `gradient.py` of the libraries. */
import { grad, usualGrad } from '../../../graph/gradient/grad.ts';
import { elemwise } from '../../../graph/ops/elemwise.ts';
import { reduction } from '../../../graph/ops/reductions.ts';
import { Constant, type GraphContext, Variable } from '../../../graph/variable.ts';
import { EngineError } from '../../../tensor/engineError.ts';
import type { NDArray } from '../../../tensor/ndarray.ts';
import {
  asPythonException,
  exceptionType,
  PythonException,
  raise,
  raiseTypeError,
} from '../../exceptions.ts';
import { getAttribute } from '../../protocols/attributes.ts';
import { call } from '../../protocols/calls.ts';
import { isTrue, richCompare } from '../../protocols/comparison.ts';
import { toArray } from '../../protocols/iteration.ts';
import { dispatchBinary } from '../../protocols/operators.ts';
import { str } from '../../protocols/text.ts';
import { runtime } from '../../runtime.ts';
import {
  type PyExceptionValue,
  PyFloat,
  PyList,
  type PyObject,
  PyTuple,
  type PyType,
  type Value,
} from '../../values.ts';
import { arrayOf } from '../numpy/conversion.ts';
import { field, libraryClass, setField } from '../standard/libraryClass.ts';
import { isCheckable, numberOf, numericGradient, numpy } from './numericGradient.ts';

type Missing = Value | undefined;

const isGiven = (value: Missing): value is Value => value !== undefined && value !== null;

/** What an error of a gradient knows. */
const errorFields = ['arg', 'err_pos', 'shape', 'val1', 'val2', 'abs_err', 'rel_err', 'abs_tol', 'rel_tol'];

function errorText(self: PyObject): string {
  const number = (name: string): string => numberOf(field(self, name)).toFixed(6);
  const text = (name: string): string => str(field(self, name));
  const args = toArray(getAttribute(self, 'args')).map(str).join(', ');
  return `GradientError: numeric gradient and analytic gradient exceed tolerance:
        At position ${text('err_pos')} of argument ${text('arg')} with shape ${text('shape')},
            val1 = ${number('val1')}      ,  val2 = ${number('val2')}
            abs. error = ${number('abs_err')},  abs. tolerance = ${number('abs_tol')}
            rel. error = ${number('rel_err')},  rel. tolerance = ${number('rel_tol')}
Exception args: ${args}`;
}

const gradientError = (module: string): PyType =>
  libraryClass({
    name: 'GradientError',
    module,
    bases: [exceptionType('Exception')],
    methods: {
      [`__init__(${errorFields.join(', ')})`]: ((self: PyExceptionValue, ...values: Value[]) => {
        self.args = [];
        for (const [i, name] of errorFields.entries()) setField(self, name, values[i]!);
        return null;
      }) as never,
      '__str__()': errorText as never,
    },
  });

/** What `verify_grad` is told, with the usual values in place. */
interface Check {
  readonly fun: Value;
  readonly points: readonly NDArray[];
  readonly count: number;
  readonly generator: Value;
  readonly step: Value;
  readonly outType: Value;
  readonly absolute: Value;
  readonly relative: Value;
  readonly castsToOutput: boolean;
}

const tolerances: Readonly<Record<string, number>> = { float16: 5e-2, float32: 1e-2, float64: 1e-4 };

function readCheck(context: GraphContext, args: readonly Missing[]): Check {
  const [fun, point, count, generator, step, outType, absolute, relative, , casts] = args;
  if (!(point instanceof PyList || point instanceof PyTuple)) {
    if (context.dialect.wrongPoint === 'explained') raiseTypeError('`pt` should be a list or tuple');
    throw new EngineError('AssertionError');
  }
  const points = point.items.map((one) => arrayOf(one).copy());
  const wrong = points.findIndex((one) => !isCheckable(one));
  if (wrong >= 0) {
    raiseTypeError(
      `verify_grad can work only with floating point inputs, but input ${wrong} has dtype "${points[wrong]!.dtype}".`,
    );
  }
  const tolerance = new PyFloat(Math.max(...points.map((one) => tolerances[one.dtype]!)));
  return {
    fun: fun!,
    points,
    count: count === undefined ? 2 : numberOf(count),
    generator: isGiven(generator) ? generator : usualGenerator(context),
    step: step ?? null,
    outType: outType ?? null,
    absolute: absolute ?? tolerance,
    relative: relative ?? tolerance,
    castsToOutput: casts !== undefined && isTrue(casts),
  };
}

function usualGenerator({ dialect }: GraphContext): Value {
  if (dialect.checkGenerator === 'made')
    return call(getAttribute(runtime().importModule('numpy').namespace.get('random')!, 'default_rng'), []);
  return raiseTypeError(
    `rng should be a valid instance of numpy.random.RandomState. You may want to use ${dialect.testTools}.verify_grad instead of ${dialect.library}.gradient.verify_grad.`,
  );
}

const newName = (context: GraphContext, name: string): Value =>
  runtime().importModule(context.dialect.library).namespace.get(name)!;

const compiled = (context: GraphContext, inputs: readonly Variable[], output: Value): Value =>
  call(
    newName(context, 'function'),
    [new PyList([...inputs]), output],
    new Map<string, Value>([
      ['allow_input_downcast', true],
      ['on_unused_input', 'ignore'],
    ]),
  );

/** Numbers by which the elements of an output are multiplied, none of them small. */
function projection(context: GraphContext, check: Check, output: Variable, shape: Value): Value {
  const { checkDraws } = context.dialect;
  const lengths = checkDraws === 'rand' ? toArray(shape) : [shape];
  const drawn = call(getAttribute(check.generator, checkDraws), lengths);
  const plain = dispatchBinary('+', drawn, new PyFloat(0.5));
  return check.castsToOutput && output.dtype === 'float32' ? numpy('array', plain, 'float32') : plain;
}

function outputOf(context: GraphContext, { fun }: Check, inputs: readonly Variable[]): Variable {
  const output = call(fun, [...inputs]);
  if (output instanceof Variable) return output;
  if (output instanceof PyList) {
    raise(exceptionType('NotImplementedError'), context.dialect.severalChecked);
  }
  return raiseTypeError(context.dialect.wrongChecked);
}

const copies = ({ points }: Check): NDArray[] => points.map((point) => point.copy());

/** The class of errors and of numeric gradients of one library, and the check that uses them. */
export function gradientChecks(context: GraphContext): {
  readonly classes: Readonly<Record<string, PyType>>;
  readonly functions: Readonly<Record<string, (...args: Missing[]) => Value>>;
} {
  const module = `${context.dialect.library}.gradient`;
  const classes = { GradientError: gradientError(module), numeric_grad: numericGradient(module) };
  const verify = (...args: Missing[]): Value => {
    const check = readCheck(context, args);
    const inputs = check.points.map((point, i) => {
      const { type } = new Constant(context, point);
      return new Variable(context, type, { name: `input ${i}` });
    });
    const output = outputOf(context, check, inputs);
    const shape = getAttribute(call(compiled(context, inputs, output), copies(check)), 'shape');
    const weights = call(newName(context, 'shared'), [projection(context, check, output, shape)]) as Variable;
    weights.name = 'random_projection';
    const cost = reduction('sum', elemwise('mul', weights, output), { axis: null });
    const found = grad(context, { ...usualGrad, cost, wrt: inputs, disconnectedInputs: 'ignore' });
    const value = compiled(context, inputs, cost);
    const gradient = compiled(context, inputs, new PyList(found as Variable[]));
    for (let i = 0; i < check.count; i++) {
      withInputs(context, check, () => {
        compare(classes, check, value, gradient);
        if (i < check.count - 1)
          call(getAttribute(weights, 'set_value'), [projection(context, check, output, shape)]);
      });
    }
    return null;
  };
  return {
    classes,
    functions: {
      'verify_grad(fun, pt, n_tests?, rng?, eps?, out_type?, abs_tol?, rel_tol?, mode?, cast_to_output_type?, no_debug_ref?)':
        verify,
    },
  };
}

const exceeds = (error: Value, tolerance: Value): boolean => isTrue(richCompare('>', error, tolerance));

function compare(
  { GradientError, numeric_grad }: { readonly GradientError: PyType; readonly numeric_grad: PyType },
  check: Check,
  value: Value,
  gradient: Value,
): void {
  const numeric = call(numeric_grad, [value, new PyList(copies(check)), check.step, check.outType]);
  const analytic = call(gradient, copies(check));
  const { absolute, relative } = check;
  const worst = call(getAttribute(numeric, 'max_err'), [analytic, absolute, relative]);
  const [index, position, absoluteError, relativeError] = toArray(worst) as [Value, Value, Value, Value];
  if (!exceeds(absoluteError, absolute) || !exceeds(relativeError, relative)) return;
  const [ours, theirs] = [analytic, getAttribute(numeric, 'gf')].map((one) => toArray(one)[numberOf(index)]!);
  const at = (array: Value): Value => numpy('take', array, position);
  const error = call(GradientError, [
    index,
    position,
    getAttribute(ours!, 'shape'),
    at(ours!),
    at(theirs!),
    absoluteError,
    relativeError,
    absolute,
    relative,
  ]);
  throw new PythonException(error as PyExceptionValue);
}

/** Errors may tell for which inputs they happened. */
function withInputs(context: GraphContext, check: Check, body: () => void): void {
  try {
    body();
  } catch (error) {
    const exception = asPythonException(error);
    if (exception === null || context.dialect.checkErrors === 'plain') throw error;
    exception.value.args = [
      ...exception.value.args,
      '\nThe error happened with the following inputs:',
      new PyList([...check.points]),
      '\nThe value of eps is:',
      check.step,
      '\nThe out_type is:',
      check.outType,
    ];
    throw exception;
  }
}
