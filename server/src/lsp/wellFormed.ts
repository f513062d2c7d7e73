/**
 * Whether a client's message about documents is what the protocol promises. What is not is left out at the door: half of it applied
 * would leave a document that every later request stumbles over.
 */
import type {
  NotebookCell,
  NotebookDocumentChangeEvent,
  Range,
  TextDocumentContentChangeEvent,
  TextDocumentItem,
} from 'vscode-languageserver';
import { isRecord } from './settings.ts';

const isCount = (value: unknown): boolean => Number.isInteger(value) && (value as number) >= 0;

const isPlace = (value: unknown): boolean =>
  isRecord(value) && isCount(value['line']) && isCount(value['character']);

const isRange = (value: unknown): value is Range =>
  isRecord(value) && isPlace(value['start']) && isPlace(value['end']);

const isListOf = <T>(value: unknown, isOne: (one: unknown) => one is T): value is readonly T[] =>
  Array.isArray(value) && value.every(isOne);

const isAbsentOr = <T>(value: unknown, isOne: (one: unknown) => one is T): boolean =>
  value === undefined || value === null || isOne(value);

export const isItem = (value: unknown): value is TextDocumentItem =>
  isRecord(value) &&
  typeof value['uri'] === 'string' &&
  typeof value['languageId'] === 'string' &&
  Number.isInteger(value['version']) &&
  typeof value['text'] === 'string';

const isChange = (value: unknown): value is TextDocumentContentChangeEvent =>
  isRecord(value) && typeof value['text'] === 'string' && (!('range' in value) || isRange(value['range']));

export const areChanges = (value: unknown): value is TextDocumentContentChangeEvent[] =>
  isListOf(value, isChange);

const isCell = (value: unknown): value is NotebookCell =>
  isRecord(value) && typeof value['document'] === 'string' && Number.isInteger(value['kind']);

export const areItems = (value: unknown): value is TextDocumentItem[] => isListOf(value, isItem);
export const areCells = (value: unknown): value is NotebookCell[] => isListOf(value, isCell);

const isNamed = (value: unknown): value is { readonly uri: string } =>
  isRecord(value) && typeof value['uri'] === 'string';

const areNamed = (value: unknown): value is readonly { readonly uri: string }[] => isListOf(value, isNamed);

const isStructure = (value: unknown): value is object => {
  if (!isRecord(value)) return false;
  const { array, didOpen, didClose } = value;
  if (!isRecord(array) || !isCount(array['start']) || !isCount(array['deleteCount'])) return false;
  return (
    isAbsentOr(array['cells'], areCells) && isAbsentOr(didOpen, areItems) && isAbsentOr(didClose, areNamed)
  );
};

const isTextContent = (value: unknown): value is object =>
  isRecord(value) &&
  isNamed(value['document']) &&
  Number.isInteger((value['document'] as { readonly version?: unknown }).version) &&
  areChanges(value['changes']);

const areTextContents = (value: unknown): value is readonly object[] => isListOf(value, isTextContent);

export function isNotebookChange(value: unknown): value is NotebookDocumentChangeEvent {
  if (!isRecord(value)) return false;
  const { cells } = value;
  if (cells === undefined || cells === null) return true;
  if (!isRecord(cells)) return false;
  const { structure, data, textContent } = cells;
  return (
    isAbsentOr(structure, isStructure) &&
    isAbsentOr(data, areCells) &&
    isAbsentOr(textContent, areTextContents)
  );
}
