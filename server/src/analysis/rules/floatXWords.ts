/** What rules about dtypes say of the setting floatX: when a mistake counts, how grave it is, and the dtype to write. */
import { t } from '../../base/l10n.ts';
import type { FloatX } from '../terms.ts';
import type { Level, RuleContext } from './findings.ts';

/** A mistake under each floatX; null where it is none, or not known. */
type Under<T> = Readonly<Record<FloatX, T | null>>;

/** The mistake in force, and how sure it is that it is in force; null where it is none. */
export function inForce<T>(
  under: Under<T>,
  { floatX, isDefaultFloatX }: RuleContext,
): { readonly found: T; readonly level: Level; readonly condition: string } | null {
  const found = under[floatX];
  if (found === null) return null;
  const isEither = under.float32 !== null && under.float64 !== null;
  if (isEither) return { found, level: 'error', condition: '' };
  if (!isDefaultFloatX) return { found, level: 'error', condition: t('With floatX={0} ', floatX) };
  // Whoever runs this program may have set floatX elsewhere.
  return { found, level: 'warning', condition: t('With floatX={0}, the default, ', floatX) };
}

/** True when what is wanted is floatX itself under every setting that is wrong. */
export const followsFloatX = <T>(under: Under<T>, dtypeOf: (found: T) => string): boolean =>
  (['float32', 'float64'] as const).every((floatX) => {
    const found = under[floatX];
    return found === null || dtypeOf(found) === floatX;
  });
