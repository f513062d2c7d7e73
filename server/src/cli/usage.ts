/** What `scanlens --help` says. */

export const usage = `Usage: scanlens COMMAND …

  scanlens check PATH… [OPTIONS]
      Findings in Python files and notebooks; folders are searched, without what git ignores;
      - is standard input. Lines and columns count from 1, columns in UTF-16 units as editors do.
      Exit code: 0 without errors and warnings, 1 with, 2 when something can not be read or the
      command line is wrong (what could be read is checked all the same).

      --format text|json|sarif|github   how findings are printed
      --select RULES, --ignore RULES    only these rules, or all but these (ids with commas)
      --level LEVEL                     nothing below hint, information, warning or error
      --floatX float32|float64          the library's floatX
      --library-version TEXT            the releases in use: "pytensor 2.36, theano 1.0.5"
      --config FILE, --no-config        use the table [tool.scanlens] of this file, or none
      --force-exclude                   leave out what the configuration excludes, also when it is named
      --fix                             apply the fixes that are safe, then check (not in notebooks)
      --baseline FILE                   leave out the findings that this file knows
      --write-baseline FILE             make all findings known instead of printing them
      --stdin-filename FILE             what standard input is called
      --jobs N                          threads; as many as pay off by itself

  scanlens explain [RULE]
      The page about a rule, or the list of rules.
      Exit code: 0, or 2 when there is no such rule.

  scanlens run FILE [--format text|json] [--floatX float32|float64] [--timeout SECONDS]
                    [--backend auto|reference|wasm|gpu] [--gpu-float32]
      Runs a program that uses Theano, Aesara or PyTensor, without Python. Compiled functions run as
      WebAssembly where that is possible; the reference backend computes every op by itself. On a GPU
      programs in float32 run, and with --gpu-float32 those in float64, too, in single precision.
      Exit code: 0 when it ended normally, 1 when it raised or was stopped, 2 when it could not be run.

  scanlens lsp
      The language server, over standard input and output (docs/protocol.md).

  scanlens --version
  scanlens --help
`;
