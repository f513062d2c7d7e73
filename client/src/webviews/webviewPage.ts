/**
 * The page of a webview as text. It has one script and one style sheet of ours in it and may load nothing: no address, no code from
 * strings, no styles in attributes. They are in the page and not beside it because each file is a way through the editor and back, during
 * which nothing can be seen.
 */

/** What is the same in all pages. */
export interface PageProgram {
  readonly script: string;
  readonly style: string;
}

export interface PageParts extends PageProgram {
  readonly nonce: string;
  readonly language: string;
}

export function webviewPage({ script, style, nonce, language }: PageParts): string {
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="${escaped(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escaped(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<style nonce="${nonce}">
${inside(style)}
</style>
</head>
<body>
<script nonce="${nonce}">
${inside(script)}
</script>
</body>
</html>`;
}

/** What would end the element, or hide its end: in code that only stands in strings, where this form means the same. */
const inside = (text: string): string => text.replaceAll(/<(?=\/(?:script|style)|!--)/gi, '\\x3c');

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

const nonceLength = 32;
const nonceLetters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** Cannot be guessed by what gets into a page. */
export function makeNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(nonceLength));
  return Array.from(bytes, (byte) => nonceLetters.charAt(byte % nonceLetters.length)).join('');
}
