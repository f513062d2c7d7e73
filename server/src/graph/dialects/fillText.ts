/** Texts of the tables: `{0}`, `{1}`, … are places that whoever says them fills in. */
export const fillText = (text: string, ...args: readonly (string | number)[]): string =>
  text.replace(/\{(\d)\}/g, (place, index: string) => String(args[Number(index)] ?? place));
