/** What the files around a document change about it, and when. */
import { afterEach, describe, expect, it } from 'vitest';
import type { Diagnostic } from 'vscode-languageserver';
import { startServer, type TestServer } from './serverHarness.ts';

const helper = `import theano
a = theano.shared(1)

def build():
    out, u = theano.scan(lambda: {a: a + 1}, n_steps=3)
    return out, u
`;
const user = `import theano
from helper import build
out, _ = build()
f = theano.function([], out)
# scan
`;
const dropped = `import theano
a = theano.shared(1)
out, u = theano.scan(lambda: {a: a + 1}, n_steps=3)
f = theano.function([], out)
`;
const uri = 'file:///w/a.py';
const pyproject = 'file:///w/pyproject.toml';

let server: TestServer;
afterEach(() => server.stop());

async function start(files: Record<string, string>, settings?: Record<string, unknown>) {
  const all = new Map(Object.entries(files).map(([name, text]) => [`file:///w/${name}`, text]));
  server = await startServer({ files: all, ...(settings === undefined ? {} : { settings }) });
  return all;
}

/** The diagnostics that are told after `count` others about the same file. */
async function diagnostics(about: string, count: number): Promise<readonly Diagnostic[]> {
  type Params = { uri: string; diagnostics: Diagnostic[] };
  const method = 'textDocument/publishDiagnostics';
  const all = () => server.said<Params>(method).filter((params) => params.uri === about);
  await server.wait<Params>(method, () => all().length > count);
  return all()[count]!.diagnostics;
}

const told = async (about: string, count: number) =>
  (await diagnostics(about, count)).map(({ code, severity }) => `${code} ${severity}`);

const messages = async (about: string, count: number) =>
  (await diagnostics(about, count)).map(({ message }) => message);

const changed = (type: 1 | 2 | 3, ...uris: string[]) =>
  server.notify('workspace/didChangeWatchedFiles', { changes: uris.map((one) => ({ uri: one, type })) });

describe('modules of the workspace', () => {
  it('are followed, and looked at again when they change on disk', async () => {
    const files = await start({ 'helper.py': helper });
    await server.open(user);
    expect(await told(uri, 0)).toEqual(['dropped-updates 2']);
    files.set('file:///w/helper.py', helper.replace('{a: a + 1}', 'a + 1'));
    await changed(2, 'file:///w/helper.py');
    expect(await told(uri, 1)).toEqual([]);
  });

  it('may come and go', async () => {
    const files = await start({});
    await server.open(user);
    expect(await told(uri, 0)).toEqual([]);
    files.set('file:///w/helper.py', helper);
    await changed(1, 'file:///w/helper.py');
    expect(await told(uri, 1)).toEqual(['dropped-updates 2']);
    files.delete('file:///w/helper.py');
    await changed(3, 'file:///w/helper.py');
    expect(await told(uri, 2)).toEqual([]);
  });

  it('make an editor ask again for what it shows', async () => {
    const files = await start({ 'helper.py': helper });
    await server.open(user);
    await told(uri, 0);
    files.set('file:///w/helper.py', helper.replace('{a: a + 1}', 'a + 1'));
    await changed(2, 'file:///w/helper.py');
    while (server.refreshed.length < 3) await new Promise((resolve) => setImmediate(resolve));
    expect(server.refreshed).toEqual(['codeLens', 'inlayHint', 'semanticTokens']);
  });

  it('that are open count as they stand in the editor', async () => {
    await start({ 'helper.py': helper });
    await server.open(user);
    expect(await told(uri, 0)).toEqual(['dropped-updates 2']);
    const quiet = helper.replace('{a: a + 1}', 'a + 1');
    const other = await server.open(quiet, 'file:///w/helper.py');
    expect(await told(uri, 1)).toEqual([]);
    await server.edit(other, 'a + 1', '{a: a + 2}');
    expect(await told(uri, 2)).toEqual(['dropped-updates 2']);
    await server.edit(other, '{a: a + 2}', 'a + 2');
    expect(await told(uri, 3)).toEqual([]);
    await server.close(other);
    expect(await told(uri, 4)).toEqual(['dropped-updates 2']);
  });

  it('are named in related places', async () => {
    await start({ 'helper.py': helper });
    await server.open(user);
    const [diagnostic] = await server.diagnostics(uri, 1);
    const places = diagnostic?.relatedInformation?.map(({ location }) => location.uri);
    expect(places).toContain('file:///w/helper.py');
  });
});

