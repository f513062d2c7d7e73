/** What the engine asks of the process that it runs in. */

import { notSupported } from '../tensor/engineError.ts';

/** What a running plan asks of the process it runs in. */
export interface RunHost {
  /** Called between ops and scan steps; throws to stop the run. */
  checkpoint(): void;
  /** Called before an array is made; throws when that would be too much. */
  allocate(byteLength: number): void;
  /** Told now and then how many steps of a long scan are done, of how many there may be. */
  progress?(done: number, total: number): void;
  /** Throws for an op that the program defines, by its name, where the program's code must not run again. */
  refuseProgram?(op: string): never;
  /** Milliseconds of a clock that only goes forward. */
  now(): number;
}

/** For hosts that repeat what was run: what the program's code does besides its results would happen again. */
export function refuseProgram(op: string): never {
  throw notSupported(`a repeated run of ${op}, an op that the program defines`);
}
