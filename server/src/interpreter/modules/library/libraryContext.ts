/** The context that one library has in one namespace: dialect, floatX, where warnings go, and the compiler. */
import { floatXOfFlags } from '../../../graph/configFlags.ts';
import { type Dialect, dialects, type LibraryName } from '../../../graph/dialects.ts';
import type { Compiler } from '../../../graph/functionGraph.ts';
import type { GraphContext } from '../../../graph/variable.ts';
import { exceptionTypes, notSupported } from '../../exceptions.ts';
import type { InterpreterOptions } from '../../options.ts';
import { callSite, type Runtime, runtime } from '../../runtime.ts';
import { issueWarning, issueWarningAt } from '../warningFilters.ts';

const compilers = new WeakMap<GraphContext, Compiler>();
const contexts = new WeakMap<Runtime, Map<LibraryName, GraphContext>>();

/** A fresh context of a library for an interpreter: made when the program imports it. */
export function createContext(library: LibraryName, options: InterpreterOptions): GraphContext {
  const dialect = dialects[library];
  const context: GraphContext = {
    dialect,
    floatX: floatXOfEnvironment(dialect) ?? options.floatX,
    warn: report,
    onSharedCreated: null,
    trial: null,
  };
  compilers.set(context, options.compiler);
  const running = runtime();
  if (!contexts.has(running)) contexts.set(running, new Map());
  contexts.get(running)!.set(library, context);
  return context;
}

/** The context of a library that the running program has imported: it got hold of one of its classes. */
export function contextOf(library: LibraryName): GraphContext {
  const context = contexts.get(runtime())?.get(library);
  return context ?? notSupported(`a class of ${library}, which this program has not imported`);
}

/** A Python warning goes through the program's filters; a line that the library logs does not. */
function report(category: string, message: string, within?: string): void {
  const type = exceptionTypes.get(category);
  if (type && within !== undefined) issueWarningAt(message, type, placeWithin(within));
  else if (type) issueWarning(message, type);
  else runtime().observer.warning({ span: callSite().span, category, message });
}

const told = new WeakMap<GraphContext, Set<string>>();

/** What the person has to know of ScanLens itself, once for each library that a program imports. */
export function tellOnce(context: GraphContext, text: string): void {
  const known = told.get(context) ?? new Set();
  if (known.has(text)) return;
  told.set(context, known.add(text));
  context.warn('WARNING (ScanLens)', text);
}

const placeWithin = (module: string) => ({ module, file: `${module.replaceAll('.', '/')}.py`, line: 1 });

/** What the program itself has put into `os.environ` before it imports the library; null for nothing of use. */
function floatXOfEnvironment(dialect: Dialect): 'float32' | 'float64' | null {
  const asked = floatXOfFlags(runtime().environment.get(dialect.flagsVariable) ?? '');
  return asked === 'float32' || asked === 'float64' ? asked : null;
}

/** The compiler that the interpreter was given. */
export function compilerOf(context: GraphContext): Compiler {
  const compiler = compilers.get(context);
  if (!compiler) throw new Error('the library has no compiler');
  return compiler;
}
