/** Whether a text is a reason to start the language server: most Python files have nothing to do with scan. Pure. */

/**
 * Names of the libraries; and words without which no file loses updates of a helper in another module. The server looks closer
 * (`server/src/project/scanText.ts`): a word too many costs a process, one too few a finding.
 */
const reasons =
  /\b(?:theano|aesara|pytensor)\b|\bfunction\s*\(|\.eval\s*\(|\bscan(?:_checkpoints)?\b|\bfold[lr]\b/;

export const needsServer = (text: string): boolean => reasons.test(text);
