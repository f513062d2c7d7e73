/** A workspace in memory: what the tests of imports and files read. */
import type { Workspace } from '../../../../server/src/interpreter/workspace.ts';
import { ParsedTexts } from '../../../../server/src/python/parsedTexts.ts';
import { createWorkspace, type Disk } from '../../../../server/src/session/documentWorkspace.ts';
import { pythonParserForTests } from '../../python/pythonParserForTests.ts';

/** Files by their path below `/work/project`; the document lies in `/work/project/app`. */
export async function memoryWorkspace(
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<Workspace> {
  const parser = await pythonParserForTests();
  const disk = memoryDisk(
    new Map(Object.entries(files).map(([name, content]) => [`/work/project/${name}`, content])),
  );
  const workspace = createWorkspace({
    uri: 'file:///work/project/app/program.py',
    data: { roots: ['file:///work/project'], texts: [] },
    disk,
    sources: new ParsedTexts((text) => parser.parse(text)),
  });
  if (workspace === null) throw new Error('the document has a place');
  return workspace;
}

/** Files and their folders. A name that ends in `->` is a link to the path in its content. */
export function memoryDisk(files: ReadonlyMap<string, string | Uint8Array>): Disk {
  const folders = new Set(['/', '/work', '/work/project', '/work/project/app', '/etc']);
  for (const path of files.keys()) {
    for (let at = path.indexOf('/', 1); at > 0; at = path.indexOf('/', at + 1))
      folders.add(path.slice(0, at));
  }
  const contentOf = (path: string): Uint8Array | undefined => {
    const content = files.get(path);
    return typeof content === 'string' ? new TextEncoder().encode(content) : content;
  };
  return {
    resolve(given) {
      const path = new URL(`file://${given}`).pathname.replace(/(?<=.)\/$/, '');
      const target = files.get(`${path}->`);
      if (typeof target === 'string') return { path: target };
      return files.has(path) || folders.has(path) ? { path } : 'missing';
    },
    stat({ path }) {
      const content = contentOf(path);
      const kind = content === undefined ? 'folder' : 'file';
      return { kind, byteLength: content?.length ?? 4096, modifiedMs: 1000 };
    },
    read: ({ path }) => contentOf(path) ?? 'isFolder',
    list({ path }) {
      const names = [...files.keys(), ...folders].flatMap((each) =>
        each.startsWith(`${path}/`)
          ? [
              each
                .slice(path.length + 1)
                .split('/')[0]!
                .replace('->', ''),
            ]
          : [],
      );
      return [...new Set(names)];
    },
  };
}
