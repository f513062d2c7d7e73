/** `scipy.stats`: the distributions that models are made of. Everything else of it refuses where a program uses it. */
import { defineModule } from '../../../nativeModule.ts';
import type { PyModule } from '../../../values.ts';
import { continuousRows } from './continuousRows.ts';
import { discreteRows } from './discreteRows.ts';
import { makeDistribution } from './distribution.ts';
import { multivariateNormal } from './multivariateNormal.ts';

export const statsModule = (): PyModule =>
  defineModule({
    name: 'scipy.stats',
    values: {
      ...Object.fromEntries(
        Object.entries({ ...continuousRows, ...discreteRows }).map(([name, row]) => [
          name,
          makeDistribution(name, row),
        ]),
      ),
      multivariate_normal: multivariateNormal,
    },
    refused: '*',
  });
