/** The context that one library has in one namespace: dialect, floatX, where warnings go, and the compiler. */
import { dialects, type LibraryName } from '../../../graph/dialects.ts';
import type { Compiler } from '../../../graph/functionGraph.ts';
import type { GraphContext } from '../../../graph/variable.ts';
import type { InterpreterOptions } from '../../options.ts';
import { callSite, runtime } from '../../runtime.ts';

const compilers = new WeakMap<GraphContext, Compiler>();

/** A fresh context of a library for an interpreter. */
export function createContext(library: LibraryName, options: InterpreterOptions): GraphContext {
  const context: GraphContext = {
    dialect: dialects[library],
    floatX: options.floatX,
    warn: (category, message) => runtime().observer.warning({ span: callSite().span, category, message }),
    onSharedCreated: null,
  };
  compilers.set(context, options.compiler);
  return context;
}

/** The compiler that the interpreter was given. */
export function compilerOf(context: GraphContext): Compiler {
  const compiler = compilers.get(context);
  if (!compiler) throw new Error('the library has no compiler');
  return compiler;
}
