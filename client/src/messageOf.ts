/** Why something failed, as a person is told. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
