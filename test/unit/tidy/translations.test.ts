/** No text that a person reads is without its translation, and no translation is without its text. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { chinesePunctuation } from '../../../scripts/support/chinesePunctuation.ts';
import { parseSource, readSources, root } from './sources.ts';
import { fixedParts, manifestTexts, placesIn, translatedTexts, untranslatedTexts } from './translations.ts';

type Bundle = Readonly<Record<string, string>>;

const read = (name: string) => JSON.parse(readFileSync(join(root, name), 'utf8')) as Bundle;

const shown = readSources().filter(
  ({ path }) => /^(client|server)\//.test(path) && !path.endsWith('/l10n.ts'),
);
const given = shown.flatMap(translatedTexts);
/** They hold words of Python, fonts and colours. */
const noTexts = [
  'inspector/pythonTokens.ts',
  'scene/colormaps.ts',
  'scene/svgWriter.ts',
  'scene/canvasPainter.ts',
];
/** What the server and the evaluator say to a person; the log, Python's exceptions and the fates of processes are English. */
const spoken = /^server\/src\/(?:features|lsp|project|analysis\/(?:rules|fixes)|session)\//;
const unspoken = [
  'features/ignoreComment.ts',
  'lsp/documents.ts',
  'lsp/editorRequests.ts',
  'ghosts/ghosts.ts',
  'session/warmUpProgram.ts',
];
const isOfProcess = /\/session\/(?:node|browser)[A-Z]\w*\.ts$/;
const texts = new Set(given.flatMap(({ text }) => (text === null ? [] : [text])));
const bundles = globSync('l10n/bundle.l10n.*.json', { cwd: root });
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<string, unknown>;
const english = read('package.nls.json');
const manifestBundles = globSync('package.nls.*.json', { cwd: root });

describe('texts of the code', () => {
  it('are written out where they are translated', () => {
    const built = given.filter(({ text }) => text === null).map(({ place }) => place.replace(/:\d+$/, ''));
    // There the editor's own translator is called.
    expect(built).toEqual(['client/src/extension.ts']);
  });

  it('of the client are all given to be translated', () => {
    const client = shown.filter(
      ({ path }) => path.startsWith('client/') && !noTexts.some((name) => path.endsWith(name)),
    );
    expect(client.flatMap(untranslatedTexts).map(({ text, place }) => `${place} ${text}`)).toEqual([]);
  });

  it('of the server are all given to be translated', () => {
    const server = shown.filter(
      ({ path }) =>
        spoken.test(path) && !isOfProcess.test(path) && !unspoken.some((name) => path.endsWith(name)),
    );
    expect(server.flatMap(untranslatedTexts).map(({ text, place }) => `${place} ${text}`)).toEqual([]);
  });

  // Lenses and the state view say why a backend was passed over.
  it('why a backend can not do something is given to be translated', () => {
    const compiling = shown.filter(({ path }) => path.startsWith('server/src/compile/'));
    const untold = compiling.filter(({ text }) => /(?:\bunsupported|Unsupported)\(\s*['`]/.test(text));
    expect(untold.map(({ path }) => path)).toEqual([]);
  });

  it('name their places from 0 on', () => {
    const wrong = [...texts].filter((text) => placesIn(text).some((place, index) => place !== `{${index}}`));
    expect(wrong).toEqual([]);
  });

  it('are translated into Chinese', () => {
    expect(bundles).toContain('l10n/bundle.l10n.zh-cn.json');
  });

  test.each(bundles)('are those of %s', (name) => {
    const bundle = read(name);
    expect([...texts].filter((text) => !Object.hasOwn(bundle, text))).toEqual([]);
    expect(Object.keys(bundle).filter((text) => !texts.has(text))).toEqual([]);
  });

  test.each(bundles)('keep their places and their code in %s', (name) => {
    expect(changed(Object.entries(read(name)))).toEqual([]);
  });

  test.each([...bundles, ...globSync('package.nls.*.json', { cwd: root })])(
    'are punctuated as Chinese is in %s; `npm run translations` does it',
    (name) => {
      const wrong = Object.values(read(name)).filter((text) => chinesePunctuation(text) !== text);
      expect(wrong).toEqual([]);
    },
  );
});

describe('texts of the manifest', () => {
  const readTexts = manifestTexts(manifest);
  const keys = new Set([...readTexts.values()].flatMap((text) => /^%(.+)%$/.exec(text)?.[1] ?? []));

  it('stand in bundles, but for the name', () => {
    const direct = [...readTexts].filter(([, text]) => !/^%[\w.-]+%$/.test(text) && text !== 'ScanLens');
    expect(direct).toEqual([]);
  });

  it('are those of the English bundle', () => {
    expect([...keys].toSorted()).toEqual(Object.keys(english).toSorted());
  });

  it('are translated into Chinese', () => {
    expect(manifestBundles).toContain('package.nls.zh-cn.json');
  });

  test.each(manifestBundles)('are those of %s, with their links and their code', (name) => {
    const bundle = read(name);
    expect(Object.keys(bundle)).toEqual(Object.keys(english));
    expect(changed(Object.entries(english).map(([key, text]) => [text, bundle[key] ?? '']))).toEqual([]);
  });
});

/** Translations in which something is gone that has to stay as it is. */
const changed = (pairs: readonly (readonly [string, string])[]): readonly string[] =>
  pairs.flatMap(([text, translation]) => {
    const isKept =
      translation !== '' &&
      `${placesIn(text)}` === `${placesIn(translation)}` &&
      `${fixedParts(text)}` === `${fixedParts(translation)}`;
    return isKept ? [] : [text];
  });

describe('what looks for texts', () => {
  const code = (text: string) => parseSource('client/src/a.ts', text);

  it('finds those that are translated, and those that are not written out', () => {
    expect(translatedTexts(code("t('a b', 1); t(x); t(`c`); f('d e')")).map(({ text }) => text)).toEqual([
      'a b',
      null,
      'c',
    ]);
  });

  it('finds those that are not translated', () => {
    const wrong = [
      "showErrorMessage('It failed here.')",
      'f(`Open it now please`)',
      "a = { title: 'Run cell' }",
    ];
    const right = ["t('It failed here.')", "import a from 'b c'", "log.warn('It failed.')", "f('oneWord')"];
    for (const text of wrong) expect(untranslatedTexts(code(text)), text).toHaveLength(1);
    for (const text of right) expect(untranslatedTexts(code(text)), text).toEqual([]);
  });

  it('finds those of the manifest', () => {
    const found = manifestTexts({
      description: 'a',
      contributes: { commands: [{ command: 'b', title: 'c' }], x: { enumDescriptions: ['d'] } },
    });
    expect([...found.values()]).toEqual(['a', 'c', 'd']);
  });
});
