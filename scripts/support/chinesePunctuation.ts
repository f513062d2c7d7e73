/**
 * Punctuation of Chinese sentences: full-width, except in code, in links, and in what stands apart in brackets, such as ` (Home)`.
 * Says nothing about the words.
 */
const han = /[\u4e00-\u9fff]/;
const code = /`[^`]*`|\(command:[^)]*\)|\]\([^)]*\)|https?:\/\/\S+/g;
const fullWidth = { ',': '\uff0c', ':': '\uff1a', ';': '\uff1b', '?': '\uff1f', '!': '\uff01' };
type Mark = keyof typeof fullWidth;

/** A text as Chinese writes it; one without any Chinese word stays as it is. */
export function chinesePunctuation(text: string): string {
  if (!han.test(text)) return text;
  // What is kept may stand in brackets, so it is only set aside.
  const kept = text.match(code) ?? [];
  let next = 0;
  return punctuated(text.replace(code, setAside)).replaceAll(setAside, () => kept[next++] ?? '');
}

const setAside = '\ue000';

/** A mark with a space behind it belongs to words of another language, as does `:` in an address. */
const punctuated = (prose: string): string =>
  prose
    .replace(/[,;?!](?! )|:(?![ /])/g, (mark) => fullWidth[mark as Mark])
    .replace(/(?<=^(?=\([^()]*[\u4e00-\u9fff])|[^\s(])\(([^()]+)\)/g, '\uff08$1\uff09');
