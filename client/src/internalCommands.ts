/** Commands that only our own hovers call; they are not in the palette. */
export const internalCommands = {
  /** Arguments: the URI of the document and the id of a tracked result. */
  copyResult: 'scanlens.internal.copyResult',
  openResult: 'scanlens.internal.openResult',
} as const;
