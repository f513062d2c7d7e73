/** What the language server needs from the place where it runs; Node, the browser and the tests each give their own. */
import type { Translations } from '../base/l10n.ts';
import type { WorkspaceFiles } from '../project/workspaceFiles.ts';
import type { PythonParser } from '../python/parser.ts';
import type { Clock, StartEvaluator } from '../session/evaluatorProcess.ts';
import type { FloatXSources } from '../session/floatX.ts';

export interface ServerEnvironment {
  /** Called once, after `initialize`. */
  createParser(): Promise<PythonParser>;
  /** The texts in a language such as `zh-cn`, for clients that do not send them; absent where there are no files. */
  readonly readTranslations?: (locale: string) => Translations;
  readonly startEvaluator: StartEvaluator;
  /** Takes the program of the GPU, where evaluators can not read it themselves. */
  readonly useGpuProgram?: (text: string) => void;
  readonly clock: Clock;
  /** The files of the workspace, by their addresses. Open documents are put in front of them. */
  readonly files: WorkspaceFiles;
  /** What outside of the program says which floatX holds for the document. `workspaceFolders` are URIs. */
  floatXSources(
    option: FloatXSources['option'],
    uri: string,
    workspaceFolders: readonly string[],
  ): FloatXSources;
}
