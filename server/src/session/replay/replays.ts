/**
 * Replays of recorded calls: finds a scan of a call, also one inside of an iteration of another, and makes its iterations again.
 * What was made is kept within bounds, so that a slider that moves costs one step at a time; the calls are kept by the journal.
 */
import type { ScanRef } from '../../../../protocol/src/values.ts';
import type { FunctionGraph } from '../../graph/functionGraph.ts';
import type { RunHost } from '../../graph/runHost.ts';
import { EngineError } from '../../tensor/engineError.ts';
import type { NDArray } from '../../tensor/ndarray.ts';
import { ByteCache } from './byteCache.ts';
import { type GraphScans, graphScans } from './graphScans.ts';
import type { ScanSite } from './scanSites.ts';
import { type Piece, ScanTrace } from './scanTrace.ts';

/** What rows of iterations may take. */
const pieceByteLength = 2 ** 27;
/** What inputs of scans may take. */
const inputByteLength = 2 ** 27;

/** What results of calls may take. */
const outputByteLength = 2 ** 26;

/** A call that is kept. */
export interface ReplayedCall {
  readonly id: number;
  readonly graph: FunctionGraph;
  /** The values of the inputs, then of the shared variables. */
  readonly given: readonly NDArray[];
  /** Whether it raised: then a scan may have ended earlier than it was to. */
  readonly hasRaised: boolean;
}

/** A scan with the graph around it. */
export interface LocatedScan {
  readonly scans: GraphScans;
  readonly site: ScanSite;
  readonly trace: ScanTrace;
  /** The scan whose iteration it is in; null for one in the call itself. */
  readonly outer: LocatedScan | null;
  /** Another scan of the same graph, with the same inputs. */
  readonly neighbour: (site: ScanSite) => ScanTrace;
}

/** How a graph was come to. */
interface Way {
  readonly key: string;
  readonly mayRaise: boolean;
}

export class Replays {
  readonly #pieces = new ByteCache<Piece>(pieceByteLength);
  readonly #traces = new ByteCache<ScanTrace>(inputByteLength);
  /** The results of calls that were made again for them, by the numbers of the calls. */
  readonly outputs = new ByteCache<readonly NDArray[]>(outputByteLength);

  /** Forgets what can be made again: a program may need the memory. */
  clear(): void {
    this.#pieces.clear();
    this.#traces.clear();
    this.outputs.clear();
  }

  /**
   * The scan that is meant; null where there is none, or where the call raised before it came to it. What the host throws to stop
   * goes through.
   */
  locate(call: ReplayedCall, { path }: ScanRef, host: RunHost): LocatedScan | null {
    let around = { scans: graphScans(call.graph), given: call.given };
    let located: LocatedScan | null = null;
    let key = String(call.id);
    for (const { scan, step } of path) {
      if (located !== null) {
        const given = located.trace.argumentsAt(step, host);
        if (given === null) return null;
        around = { scans: graphScans(located.site.params.inner), given };
        key += `:${step}`;
      }
      const next = this.#enter(around, { scan, key, outer: located, mayRaise: call.hasRaised }, host);
      if (next === null) return null;
      located = next;
      key += `/${scan}`;
    }
    return located;
  }

  #enter(
    { scans, given }: { readonly scans: GraphScans; readonly given: readonly NDArray[] },
    { scan, outer, ...rest }: Way & { readonly scan: number; readonly outer: LocatedScan | null },
    host: RunHost,
  ): LocatedScan | null {
    const site = scans.sites[scan];
    if (site === undefined) return null;
    const neighbour = (other: ScanSite): ScanTrace => this.#trace(scans, other, { ...rest, given, host });
    try {
      return { scans, site, trace: neighbour(site), outer, neighbour };
    } catch (error) {
      if (error instanceof EngineError) return null;
      throw error;
    }
  }

  #trace(
    scans: GraphScans,
    site: ScanSite,
    { given, key, mayRaise, host }: Way & { readonly given: readonly NDArray[]; readonly host: RunHost },
  ): ScanTrace {
    const place = `${key}/${site.number}`;
    const known = this.#traces.get(place);
    if (known !== undefined) return known;
    const { code, inputsOf } = scans.compiled(site);
    const inputs = inputsOf(given, host);
    const trace = new ScanTrace(code, { inputs, pieces: this.#pieces, mayRaise, host });
    this.#traces.set(
      place,
      trace,
      inputs.reduce((sum, { byteLength }) => sum + byteLength, 0),
    );
    return trace;
  }
}
