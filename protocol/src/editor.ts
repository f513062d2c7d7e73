/** Requests and notifications between the client and the language server beside those of the LSP. */
import type { BackendChoice } from './evaluator.ts';
import type { PositionData, RangeData } from './places.ts';
import type { Question } from './questions.ts';
import type { RunOutcome, StepProgress } from './results.ts';
import type { ValueRef } from './values.ts';

/** Commands that lenses and the palette send to the client; the keys of `contributes.commands`. */
export const commands = {
  runCell: 'scanlens.runCell',
  runAndAdvance: 'scanlens.runAndAdvance',
  runAbove: 'scanlens.runAbove',
  runBelow: 'scanlens.runBelow',
  runAll: 'scanlens.runAll',
  runSelection: 'scanlens.runSelection',
  cancel: 'scanlens.cancel',
  clearResults: 'scanlens.clearResults',
  clearLineResults: 'scanlens.clearLineResults',
  pinLineResults: 'scanlens.pinLineResults',
  nextCell: 'scanlens.nextCell',
  previousCell: 'scanlens.previousCell',
  selectCell: 'scanlens.selectCell',
  goToProducingLine: 'scanlens.goToProducingLine',
  resetState: 'scanlens.resetState',
  restartNotebook: 'scanlens.restartNotebook',
  readResults: 'scanlens.readResults',
  comparePython: 'scanlens.comparePython',
  fixAll: 'scanlens.fixAll',
  showLog: 'scanlens.showLog',
  openExample: 'scanlens.openExample',
  inspect: 'scanlens.inspect',
  openPlot: 'scanlens.openPlot',
  drawValue: 'scanlens.drawValue',
  showState: 'scanlens.showState',
  refreshState: 'scanlens.refreshState',
  /** These take a line of the state view; without one the person chooses from a list. */
  restoreValue: 'scanlens.restoreValue',
  resetVariable: 'scanlens.resetVariable',
  resetVariables: 'scanlens.resetVariables',
  /** These need a line of the state view. */
  revealInCode: 'scanlens.revealInCode',
  restoreBefore: 'scanlens.restoreBefore',
  restoreAfter: 'scanlens.restoreAfter',
  /** Arguments: a URI, a `ValueRef` and what the value is called; or a line of the state view; or none, and the person chooses. */
  openValue: 'scanlens.openValue',
  copyValue: 'scanlens.copyValue',
  copyNumpy: 'scanlens.copyNumpy',
  /** Pages of the value in the active editor. */
  goToIndex: 'scanlens.goToIndex',
  previousPage: 'scanlens.previousPage',
  nextPage: 'scanlens.nextPage',
  previousColumns: 'scanlens.previousColumns',
  nextColumns: 'scanlens.nextColumns',
  previousPlane: 'scanlens.previousPlane',
  nextPlane: 'scanlens.nextPlane',
} as const;

/**
 * Commands behind lenses and code actions that only take a person somewhere. An editor that says `hasLinkCommands` when it
 * starts the server carries them out; for others the server leaves them away.
 */
export const linkCommands = {
  /** Arguments: a URI, a position in it, and `{ uri, range }` of each place to list. */
  showPlaces: 'scanlens.showPlaces',
  /** Argument: the address of a page. */
  openPage: 'scanlens.openPage',
} as const;

/** Kinds of the code action that applies all safe fixes: of a file, and of a notebook when asked of one of its cells. */
export const fixAllKinds = {
  file: 'source.fixAll.scanlens',
  notebook: 'notebook.source.fixAll.scanlens',
} as const;

/**
 * `below` means this cell and those after it, `through` this cell and those before it in an empty namespace; `selection` the whole statements
 * in the lines of a selection.
 */
export type RunScope = 'cell' | 'above' | 'below' | 'through' | 'all' | 'selection';

export interface RunParams {
  readonly uri: string;
  /** The version of the document that the person looked at; a run of an older one is refused. */
  readonly version: number;
  readonly scope: RunScope;
  /** A place in the cell (scopes `cell`, `below`, `through`) or in the cell up to which to run (scope `above`: that cell excluded). */
  readonly position: PositionData;
  /** Only with scope `selection`: without it the line of `position` is meant. */
  readonly selection?: RangeData;
}

