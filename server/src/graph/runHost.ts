/** What the engine asks of the process that it runs in. */

/** What a running plan asks of the process it runs in. */
export interface RunHost {
  /** Called between ops and scan steps; throws to stop the run. */
  checkpoint(): void;
  /** Called before an array is made; throws when that would be too much. */
  allocate(byteLength: number): void;
  /** Told now and then how many steps of a long scan are done, of how many there may be. */
  progress?(done: number, total: number): void;
  /** Milliseconds of a clock that only goes forward. */
  now(): number;
}
