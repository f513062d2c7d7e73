/** static-length-one-init: an axis of the initial value is always of length 1, that of the result is not. */
import { t } from '../../base/l10n.ts';
import { has, libraryNames } from '../libraryVersions.ts';
import type { MistakeOf } from '../mistakes.ts';
import { related, sentences } from './phrases.ts';
import type { MistakeRule } from './rule.ts';

export const staticLengthOneInit: MistakeRule<'static-length-one-init'> = {
  level: 'error',
  summary: 'An axis of an initial value is fixed to length 1, but that of the result of the step is not.',
  report(mistake) {
    const { span, version, axis, initial } = mistake;
    return {
      span,
      message: sentences(
        t(
          'Axis {0} of the initial value always has length 1, that of what the step returns does not: {1} refuses the two types with a TypeError.',
          axis,
          libraryNames[version.library],
        ),
        remedy(mistake),
      ),
      related: [related(initial, t('The initial value has the shape {0}.', shapeText(mistake)))],
    };
  },
};

function remedy(mistake: MistakeOf<'static-length-one-init'>): string {
  const { version, axis, shape } = mistake;
  const { library } = version;
  if (has(version, 'unbroadcast'))
    return library === 'theano'
      ? t('Write {0}.', `\`theano.tensor.unbroadcast(initial, ${axis})\``)
      : t('Write `unbroadcast(initial, {0})`, imported from `{1}`.', axis, `${library}.tensor.shape`);
  const lengths = shape.map((length) => (typeof length === 'number' ? length : 'None'));
  const tuple = lengths.length === 1 ? `(${lengths[0]},)` : `(${lengths.join(', ')})`;
  return t(
    'Return {0}, or give the initial value a symbolic length.',
    `\`${library}.tensor.specify_shape(result, ${tuple})\``,
  );
}

const shapeText = ({ shape }: MistakeOf<'static-length-one-init'>): string =>
  `(${shape.map((length) => (typeof length === 'number' ? length : '?')).join(', ')})`;
