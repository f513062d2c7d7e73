/** Answers the requests of an editor about a document: one line from the protocol to the feature for each. */
import type {
  Connection,
  Range,
  SemanticTokensParams,
  SemanticTokensRangeParams,
} from 'vscode-languageserver';
import type { Settings } from '../../../protocol/src/editor.ts';
import type { FloatXDecision } from '../session/floatX.ts';
import type { AnalysedText, PlacedDocument } from './analysedText.ts';
import type { ClientTraits, LanguageFeatures } from './languageFeatures.ts';
import type { Requests } from './requests.ts';

export interface EditorRequestsOptions {
  readonly requests: Requests;
  readonly features: LanguageFeatures;
  readonly settingsOf: (uri: string) => Promise<Settings>;
  readonly floatXOf: (text: AnalysedText, settings: Settings) => FloatXDecision;
  /** Known once the client has introduced itself. */
  readonly client: () => ClientTraits;
}

/** Registers the handlers. */
export function answerEditor(connection: Connection, options: EditorRequestsOptions): void {
  answerViews(connection, options);
  answerColours(connection, options);
  answerNavigation(connection, options);
  answerActions(connection, options);
}

function answerViews(connection: Connection, options: EditorRequestsOptions): void {
  const { requests, features, settingsOf, floatXOf, client } = options;
  connection.onHover(
    requests.aboutPart('hover', async (document, { position }) => {
      const floatX = floatXOf(document.text, await settingsOf(document.text.uri));
      return features.hover(document, position, floatX);
    }),
  );
  connection.onCodeLens(
    requests.aboutPart('lenses', async (document) => {
      const { lenses } = await settingsOf(document.text.uri);
      return lenses ? [...features.lenses(document, client())] : [];
    }),
  );
  connection.languages.inlayHint.on(
    requests.aboutPart('inlay hints', async (document, { range }) => {
      const settings = await settingsOf(document.text.uri);
      const mode = settings.inlayHints;
      if (mode === 'off') return [];
      return [...features.inlayHints(document, { range, mode }, floatXOf(document.text, settings))];
    }),
  );
}

function answerColours(
  connection: Connection,
  { requests, features, settingsOf }: EditorRequestsOptions,
): void {
  const tokens = async (document: PlacedDocument, range: Range | null) => {
    const { semanticTokens } = await settingsOf(document.text.uri);
    return { data: semanticTokens === 'off' ? [] : [...features.semanticTokens(document, range)] };
  };
  const name = 'semantic tokens';
  const whole = requests.aboutPart(name, (document, _: SemanticTokensParams) => tokens(document, null));
  const part = requests.aboutPart(name, (document, { range }: SemanticTokensRangeParams) =>
    tokens(document, range),
  );
  const nothing = { data: [] };
  const { semanticTokens } = connection.languages;
  semanticTokens.on(async (params, token) => (await whole(params, token)) ?? nothing);
  semanticTokens.onRange(async (params, token) => (await part(params, token)) ?? nothing);
}

function answerNavigation(connection: Connection, { requests, features }: EditorRequestsOptions): void {
  connection.onDefinition(
    requests.aboutPart('definition', (document, { position }) => [
      ...features.definition(document, position),
    ]),
  );
  connection.onReferences(
    requests.aboutPart('references', (document, { position }) => [
      ...features.references(document, position),
    ]),
  );
  connection.onDocumentSymbol(requests.aboutPart('symbols', (document) => [...features.symbols(document)]));
}

function answerActions(connection: Connection, options: EditorRequestsOptions): void {
  const { requests, features, settingsOf, client } = options;
  connection.onCodeAction(
    requests.aboutPart('code actions', async (document, { range, context }) => {
      const settings = await settingsOf(document.text.uri);
      const asked = { range, only: context.only ?? null };
      return [...features.codeActions(document, asked, { settings, ...client() })];
    }),
  );
}
