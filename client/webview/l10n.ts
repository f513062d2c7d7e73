/**
 * Texts of the webviews in the person's language. As in `client/src/l10n.ts` English stands in the code; the translations come
 * with the first message.
 */
let translations: Readonly<Record<string, string>> = {};

export function useTranslations(given: Readonly<Record<string, string>>): void {
  translations = given;
}

/** `text` has to be written out where this is called: a test looks for texts without a translation. */
export function t(text: string, ...args: readonly (string | number)[]): string {
  const known = Object.hasOwn(translations, text) ? translations[text] : undefined;
  return (known ?? text).replace(/\{(\d+)\}/g, (place, index: string) =>
    String(args[Number(index)] ?? place),
  );
}
