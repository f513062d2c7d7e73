/** Who watches a run. The interpreter reports what a program shows and does; it keeps nothing itself. */
import type { Span } from '../base/span.ts';
import type { CompiledCallEvent, CompiledIdentity, ScanEvent } from '../graph/functionGraph.ts';
import type { SharedVariable } from '../graph/variable.ts';
import type { NDArray } from '../tensor/ndarray.ts';
import type { CallSite } from './callSite.ts';
import type { PlotFigure } from './plotData.ts';
import type { Value } from './values.ts';

/** Something that was reported while the program went on. */
export interface WarningEvent {
  readonly span: Span;
  /** `UserWarning`, or `WARNING (logger)`. */
  readonly category: string;
  readonly message: string;
}

/** What the program does with a shared variable itself, without a compiled function. */
export type SharedAccess =
  | { readonly kind: 'made' | 'read'; readonly variable: SharedVariable }
  /** From now on the program may write into the value. */
  | { readonly kind: 'lend'; readonly variable: SharedVariable }
  /** It has another value now. */
  | { readonly kind: 'write'; readonly variable: SharedVariable; readonly before: NDArray };

export interface RunObserver {
  /** Text for standard output, with the statement or call that printed it. */
  output(span: Span, text: string): void;
  /** Text for standard error; without it nobody sees it. */
  errorOutput?(span: Span, text: string): void;
  /** The value of an expression statement at the top level of the program, unless it is None. */
  value(span: Span, value: Value): void;
  /** A call of a compiled function by the program, finished or raised. Sent by the library's module. */
  call(event: CompiledCallEvent, site: CallSite): void;
  /** A finished call of scan or one of its views by the program. Sent by the library's module. */
  scan(event: ScanEvent, site: CallSite): void;
  /** A function was compiled. Sent by the library's module. */
  compiled?(compiled: CompiledIdentity, site: CallSite): void;
  /** Sent by the library's module. */
  shared?(access: SharedAccess, site: CallSite): void;
  warning(event: WarningEvent): void;
  /** A figure that the program showed or saved, or drew until the end of a cell; without it plots go nowhere. */
  plot?(span: Span, figure: PlotFigure): void;
}
