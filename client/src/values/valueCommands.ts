/** Commands about values: open, copy, and the pages of those that are open. */
import * as vscode from 'vscode';
import { commands } from '../../../protocol/src/editor.ts';
import type { Ask } from '../ask.ts';
import type { CommandHandlers } from '../commandTargets.ts';
import { t } from '../l10n.ts';
import { copyLimit, elementsText } from './copyText.ts';
import { isNamedValue, isValueRef, type NamedValue } from './valueAddress.ts';
import type { ValueDocuments } from './valueDocuments.ts';

export interface ValueCommandContext {
  readonly ask: Ask;
  readonly values: ValueDocuments;
  /** Lets the person choose a value; null when none was chosen. */
  readonly choose: () => Promise<NamedValue | null>;
  readonly draw: (value: NamedValue) => void;
}

export function valueCommands(context: ValueCommandContext): CommandHandlers {
  const { ask, values } = context;
  const withValue =
    (action: (value: NamedValue) => Promise<void> | void) =>
    async (...args: unknown[]): Promise<void> => {
      const value = meantValue(args) ?? values.active ?? (await context.choose());
      if (value !== null) await action(value);
    };
  return {
    [commands.openValue]: withValue((value) => values.open(value)),
    [commands.drawValue]: withValue((value) => context.draw(value)),
    [commands.copyValue]: withValue((value) => copyValue(ask, value)),
    [commands.copyNumpy]: withValue((value) => copyNumpy(ask, value)),
    [commands.goToIndex]: () => values.goToIndex(),
    [commands.previousPage]: () => values.move('previousPage'),
    [commands.nextPage]: () => values.move('nextPage'),
    [commands.previousColumns]: () => values.move('previousColumns'),
    [commands.nextColumns]: () => values.move('nextColumns'),
    [commands.previousPlane]: () => values.move('previousPlane'),
    [commands.nextPlane]: () => values.move('nextPlane'),
  };
}

/** A line of the state view, or a URI with a reference and what the value is called; null for neither. */
function meantValue([first, ref, name]: readonly unknown[]): NamedValue | null {
  if (typeof first === 'string' && isValueRef(ref)) {
    const uri = vscode.Uri.parse(first).toString();
    return { uri, ref, name: typeof name === 'string' ? name : t('value') };
  }
  if (typeof first !== 'object' || first === null || !('uri' in first) || !('value' in first)) return null;
  const { uri, value } = first;
  if (typeof value !== 'object' || value === null) return null;
  const named = { uri, ...value };
  return isNamedValue(named) ? named : null;
}

async function copyNumpy(ask: Ask, { uri, ref }: NamedValue): Promise<void> {
  const answer = await ask(uri, 'numpyText', { ref });
  if (answer === null) throw new Error(goneText());
  if (answer.refused !== null) throw new Error(answer.refused);
  await vscode.env.clipboard.writeText(answer.text);
}

async function copyValue(ask: Ask, { uri, ref }: NamedValue): Promise<void> {
  const elements = await ask(uri, 'elements', { ref, limit: copyLimit });
  if (elements === null) throw new Error(goneText());
  if (!elements.isComplete)
    throw new Error(t('The value has more than {0} elements. Copy it as NumPy, or open it.', copyLimit));
  await vscode.env.clipboard.writeText(elementsText(elements));
}

const goneText = (): string => t('This value is not there any more. Run the program again.');
