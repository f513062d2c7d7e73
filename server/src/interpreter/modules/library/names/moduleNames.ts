/** What a table of module names is made of. */

/** The public names of each module, by its path below the package; split at first use. */
export type ModuleNames = Readonly<Record<string, () => ReadonlySet<string>>>;

/** The words of a text. */
export const words = (text: string): (() => ReadonlySet<string>) => {
  let split: ReadonlySet<string> | null = null;
  return () => {
    split ??= new Set(text.split(/\s+/).filter((word) => word !== ''));
    return split;
  };
};
