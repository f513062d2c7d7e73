/** The levels of `logging` and their names; one table per interpreter, since programs add to it. */
import { raiseTypeError, raiseValueError } from '../../../exceptions.ts';
import { asInteger } from '../../../protocols/numbers.ts';
import { repr, str } from '../../../protocols/text.ts';
import type { Value } from '../../../values.ts';

export const standardLevels: Readonly<Record<string, number>> = {
  CRITICAL: 50,
  FATAL: 50,
  ERROR: 40,
  WARN: 30,
  WARNING: 30,
  INFO: 20,
  DEBUG: 10,
  NOTSET: 0,
};

export class LevelNames {
  readonly names = new Map<number, string>([
    [50, 'CRITICAL'],
    [40, 'ERROR'],
    [30, 'WARNING'],
    [20, 'INFO'],
    [10, 'DEBUG'],
    [0, 'NOTSET'],
  ]);
  readonly levels = new Map<string, number>(Object.entries(standardLevels));

  add(level: number, name: string): void {
    this.names.set(level, name);
    this.levels.set(name, level);
  }

  nameOf(level: number): string {
    return this.names.get(level) ?? `Level ${level}`;
  }

  /** The number that a level given by number or name is; raises TypeError and ValueError in the words of `logging`. */
  check(level: Value): number {
    const integer = asInteger(level);
    if (integer !== undefined) return Number(integer);
    if (typeof level !== 'string') {
      return raiseTypeError(`Level not an integer or a valid string: ${repr(level)}`);
    }
    return this.levels.get(str(level)) ?? raiseValueError(`Unknown level: ${repr(level)}`);
  }
}
