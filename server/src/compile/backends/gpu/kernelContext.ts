/** What the rules of kernelRules.ts are given, and which types they may compute. */
import { t } from '../../../base/l10n.ts';
import type { Apply } from '../../../graph/variable.ts';
import type { DType } from '../../../tensor/dtype.ts';
import { unsupported } from '../../lower/unsupported.ts';
import type { KernelBuilder } from './kernelBuilder.ts';
import type { KernelValue } from './kernelValues.ts';

export interface KernelContext {
  readonly builder: KernelBuilder;
  readonly apply: Apply;
}

export type KernelRule = (
  context: KernelContext,
  inputs: readonly KernelValue[],
  params: never,
) => readonly KernelValue[];

export const notNumber = (dtype: DType): Error => unsupported(t('{0} not representable', dtype));

/** Refuses a type whose numbers are not those of a kernel. */
export function checkNumber({ rules }: KernelBuilder, dtype: DType): void {
  if (dtype === 'float32' || dtype === 'bool' || (dtype === 'float64' && rules.allowFloat32)) return;
  throw dtype === 'float64' ? unsupported(t('float64, unless float32 is allowed')) : notNumber(dtype);
}
