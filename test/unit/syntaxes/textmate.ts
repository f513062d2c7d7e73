/** Tokens of Python lines under the grammar that editors have for Python, with ours injected as `package.json` says. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import oniguruma from 'vscode-oniguruma';
import textmate from 'vscode-textmate';

const require = createRequire(import.meta.url);
const root = new URL('../../../', import.meta.url);

interface Contributed {
  readonly scopeName: string;
  readonly path: string;
  readonly injectTo: readonly string[];
}

const { grammars } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')).contributes as {
  grammars: readonly Contributed[];
};

const fileOf = (scopeName: string): string | URL | undefined => {
  if (scopeName === 'source.python') return require.resolve('tm-grammars/grammars/python.json');
  const own = grammars.find((grammar) => grammar.scopeName === scopeName);
  return own && new URL(own.path, root);
};

async function pythonGrammar(): Promise<textmate.IGrammar> {
  await oniguruma.loadWASM(readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm')));
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (sources) => new oniguruma.OnigScanner(sources),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async (scopeName) => {
      const file = fileOf(scopeName);
      return file === undefined ? null : JSON.parse(readFileSync(file, 'utf8'));
    },
    getInjections: (scopeName) =>
      grammars.filter(({ injectTo }) => injectTo.includes(scopeName)).map((grammar) => grammar.scopeName),
  });
  const grammar = await registry.loadGrammar('source.python');
  if (grammar === null) throw new Error('there is no grammar for Python');
  return grammar;
}

let loaded: Promise<textmate.IGrammar> | null = null;

/** A piece of a line and its scopes, without the outermost. */
export interface Token {
  readonly text: string;
  readonly scopes: readonly string[];
}

/** The tokens of each line. */
export async function tokensOf(text: string): Promise<readonly (readonly Token[])[]> {
  loaded ??= pythonGrammar();
  const grammar = await loaded;
  let stack = textmate.INITIAL;
  return text.split('\n').map((line) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, stack);
    stack = ruleStack;
    return tokens.map(({ startIndex, endIndex, scopes }) => ({
      text: line.slice(startIndex, endIndex),
      scopes: scopes.slice(1),
    }));
  });
}
