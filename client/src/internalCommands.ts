/** Commands that only our own hovers call; they are not in the palette. The first argument is the URI of the document. */
export const internalCommands = {
  /** Second argument of these: the id of a tracked result. */
  copyResult: 'scanlens.internal.copyResult',
  openResult: 'scanlens.internal.openResult',
  openPlots: 'scanlens.internal.openPlots',
  pinResult: 'scanlens.internal.pinResult',
  /** Second argument: the offset at which the pinned result ends. */
  unpinResult: 'scanlens.internal.unpinResult',
} as const;
