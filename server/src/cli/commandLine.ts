/** Reads the arguments of a command: paths, and options from a table. Knows no command. */

/** An option's check: the values that it takes, how to read any text (null when it makes no sense), or that it takes none. */
export type OptionRule = readonly string[] | ((text: string) => string | null) | 'flag';

export interface CommandLine {
  readonly paths: readonly string[];
  /** By name without dashes; '' for an option without a value. */
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
    const option = readOption(argument, args[at + 1], rules);
    if ('problem' in option) return option;
    options.set(option.name, option.value);
    if (option.tookNext) at++;
  }
  return { paths, options };
}

interface ReadOption {
  readonly name: string;
  readonly value: string;
  /** True when the value was the next argument. */
  readonly tookNext: boolean;
}

function readOption(
  argument: string,
  next: string | undefined,
  rules: Readonly<Record<string, OptionRule>>,
): ReadOption | CommandLineProblem {
  const [flag, attached] = splitFlag(argument);
  const name = flag.slice(2);
  const rule = flag.startsWith('--') && Object.hasOwn(rules, name) ? rules[name] : undefined;
  if (rule === undefined) return { problem: `Unknown option ${flag}.` };
  if (rule === 'flag') {
    if (attached !== undefined) return { problem: `The option ${flag} takes no value.` };
    return { name, value: '', tookNext: false };
  }
  const value = attached ?? next;
  if (value === undefined) return { problem: `The option ${flag} needs a value.` };
  const accepted = accept(rule, value);
  if (accepted === null) return { problem: `${flag} can not be "${value}"${expectation(rule)}.` };
  return { name, value: accepted, tookNext: attached === undefined };
}

function splitFlag(argument: string): [flag: string, attached: string | undefined] {
  const equals = argument.indexOf('=');
  return equals < 0 ? [argument, undefined] : [argument.slice(0, equals), argument.slice(equals + 1)];
}

function accept(rule: Exclude<OptionRule, 'flag'>, value: string): string | null {
  if (typeof rule === 'function') return rule(value);
  return rule.includes(value) ? value : null;
}

const expectation = (rule: Exclude<OptionRule, 'flag'>): string =>
  typeof rule === 'function' ? '' : `; it is one of ${rule.join(', ')}`;

/** The rule for any text but an empty one. */
export const anyText: OptionRule = (text) => (text === '' ? null : text);

/** The rule for a count: a whole number from 1. */
export const positiveCount: OptionRule = (text) => (/^[1-9]\d{0,8}$/.test(text) ? text : null);

/** The rule for a positive number. */
export const positiveNumber: OptionRule = (text) =>
  Number(text) > 0 && Number.isFinite(Number(text)) ? text : null;
