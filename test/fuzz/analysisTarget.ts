/** Every rule, feature and fix answers about any text, the same each time, and after edits as for the edited text. */
import { ok } from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import type { Range } from 'vscode-languageserver';
import { defaultSettings } from '../../protocol/src/editor.ts';
import { fixesFor } from '../../server/src/analysis/fixes/fixes.ts';
import { Documents } from '../../server/src/lsp/documents.ts';
import { LanguageFeatures } from '../../server/src/lsp/languageFeatures.ts';
import type { OpenDocument } from '../../server/src/lsp/openDocument.ts';
import { Projects } from '../../server/src/lsp/projects.ts';
import { resolveFloatX } from '../../server/src/session/floatX.ts';
import { testParser } from '../oracle/inProcess.ts';
import { edits, mutatedProgram, places } from './mutations.ts';
import { fuzzTarget } from './target.ts';

const parser = await testParser();
const uri = 'file:///w/a.py';
const helper = 'file:///w/helpers.py';

export const target = fuzzTarget({
  inputs: fc.record({ text: mutatedProgram, places, edits, other: fc.option(mutatedProgram, { freq: 8 }) }),
  print: ({ text, other }) => (other === null ? text : `${text}\n\nhelpers.py:\n${other}`),
  async check({ text, places, edits, other }) {
    const before = other === null ? text : `from helpers import *\n${text}`;
    const server = await opened(before, other);
    const again = await opened(before, other);
    const said = server.findings();
    ok(isDeepStrictEqual(again.findings(), said), 'the same text gives other findings');
    again.close();
    for (const place of places) server.askAt(place);
    const edited = server.edit(edits);
    const anew = await opened(edited, other);
    // Of what is not Python an error may be seen elsewhere.
    ok(
      parser.parse(edited).problems.length > 0 || isDeepStrictEqual(server.findings(), anew.findings()),
      `edits give other findings than the edited text\n${JSON.stringify(edited)}`,
    );
    anew.close();
    server.close();
  },
});

/** The parts of the language server that know nothing of a connection. */
async function opened(text: string, other: string | null) {
  const documents = new Documents(Promise.resolve(parser));
  await documents.ready;
  const files = { read: (path: string) => (path === helper ? other : null), names: () => ['helpers.py'] };
  const projects = new Projects({ documents, files, tellConfiguration: () => {} });
  projects.setRoots(['file:///w']);
  const features: LanguageFeatures = new LanguageFeatures({
    otherFiles: projects,
    fixesFor,
    parse: (changed) => documents.parse(changed),
    surroundingsOf: (one) => projects.of(one),
    floatXOf: (one) =>
      resolveFloatX({ option: 'auto', environments: [], files: [] }, features.libraryOf(one)),
  });
  const document = documents.open({ uri, languageId: 'python', version: 1, text });
  if (document === null) throw new Error('the document was not opened');
  return {
    findings: () => {
      const { diagnostics, cells } = features.check(document, defaultSettings);
      return { diagnostics: diagnostics.map((one) => one.diagnostics), cells };
    },
    askAt: (place: number) => askAll(features, document, place),
    edit: (all: readonly { at: number; removed: number; inserted: string }[]) => edit(document, all),
    close: () => documents.close(uri),
  };
}

function askAll(features: LanguageFeatures, text: OpenDocument, place: number): void {
  const [part] = text.parts;
  if (part === undefined) throw new Error('a file without a part');
  const document = { text, part };
  const offset = place % (text.text.length + 1);
  const position = text.lines.positionAt(offset);
  const end = text.lines.positionAt(Math.min(text.text.length, offset + (place % 200)));
  const range: Range = { start: position, end };
  const whole: Range = { start: { line: 0, character: 0 }, end: text.lines.positionAt(text.text.length) };
  const floatX = resolveFloatX({ option: 'auto', environments: [], files: [] }, features.libraryOf(text));
  const client = { hasLinkCommands: true, showsDisabled: true };
  features.hover(document, position, floatX);
  features.lenses(document, client);
  features.inlayHints(document, { range: whole, mode: 'all' }, floatX);
  features.semanticTokens(document, range);
  features.definition(document, position);
  features.references(document, position);
  features.symbols(document);
  const settings = defaultSettings;
  for (const only of [null, ['quickfix'], ['source.fixAll']])
    features.codeActions(document, { range: only === null ? range : whole, only }, { ...client, settings });
  for (const { span } of features.droppedScans(text, settings))
    ok(
      0 <= span.start && span.start <= span.end && span.end <= text.text.length,
      'a scan outside of the text',
    );
}

/** Applies the edits as an editor sends them, and gives the text after them. */
function edit(
  document: OpenDocument,
  all: readonly { readonly at: number; readonly removed: number; readonly inserted: string }[],
): string {
  for (const [index, { at, removed, inserted }] of all.entries()) {
    const { text, lines } = document;
    const start = placeIn(text, at % (text.length + 1));
    const end = placeIn(text, Math.min(text.length, start + removed));
    const range = { start: lines.positionAt(start), end: lines.positionAt(end) };
    const wanted = text.slice(0, start) + inserted + text.slice(end);
    document.change([{ range, text: inserted }], index + 2);
    ok(document.text === wanted, 'an edit was applied at another place');
  }
  return document.text;
}

/** An offset that a position can name: not inside of a line break. */
const placeIn = (text: string, offset: number): number =>
  text.slice(offset - 1, offset + 1) === '\r\n' ? offset - 1 : offset;