/** The id of the run that started, or why none did. */
export type RunResponse = { readonly runId: number } | { readonly refused: string };

/** One line of text that the editor shows after a statement. */
export interface InlineResult {
  readonly role: 'result' | 'stateChange' | 'dropped' | 'error' | 'warning';
  /** The statement that made it; the text stands after the end of its last line. */
  readonly range: RangeData;
  /** At most 100 UTF-16 units, without line breaks. */
  readonly text: string;
  /** Markdown for the hover, values escaped. */
  readonly detail: string;
  /** Everything, for Copy, unless `isPart` is set: then `ref` leads to the whole array. */
  readonly full: string;
  readonly isPart?: true;
  /** The array that it shows, to be asked for; absent where it shows none or several. */
  readonly ref?: ValueRef;
  /** The last call of a compiled function behind it, to be looked into. */
  readonly callId?: number;
  /** The numbers of the plots of its run that it mentions, for {@link PlotParams}. */
  readonly plots?: readonly number[];
}

/** All results of one run so far: they replace what the client shows in its cells; `version` is the one that was run. */
export interface ResultsParams {
  readonly uri: string;
  readonly version: number;
  readonly runId: number;
  readonly results: readonly InlineResult[];
}

/** What the status bar and the lenses show. */
export interface RunStateParams {
  readonly uri: string;
  /** The version that is run; `ranges` are places in it. */
  readonly version: number;
  readonly runId: number;
  /** `running` comes once, before the first results of the run; an outcome comes once, after the last. */
  readonly state: 'running' | RunOutcome;
  /** Lines of the cells in this run. */
  readonly ranges: readonly RangeData[];
  /** For each of them the other cells from which it reads: what it shows is stale when one of these changes. */
  readonly reads: readonly (readonly RangeData[])[];
  /**
   * With an outcome: for each of the cells the ids of the shared variables that it read, itself or through functions. What it shows is
   * stale when one of them is changed by another cell in a later run, or by `stateChanged`.
   */
  readonly stateReads?: readonly (readonly number[])[];
  /** The same of those that it changed. */
  readonly stateWrites?: readonly (readonly number[])[];
  readonly elapsedMs: number;
  /** `reference`, `wasm`, `gpu`, several joined with ` + `; '' before any function was called. */
  readonly backend: string;
}

/** How far the scan is that a run is in; sent while it takes long. */
export interface ProgressParams extends StepProgress {
  readonly uri: string;
  readonly runId: number;
}

/** Shared variables were changed, but not by a run. */
export interface StateChangedParams {
  readonly uri: string;
  /** null: the namespace was emptied; ids of its variables mean nothing any more. */
  readonly variableIds: readonly number[] | null;
}

/** What the commands that only name a document send. */
export interface DocumentParams {
  readonly uri: string;
}

/** Which lines give the name at `position` its value, in the present text. */
export interface ProducersParams extends DocumentParams {
  readonly position: PositionData;
}

/** A question about what the runs of a document have left behind. */
export interface AskParams extends DocumentParams {
  readonly question: Question;
}

/** Asks for something that a run drew: plots are counted from 0 within a run. Only those of the latest runs are kept. */
export interface PlotParams extends DocumentParams {
  readonly runId: number;
  readonly plot: number;
}

/** The cells of one version of a document; none in a file that has nothing to do with scan. */
export interface CellsParams {
  readonly uri: string;
  readonly version: number;
  readonly cells: readonly RangeData[];
  /** False when nothing in the file marks a cell, so that it is one cell as a whole. */
  readonly hasMarkers: boolean;
}

/**
 * LSP method names. `run` is a request with a {@link RunResponse}; `cancel` and `reset` are requests that answer null when
 * it is done; `ask` answers an {@link AskParams} with the answer to its question or null; `producers` answers {@link ProducersParams} with ranges,
 * the nearest one above first; `plot` a {@link PlotParams} with a `PlotData` or null; `trust` tells the server that the person trusts the
 * workspace now; `results`, `outputs` (`CellOutputsParams`, for cells of notebooks in the place of `results`), `runState`, `progress`,
 * `cells` and `measured` are notifications from the server, `gpuProgram` and `prepare` (of
 * `DocumentParams`: somebody is about to run a cell of it) are some to it.
 */
