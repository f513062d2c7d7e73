/** Where a command writes; the process's streams, or texts in tests. */
export interface CommandIo {
  readonly writeOut: (text: string) => void;
  readonly writeError: (text: string) => void;
  /** Everything on standard input. */
  readonly readInput: () => Uint8Array;
  /** Whether what is written to `writeOut` may hold colours. */
  readonly isOutColored: boolean;
  /** Whether what is written to `writeError` may hold colours. */
  readonly isErrorColored: boolean;
  /** Calls `action` when the person presses Ctrl-C; returns how to stop listening. */
  readonly onInterrupt: (action: () => void) => () => void;
}

/** Exit codes of every command. */
export const exitCodes = {
  done: 0,
  /** The program raised; a finding was a warning or an error. */
  failed: 1,
  /** Nothing could be done: a missing file, an unknown option, text that is not Python. */
  unusable: 2,
  /** Ctrl-C, as shells count it. */
  interrupted: 130,
} as const;
