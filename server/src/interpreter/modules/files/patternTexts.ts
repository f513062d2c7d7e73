/** `fnmatch.translate`: a pattern of file names as a regular expression, in the words of CPython 3.12. */

/** Between brackets, without them. */
function setText(members: string): string {
  const isNegated = members.startsWith('!');
  let text = members.replaceAll('\\', '\\\\');
  if (members.includes('-')) text = rangesText(members, { isNegated });
  text = text.replace(/[&~|]/g, '\\$&');
  if (text === '') return '(?!)';
  if (text === '!') return '.';
  if (text.startsWith('!')) return `[^${text.slice(1)}]`;
  return /^[\^[]/.test(text) ? `[\\${text}]` : `[${text}]`;
}

/** Empty ranges go, since regular expressions have none. */
function rangesText(members: string, { isNegated }: { readonly isNegated: boolean }): string {
  const chunks: string[] = [];
  let begin = 0;
  let from = isNegated ? 2 : 1;
  for (let dash = members.indexOf('-', from); dash >= 0; dash = members.indexOf('-', from)) {
    chunks.push(members.slice(begin, dash));
    begin = dash + 1;
    from = dash + 3;
  }
  const last = members.slice(begin);
  if (last !== '') chunks.push(last);
  else chunks[chunks.length - 1] += '-';
  for (let at = chunks.length - 1; at > 0; at--) {
    const [before, after] = [chunks[at - 1]!, chunks[at]!];
    if (before.at(-1)! <= after[0]!) continue;
    chunks.splice(at - 1, 2, before.slice(0, -1) + after.slice(1));
  }
  return chunks.map((chunk) => chunk.replaceAll('\\', '\\\\').replaceAll('-', '\\-')).join('-');
}

const special = /[()[\]{}?*+\-|^$\\.&~# \t\n\r\v\f]/g;

/** The pieces of a pattern as regular expressions; null is a star. */
function pieces(pattern: string): (string | null)[] {
  const found: (string | null)[] = [];
  for (let at = 0; at < pattern.length; at++) {
    const character = pattern[at]!;
    if (character === '*') {
      if (found.length === 0 || found.at(-1) !== null) found.push(null);
    } else if (character === '?') found.push('.');
    else if (character === '[') {
      const end = pattern.indexOf(']', at + (pattern[at + 1] === '!' ? 3 : 2));
      if (end < 0) found.push('\\[');
      else {
        found.push(setText(pattern.slice(at + 1, end)));
        at = end;
      }
    } else found.push(character.replace(special, '\\$&'));
  }
  return found;
}

/** A star in the middle takes as little as it can and does not give it back. */
export function translatePattern(pattern: string): string {
  const groups: string[] = [''];
  for (const piece of pieces(pattern)) {
    if (piece === null) groups.push('');
    else groups[groups.length - 1] += piece;
  }
  const [first, ...rest] = groups as [string, ...string[]];
  const texts = rest.map((fixed, at) => (at === rest.length - 1 ? `.*${fixed}` : `(?>.*?${fixed})`));
  // A star at the very end follows the last fixed piece.
  if (rest.length > 1 && rest.at(-1) === '') texts[rest.length - 1] = '.*';
  return `(?s:${first}${texts.join('')})\\Z`;
}
