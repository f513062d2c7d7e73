/**
 * Texts in the person's language. English stands in the code and is the key; the translations come from the client when it starts
 * the server, and from the server when it starts an evaluator: a process speaks to one person. Without them, as on the command line,
 * texts stay English. Never translated is what people search for: Python's exceptions and the libraries' own words.
 */
export type Translations = Readonly<Record<string, string>>;

let translations: Translations = {};

/** Given once, before anything is said. */
export function useTranslations(given: Translations): void {
  translations = given;
}

/** For another process that speaks to the same person. */
export const translationsInUse = (): Translations => translations;

/**
 * `text` with `{0}`, `{1}`, … filled in. It has to be written out where this is called, and called when the text is needed: a test looks
 * for texts without a translation, and translations come after the modules are loaded.
 */
export function t(text: string, ...args: readonly (string | number)[]): string {
  const known = Object.hasOwn(translations, text) ? translations[text] : undefined;
  return (known ?? text).replace(/\{(\d+)\}/g, (place, index: string) =>
    String(args[Number(index)] ?? place),
  );
}
