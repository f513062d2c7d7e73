/**
 * `import` of any module: what the program has already, what ScanLens has itself, then the files of the workspace, as CPython's
 * importlib goes about it. A file in the document's own folder hides a module of the standard library that is
 * written in Python, as it does there; it hides no library that ScanLens stands in for.
 */
import { LineIndex } from '../../base/lineIndex.ts';
import type { ParsedFile } from '../../python/parsedFile.ts';
import { exceptionType, raise, raiseWithDetails } from '../exceptions.ts';
import type { InterpreterOptions } from '../options.ts';
import { type PyList, PyModule } from '../values.ts';
import { isProblem, joinPath, type Workspace } from '../workspace.ts';
import { isHiddenByFiles, nativeModule, nativeSubmodule, raiseMissingModule } from './registry.ts';

/** What importing needs of the interpreter. */
export interface ImportHost {
  readonly options: InterpreterOptions;
  /** `sys.modules`. */
  readonly modules: Map<string, PyModule>;
  readonly searchPath: PyList;
  /** Runs a module's file in the names of the module. */
  execute(module: PyModule, file: ParsedFile, path: string): void;
}

/** What `sys.modules` has under a name, told that it is imported. */
export function importedModule(name: string, { modules }: Pick<ImportHost, 'modules'>): PyModule | undefined {
  const known = modules.get(name);
  known?.whenImported?.();
  return known;
}

/** Imports `a.b.c` with the packages around it. Raises ModuleNotFoundError (Python 2: ImportError). */
export function importModule(name: string, host: ImportHost): PyModule {
  const known = importedModule(name, host);
  if (known) return known;
  const dot = name.lastIndexOf('.');
  if (dot < 0) return importTop(name, host);
  const parent = importModule(name.slice(0, dot), host);
  const made = importedModule(name, host);
  if (made) return made;
  return parent.origin === null
    ? nativeSubmodule(parent, name.slice(dot + 1), host)
    : importSubmodule(parent, name, host);
}

function importTop(name: string, host: ImportHost): PyModule {
  const workspace = workspaceOf(host);
  if (workspace && isHiddenByFiles(name)) {
    const nearest = locate(name, [workspace.folder], workspace);
    if (nearest !== null && nearest.file !== null) return load(name, nearest, host);
  }
  const native = nativeModule(name, host);
  if (native) return native;
  const location = workspace && locate(name, searchFolders(workspace, host), workspace);
  return location === null ? raiseMissingModule(name, host.options) : load(name, location, host);
}

const workspaceOf = ({ options }: ImportHost): Workspace | null => options.workspace?.() ?? null;

/** `sys.path` as the program left it. */
const searchFolders = ({ folder }: Workspace, { searchPath }: ImportHost): readonly string[] =>
  searchPath.items.flatMap((each) =>
    typeof each === 'string' ? [each.startsWith('/') ? each : joinPath(folder, each)] : [],
  );

function importSubmodule(parent: PyModule, name: string, host: ImportHost): PyModule {
  const { python } = host.options;
  const workspace = workspaceOf(host);
  const folders = parent.origin?.folders ?? null;
  const last = name.slice(name.lastIndexOf('.') + 1);
  const location = folders === null || !workspace ? null : locate(last, folders, workspace);
  if (location === null) {
    if (python === 2) return raise(exceptionType('ImportError'), `No module named ${last}`);
    const reason = folders === null ? `; '${parent.name}' is not a package` : '';
    const message = `No module named '${name}'${reason}`;
    return raiseWithDetails(exceptionType('ModuleNotFoundError'), [message], { name });
  }
  const module = load(name, location, host);
  parent.namespace.set(last, module);
  return module;
}

/** Where a module lies. `file` is null for a package without `__init__.py`, `folders` for what is no package. */
interface ModuleLocation {
  readonly file: string | null;
  readonly folders: readonly string[] | null;
}

function locate(name: string, folders: readonly string[], workspace: Workspace): ModuleLocation | null {
  const isFile = (path: string): boolean => {
    const stat = workspace.stat(path);
    return !isProblem(stat) && stat.kind === 'file';
  };
  const portions: string[] = [];
  for (const folder of folders) {
    const base = joinPath(folder, name);
    const stat = workspace.stat(base);
    if (!isProblem(stat) && stat.kind === 'folder') {
      const file = joinPath(base, '__init__.py');
      if (isFile(file)) return { file, folders: [base] };
      portions.push(base);
    }
    if (isFile(`${base}.py`)) return { file: `${base}.py`, folders: null };
  }
  return portions.length > 0 ? { file: null, folders: portions } : null;
}

function load(name: string, location: ModuleLocation, host: ImportHost): PyModule {
  const { file, folders } = location;
  if (file === null && host.options.python === 2) return raiseMissingModule(name, host.options);
  const module = new PyModule(name);
  module.origin = { file, folders, isPartial: true };
  describe(module, name);
  host.modules.set(name, module);
  try {
    if (file !== null) execute(module, file, host);
  } catch (error) {
    if (host.modules.get(name) === module) host.modules.delete(name);
    throw error;
  }
  module.origin.isPartial = false;
  // A module may put another one in its place.
  return host.modules.get(name) ?? module;
}

function describe({ namespace, origin }: PyModule, name: string): void {
  const isPackage = origin?.folders != null;
  namespace.set('__name__', name);
  namespace.set('__doc__', null);
  namespace.set('__package__', isPackage ? name : name.slice(0, Math.max(0, name.lastIndexOf('.'))));
  if (origin?.file != null) namespace.set('__file__', origin.file);
}

function execute(module: PyModule, path: string, host: ImportHost): void {
  const file = workspaceOf(host)?.parse(path) ?? 'missing';
  if (isProblem(file)) raise(exceptionType('ImportError'), `can't read '${path}' as Python (${file})`);
  const [problem] = file.problems;
  if (problem) {
    const line = new LineIndex(file.text).lineAt(problem.span.start) + 1;
    const name = path.slice(path.lastIndexOf('/') + 1);
    raise(exceptionType('SyntaxError'), `${problem.message} (${name}, line ${line})`);
  }
  host.execute(module, file, path);
}

/** `importlib.reload`: runs the file again in the names that are there. */
export function reloadModule(module: PyModule, host: ImportHost): void {
  if (host.modules.get(module.name) !== module) {
    raise(exceptionType('ImportError'), `module ${module.name} not in sys.modules`);
  }
  if (module.origin?.file != null) execute(module, module.origin.file, host);
}