describe('the project', () => {
  it('has levels, which the settings overrule', async () => {
    const files = { 'pyproject.toml': '[tool.scanlens]\nlevels = {dropped-updates = "error"}' };
    await start(files);
    await server.open(dropped);
    expect(await told(uri, 0)).toEqual(['dropped-updates 1']);
    await server.stop();
    await start(files, { rules: { 'dropped-updates': 'hint' } });
    await server.open(dropped);
    expect(await told(uri, 0)).toEqual(['dropped-updates 4']);
  });

  it('leaves files and rules out', async () => {
    const files = await start({ 'pyproject.toml': '[tool.scanlens]\nexclude = ["a.py"]' });
    await server.open(dropped);
    expect(await told(uri, 0)).toEqual([]);
    files.set(pyproject, '[tool.scanlens]\nper-file-ignores = {"a.py" = ["dropped-updates"]}');
    await changed(2, pyproject);
    expect(await told(uri, 1)).toEqual([]);
    files.delete(pyproject);
    await changed(3, pyproject);
    expect(await told(uri, 2)).toEqual(['dropped-updates 2']);
  });

  it('is told what is wrong with its configuration, until it is right', async () => {
    const files = await start({ 'pyproject.toml': '[tool.scanlens]\nlevel = 1' });
    await server.open(dropped);
    expect(await told(pyproject, 0)).toEqual(['configuration 2']);
    files.set(pyproject, '[tool.scanlens]\nlevels = {nothing = "off"}');
    await changed(2, pyproject);
    expect(await told(pyproject, 1)).toEqual([]);
    expect(await told(pyproject, 2)).toEqual(['unknown-rule 2']);
    files.set(pyproject, '[tool.scanlens]');
    await changed(2, pyproject);
    expect(await told(pyproject, 3)).toEqual([]);
  });
});

describe('the release', () => {
  const text = `import aesara
import aesara.tensor as at
from aesara.tensor.random.utils import RandomStream
srng = RandomStream(1)
x = at.vector('x')
out, updates = aesara.scan(lambda v: v + srng.normal(), sequences=x)
f = aesara.function([x], out)
`;
  const [old, present] = ['Each call re-uses all but one', 'Every call returns the same draws'];

  it('comes from the project', async () => {
    const files = await start({ 'requirements.txt': 'aesara==2.5' });
    await server.open(text);
    expect((await messages(uri, 0))[0]).toContain(old);
    files.set('file:///w/requirements.txt', 'aesara');
    await changed(2, 'file:///w/requirements.txt');
    expect((await messages(uri, 1))[0]).toContain(present);
  });

  it('or from the settings', async () => {
    await start({ 'requirements.txt': 'aesara==2.9' }, { libraryVersion: 'aesara 2.5' });
    await server.open(text);
    expect((await messages(uri, 0))[0]).toContain(old);
    server.settings = { libraryVersion: 'not one' };
    await server.notify('workspace/didChangeConfiguration', { settings: null });
    expect((await messages(uri, 1))[0]).toContain(present);
  });
});

it('without a client that watches, the next edit sees what has changed', async () => {
  server = await startServer();
  await server.open(dropped);
  expect(await told(uri, 0)).toEqual(['dropped-updates 2']);
  await server.edit(uri, 'n_steps=3', 'n_steps=4');
  expect(await told(uri, 1)).toEqual(['dropped-updates 2']);
});
