/** What random programs are made of: a library and a source of choices. */

export type ParityLibrary = 'theano' | 'aesara' | 'pytensor';

/** Picks at random. */
export interface Pick {
  integer(min: number, max: number): number;
  oneOf<T>(items: readonly T[]): T;
  chance(percent: number): boolean;
}
