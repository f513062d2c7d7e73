/** Reads the arguments of a command: paths, and options with values from a table. Knows no command. */

/** An option's check: the values that it takes, or how to read any text (null when it makes no sense). */
export type OptionRule = readonly string[] | ((text: string) => string | null);

export interface CommandLine {
  readonly paths: readonly string[];
  /** By name without dashes. */
  readonly options: ReadonlyMap<string, string>;
}

/** Why the arguments make no sense, as one sentence. */
export interface CommandLineProblem {
  readonly problem: string;
}

/** `--name value`, `--name=value`, and paths; after `--` everything is a path. */
export function readCommandLine(
  args: readonly string[],
  rules: Readonly<Record<string, OptionRule>>,
): CommandLine | CommandLineProblem {
  const paths: string[] = [];
  const options = new Map<string, string>();
  for (let at = 0; at < args.length; at++) {
    const argument = args[at]!;
    if (argument === '--') {
      paths.push(...args.slice(at + 1));
      break;
    }
    if (!argument.startsWith('-') || argument === '-') {
      paths.push(argument);
      continue;
    }
    const [flag, attached] = splitFlag(argument);
    const name = flag.slice(2);
    const rule = flag.startsWith('--') && Object.hasOwn(rules, name) ? rules[name] : undefined;
    if (rule === undefined) return { problem: `Unknown option ${flag}.` };
    const value = attached ?? args[++at];
    if (value === undefined) return { problem: `The option ${flag} needs a value.` };
    const accepted = accept(rule, value);
    if (accepted === null) return { problem: `${flag} can not be "${value}"${expectation(rule)}.` };
    options.set(name, accepted);
  }
  return { paths, options };
}

function splitFlag(argument: string): [flag: string, attached: string | undefined] {
  const equals = argument.indexOf('=');
  return equals < 0 ? [argument, undefined] : [argument.slice(0, equals), argument.slice(equals + 1)];
}

function accept(rule: OptionRule, value: string): string | null {
  if (typeof rule === 'function') return rule(value);
  return rule.includes(value) ? value : null;
}

const expectation = (rule: OptionRule): string =>
  typeof rule === 'function' ? '' : `; it is one of ${rule.join(', ')}`;

/** The rule for a positive number. */
export const positiveNumber: OptionRule = (text) =>
  Number(text) > 0 && Number.isFinite(Number(text)) ? text : null;
