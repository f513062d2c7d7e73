/**
 * Texts in the person's language. English stands in the code and is the key of the bundles (`l10n/bundle.l10n.*.json`); `{0}`, `{1}`, …
 * are filled in. Without an editor around it (in tests, in pure code) texts stay English.
 */
export type TextArgument = string | number;
export type Translator = (text: string, ...args: readonly TextArgument[]) => string;

let translator: Translator = (text, ...args) =>
  text.replace(/\{(\d+)\}/g, (place, index: string) => String(args[Number(index)] ?? place));

/** The editor's way of translating; given once, when the extension starts. */
export function useTranslator(given: Translator): void {
  translator = given;
}

/** `text` has to be written out where this is called: a test looks for texts without a translation. */
export const t: Translator = (text, ...args) => translator(text, ...args);