export const methods = {
  run: 'scanlens/run',
  cancel: 'scanlens/cancel',
  reset: 'scanlens/reset',
  ask: 'scanlens/ask',
  producers: 'scanlens/producers',
  plot: 'scanlens/plot',
  prepare: 'scanlens/prepare',
  trust: 'scanlens/trust',
  results: 'scanlens/results',
  outputs: 'scanlens/outputs',
  runState: 'scanlens/runState',
  stateChanged: 'scanlens/stateChanged',
  progress: 'scanlens/progress',
  cells: 'scanlens/cells',
  measured: 'scanlens/measured',
  gpuProgram: 'scanlens/gpuProgram',
} as const;

/** Settings, the keys of `contributes.configuration` after `scanlens.`. */
export interface Settings {
  readonly floatX: 'auto' | 'float32' | 'float64';
  /** Releases of the libraries: `pytensor 2.36`, several with commas; '' leaves them to the files of the project. */
  readonly libraryVersion: string;
  readonly inlineResults: 'off' | 'mark' | 'summary';
  readonly inlayHints: 'off' | 'scans' | 'all';
  readonly semanticTokens: 'auto' | 'on' | 'off';
  readonly lenses: boolean;
  readonly backend: BackendChoice;
  /** `scanlens.gpu.allowFloat32`. */
  readonly gpu: { readonly allowFloat32: boolean };
  readonly runTimeoutSeconds: number;
  readonly memoryLimitMB: number;
  readonly rules: Readonly<Record<string, 'off' | 'hint' | 'information' | 'warning' | 'error'>>;
}

export const defaultSettings: Settings = {
  floatX: 'auto',
  libraryVersion: '',
  inlineResults: 'summary',
  inlayHints: 'scans',
  semanticTokens: 'auto',
  lenses: true,
  backend: 'auto',
  gpu: { allowFloat32: false },
  runTimeoutSeconds: 10,
  memoryLimitMB: 1024,
  rules: {},
};

/** Settings that only the client reads. */
export interface ClientSettings {
  /** '' for the one of the Python extension, or the one on the path. */
  readonly pythonPath: string;
  readonly pythonTimeoutSeconds: number;
}

export const defaultClientSettings: ClientSettings = { pythonPath: '', pythonTimeoutSeconds: 120 };

/** Passed by the client when it starts the server. */
export interface InitializationOptions {
  readonly protocolVersion: number;
  /** False in Restricted Mode: everything static works, evaluation is refused. */
  readonly isTrusted: boolean;
  /** True when the client carries out {@link linkCommands}. */
  readonly hasLinkCommands: boolean;
  readonly settings: Settings;
  /** What the last {@link MeasuredParams} said on this machine. */
  readonly gpuSpeeds?: unknown;
  /** Documents and cells that were run in a server that has ended: the next run of each tells that it begins with nothing. */
  readonly lostNamespaces?: readonly string[];
  /**
   * Texts in the person's language by their English ones, `l10n/bundle.l10n.*.json`: findings, fixes, lenses, hovers, and what is said
   * of results. Python's exceptions are English.
   */
  readonly translations?: Readonly<Record<string, string>>;
  /** `zh-cn`: where there are no `translations`, a server on Node has them itself. Absent: LSP's own `locale` counts. */
  readonly locale?: string;
}

/** The text of the program with which evaluators in a browser use a GPU: sent by the client once the server runs. */
export interface GpuProgramParams {
  readonly text: string;
}

/** How fast the GPU of this machine is, for the next start. */
export interface MeasuredParams {
  readonly gpuSpeeds: unknown;
}

/**
 * The first message to a server in a web worker, before any LSP message: what it can not read itself, because a worker
 * has no access to the files of an extension.
 */
export interface WorkerAssets {
  readonly type: 'scanlens/assets';
  /** The bytes of `web-tree-sitter.wasm`. */
  readonly runtime: Uint8Array;
  /** The bytes of `tree-sitter-python.wasm`. */
  readonly grammar: Uint8Array;
  /** The text of the evaluator's program. */
  readonly evaluator: string;
}
