/** What `scanlens --help` says. */

export const usage = `Usage: scanlens COMMAND …

  scanlens check PATH… [--format text|json]
      Findings in Python files and notebooks; folders are searched. Lines and columns
      count from 1, columns in UTF-16 units as editors do.
      Exit code: 0 without errors and warnings, 1 with, 2 when a path can not be read
      (what could be read is checked all the same).

  scanlens run FILE [--format text|json] [--floatX float32|float64] [--timeout SECONDS]
      Runs a program that uses Theano, Aesara or PyTensor, without Python.
      Exit code: 0 when it ended normally, 1 when it raised or was stopped, 2 when it could not be run.

  scanlens lsp
      The language server, over standard input and output (docs/protocol.md).

  scanlens --version
  scanlens --help
`;
