/**
 * The page of a webview as text. It may load one script and one style sheet of ours and nothing else: no address outside, no code
 * from strings, no styles in attributes.
 */
export interface PageParts {
  readonly scriptUri: string;
  readonly styleUri: string;
  /** From where the webview may load styles. */
  readonly cspSource: string;
  readonly nonce: string;
  readonly language: string;
}

export function webviewPage({ scriptUri, styleUri, cspSource, nonce, language }: PageParts): string {
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src ${cspSource}`;
  return `<!DOCTYPE html>
<html lang="${escaped(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escaped(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${escaped(styleUri)}">
</head>
<body>
<script nonce="${nonce}" src="${escaped(scriptUri)}"></script>
</body>
</html>`;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

const nonceLength = 32;
const nonceLetters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** Cannot be guessed by what gets into a page. */
export function makeNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(nonceLength));
  return Array.from(bytes, (byte) => nonceLetters.charAt(byte % nonceLetters.length)).join('');
}
