/** `importlib`, `imp` and `__import__`: imports that the program words itself. */
import { raiseTypeError } from '../../exceptions.ts';
import { defineModule } from '../../nativeModule.ts';
import { resolveRelative } from '../../packageNames.ts';
import { isTrue } from '../../protocols/comparison.ts';
import { typeOf } from '../../pyType.ts';
import { callSite, runtime } from '../../runtime.ts';
import { PyModule, type Value } from '../../values.ts';

function importByName(name: Value, anchor?: Value): PyModule {
  if (typeof name !== 'string') return raiseTypeError(`module name must be str, not ${typeOf(name).name}`);
  if (!name.startsWith('.')) return runtime().importModule(name);
  if (typeof anchor !== 'string' || anchor === '') {
    return raiseTypeError(`the 'package' argument is required to perform a relative import for '${name}'`);
  }
  const rest = name.replace(/^\.+/, '');
  const globals = new Map<string, Value>([['__package__', anchor]]);
  return runtime().importModule(resolveRelative(rest, name.length - rest.length, globals, runtime().python));
}

/** Runs a module's file again. */
export function reload(module: Value): Value {
  if (!(module instanceof PyModule)) return raiseTypeError('reload() argument must be a module');
  runtime().reloadModule(module);
  return module;
}

/** `__import__`: the package of a dotted name, unless names are asked of it. */
export function importWithin(name: Value, ...[, , wanted, level]: (Value | undefined)[]): Value {
  if (typeof name !== 'string') {
    return raiseTypeError(`__import__() argument 1 must be str, not ${typeOf(name).name}`);
  }
  const dots = typeof level === 'number' && level > 0 ? level : 0;
  const globals = callSite().frame?.globals ?? runtime().globals;
  const full = dots > 0 ? resolveRelative(name, dots, globals, runtime().python) : name;
  const module = runtime().importModule(full);
  if (wanted !== undefined && isTrue(wanted)) return module;
  return runtime().importModule(full.split('.')[0]!);
}

export const importlibModule = (): PyModule =>
  defineModule({
    name: 'importlib',
    functions: {
      'import_module(name, package?)': importByName,
      'reload(module)': reload,
      'invalidate_caches()': () => null,
    },
    refused: '*',
  });

export const impModule = (): PyModule =>
  defineModule({ name: 'imp', functions: { 'reload(module)': reload }, refused: '*' });
