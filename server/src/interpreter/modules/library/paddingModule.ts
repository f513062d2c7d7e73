/** `pad` of PyTensor, bound to Python. */
import { integerConstant } from '../../../graph/constants.ts';
import { type PadMode, padded, padModes } from '../../../graph/ops/padding.ts';
import type { GraphContext } from '../../../graph/variable.ts';
import { EngineError } from '../../../tensor/engineError.ts';
import { raiseKeyError, raiseValueError } from '../../exceptions.ts';
import { repr } from '../../protocols/text.ts';
import { asText } from '../../types/textValues.ts';
import { PyList, type Value } from '../../values.ts';
import { asVariable } from './convert.ts';
import type { Functions } from './functions.ts';

type Missing = Value | undefined;

/** The argument that a mode may have; `median` is known only in order to be refused. */
const argumentOf: Readonly<Record<PadMode | 'median', string | null>> = {
  constant: 'constant_values',
  edge: null,
  linear_ramp: 'end_values',
  maximum: 'stat_length',
  mean: 'stat_length',
  median: 'stat_length',
  minimum: 'stat_length',
  wrap: null,
  symmetric: 'reflect_type',
  reflect: 'reflect_type',
};

const isKnown = (mode: Value): mode is PadMode | 'median' =>
  typeof mode === 'string' && Object.hasOwn(argumentOf, mode);

const oddRefusal =
  'Odd reflection not implemented. If you need this feature, please open an issue at https://github.com/pymc-devs/pytensor/issues';

function valuesOf(mode: PadMode, given: Missing): Value | null {
  switch (argumentOf[mode]) {
    case 'reflect_type':
      if (given !== undefined && asText(given) === 'odd')
        throw new EngineError('NotImplementedError', oddRefusal);
      return null;
    case 'stat_length':
      return given ?? null;
    case null:
      return null;
    default:
      return given ?? 0;
  }
}

export function paddingFunctions(context: GraphContext): Functions {
  return {
    'pad(x, pad_width, mode?, **kwargs)': (x, width, given, ...rest) => {
      const keywords = rest[0] as unknown as ReadonlyMap<string, Value>;
      const text = given === undefined ? 'constant' : asText(given);
      const mode = text !== undefined && isKnown(text) ? text : null;
      if (mode === null) {
        if (keywords.size > 0) return raiseKeyError(given!);
        return raiseValueError(`Invalid mode: ${String(text)}`);
      }
      const wanted = argumentOf[mode];
      if ([...keywords.keys()].some((name) => name !== wanted)) {
        const names = repr(new PyList([...keywords.keys()]));
        return raiseValueError(`Invalid keyword arguments for mode '${mode}': dict_keys(${names})`);
      }
      const known = padModes.find((one) => one === mode);
      if (known === undefined) throw new EngineError('NotImplementedError', 'Median padding not implemented');
      const values = valuesOf(known, wanted === null ? undefined : keywords.get(wanted));
      return padded(known, asVariable(context, x!), {
        widths: asVariable(context, width!),
        values:
          values === null ? null : values === 0 ? integerConstant(context, 0) : asVariable(context, values),
      });
    },
  };
}
