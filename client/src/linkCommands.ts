/**
 * The commands behind lenses and code actions that take a person somewhere: a list of places, a page. Their arguments are those
 * of `protocol/src/editor.ts`; they come from anywhere, so nothing about them is believed.
 */
import * as vscode from 'vscode';
import type { PositionData, RangeData } from '../../protocol/src/places.ts';

/** Lists places as the editor lists references. */
export async function showPlaces(uri: unknown, position: unknown, places: unknown): Promise<void> {
  if (typeof uri !== 'string' || !isPosition(position) || !Array.isArray(places)) return;
  const locations = places.filter(isPlace).map(toLocation);
  const command = 'editor.action.showReferences';
  await vscode.commands.executeCommand(command, vscode.Uri.parse(uri), toPosition(position), locations);
}

/** Opens a page in the browser. */
export async function openPage(address: unknown): Promise<void> {
  if (typeof address !== 'string' || !address.startsWith('https://')) return;
  await vscode.env.openExternal(vscode.Uri.parse(address));
}

interface PlaceData {
  readonly uri: string;
  readonly range: RangeData;
}

function isPlace(value: unknown): value is PlaceData {
  if (typeof value !== 'object' || value === null || !('uri' in value) || !('range' in value)) return false;
  const { uri, range } = value;
  if (typeof uri !== 'string' || typeof range !== 'object' || range === null) return false;
  return 'start' in range && 'end' in range && isPosition(range.start) && isPosition(range.end);
}

export function isPosition(value: unknown): value is PositionData {
  if (typeof value !== 'object' || value === null || !('line' in value) || !('character' in value))
    return false;
  return Number.isInteger(value.line) && Number.isInteger(value.character);
}

export const toPosition = ({ line, character }: PositionData): vscode.Position =>
  new vscode.Position(line, character);

const toLocation = ({ uri, range }: PlaceData): vscode.Location =>
  new vscode.Location(
    vscode.Uri.parse(uri),
    new vscode.Range(toPosition(range.start), toPosition(range.end)),
  );
