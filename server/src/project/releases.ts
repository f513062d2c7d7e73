/** Table of the distributions that hold one of the libraries, and their releases as package indexes list them. */
import type { Version } from '../analysis/analysisContext.ts';
import { newestVersions } from '../analysis/libraryVersions.ts';
import type { Library } from '../analysis/terms.ts';

export interface Distribution {
  readonly library: Library;
  /** From the newest. */
  readonly releases: readonly Version[];
}

/** Names as package indexes normalise them (PEP 503). */
export const distributions: ReadonlyMap<string, Distribution> = new Map([
  ['theano', { library: 'theano', releases: releases('1.0.0-5 0.9.0 0.8.0-2 0.7.0 0.6.0 0.5.0 0.4.0-1') }],
  // PyMC's fork keeps the name of the module.
  ['theano-pymc', { library: 'theano', releases: releases('1.1.0-2 1.0.5-15') }],
  [
    'aesara',
    {
      library: 'aesara',
      releases: releases('2.9.0-4 2.8.0-12 2.7.0-10 2.6.0-6 2.5.0-3 2.4.0 2.3.0-8 2.2.0-6 2.1.0-3 2.0.0-12'),
    },
  ],
  ['pytensor', pytensor()],
  // The package of conda-forge without the compilers.
  ['pytensor-base', pytensor()],
]);

function pytensor(): Distribution {
  return {
    library: 'pytensor',
    releases: [
      newestVersions.pytensor,
      ...releases(
        '3.1.0-1 3.0.0-7 2.38.0-3 2.37.0 2.36.0-3 2.35.0-1 2.34.0 2.32.0 2.31.0-7 2.30.0-3 2.29.0 2.28.0-3 ' +
          '2.27.0-1 2.26.0-4 2.25.0-5 2.24.0-2 2.23.0 2.22.0-1 2.21.0 2.20.0 2.19.0 2.18.0-6 2.17.0-4 2.16.0-3 ' +
          '2.15.0 2.14.0-2 2.13.0-1 2.12.0-3 2.11.0-3 2.10.0-1 2.9.0-1 2.8.6-12',
      ),
    ],
  };
}

/** `2.36.0-3` are four releases, `2.37.0` is one. */
function releases(text: string): Version[] {
  return text.split(' ').flatMap((series) => {
    const [, major, minor, first, last = first] = /^(\d+)\.(\d+)\.(\d+)(?:-(\d+))?$/.exec(series) ?? [];
    const count = Number(last) - Number(first) + 1;
    return Array.from(
      { length: count },
      (_, index): Version => [Number(major), Number(minor), Number(last) - index],
    );
  });
}
