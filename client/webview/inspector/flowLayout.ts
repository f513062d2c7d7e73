/**
 * The picture of a scan as boxes and arrows with places: what comes in on the left, the step in the middle, what comes out on the
 * right, and further right where that goes. Widths are estimates for a monospaced face; nothing is drawn here.
 */

import type { PlaceData } from '../../../protocol/src/places.ts';
import type { FlowEdge, FlowEnd, ScanData, SlotData } from '../../../protocol/src/questions.ts';

export interface FlowBox {
  readonly key: string;
  readonly kind: SlotData['role'] | 'step' | 'outside' | 'dropped';
  readonly label: string;
  readonly detail: string;
  readonly place: PlaceData | null;
  readonly slotId: number | null;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface FlowArrow {
  readonly from: string;
  readonly to: string;
  /** Goes back to the next iteration: drawn below the boxes. */
  readonly isBack: boolean;
  readonly isDropped: boolean;
  readonly points: readonly (readonly [x: number, y: number])[];
}

export interface FlowPicture {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly FlowBox[];
  readonly arrows: readonly FlowArrow[];
}

const characterWidth = 7.2;
const boxHeight = 38;
const gapX = 48;
const gapY = 12;
const margin = 16;
const widestBox = 260;
/** Room for the word that says what a box is. */
const kindCharacters = 17;
/** Below the boxes, for each arrow that goes back. */
const backLane = 12;

/** Columns from left to right. */
const columnCount = 5;
const roleColumns: Readonly<Record<SlotData['role'], number>> = {
  sequence: 1,
  state: 1,
  nonSequence: 1,
  sharedBefore: 1,
  newState: 3,
  output: 3,
  sharedAfter: 3,
  condition: 3,
};
const stepColumn = 2;
const outsideColumns = { from: 0, to: 4 } as const;

interface Node extends Pick<FlowBox, 'key' | 'kind' | 'label' | 'detail' | 'place' | 'slotId'> {
  readonly column: number;
}

export function layOutFlow(scan: Pick<ScanData, 'slots' | 'flow' | 'stepFunction' | 'title'>): FlowPicture {
  const nodes = nodesOf(scan);
  const columns = Array.from({ length: columnCount }, (_, column) =>
    nodes.filter((node) => node.column === column),
  );
  const widths = columns.map((column) => Math.max(0, ...column.map(widthOf)));
  const tallest = Math.max(...columns.map(heightOf));
  const boxes = columns.flatMap((column, index) => {
    const before = widths.slice(0, index).reduce((sum, each) => sum + (each === 0 ? 0 : each + gapX), 0);
    return stack(column, { x: margin + before, width: widths[index] ?? 0, tallest });
  });
  const arrows = arrowsOf(scan.flow, boxes, margin + tallest);
  const used = widths.filter((each) => each > 0);
  const width = 2 * margin + used.reduce((sum, each) => sum + each, 0) + gapX * Math.max(0, used.length - 1);
  const backCount = arrows.filter(({ isBack }) => isBack).length;
  return { width, height: 2 * margin + tallest + (backCount + 1) * backLane, boxes, arrows };
}

// ---------------------------------------------------------------------------------------------------------------- boxes

function nodesOf({ slots, flow, stepFunction, title }: Parameters<typeof layOutFlow>[0]): readonly Node[] {
  const nodes = new Map<string, Node>();
  for (const slot of slots) nodes.set(`slot ${slot.id}`, slotNode(slot));
  const name = stepFunction === null ? title : stepFunction.name;
  nodes.set('step', {
    key: 'step',
    kind: 'step',
    label: name,
    detail: '',
    place: stepFunction?.place ?? null,
    slotId: null,
    column: stepColumn,
  });
  for (const { from, to } of flow) {
    if (from.kind === 'outside') nodes.set(keyOf(from, 'from'), outsideNode(from, 'from'));
    if (to.kind === 'outside') nodes.set(keyOf(to, 'to'), outsideNode(to, 'to'));
  }
  return [...nodes.values()];
}

function slotNode({ id, role, name, source, dtype, shape }: SlotData): Node {
  const detail =
    shape.length === 0 ? dtype : `${dtype} (${shape.join(', ')}${shape.length === 1 ? ',' : ''})`;
  const label = source === '' || source === name ? name : `${name} = ${source}`;
  const isOut = roleColumns[role] > stepColumn;
  return {
    key: `slot ${id}`,
    kind: role,
    label: isOut && source !== '' ? source : label,
    detail,
    place: null,
    slotId: id,
    column: roleColumns[role],
  };
}

const outsideNode = (end: FlowEnd & { readonly kind: 'outside' }, side: Side): Node => ({
  key: keyOf(end, side),
  kind: end.isDropped ? 'dropped' : 'outside',
  label: end.label,
  detail: '',
  place: end.place,
  slotId: null,
  column: outsideColumns[side],
});

/** A shared variable is read on the one side and stored on the other: two boxes. */
type Side = keyof typeof outsideColumns;

function keyOf(end: FlowEnd, side: Side): string {
  if (end.kind === 'slot') return `slot ${end.slotId}`;
  return end.kind === 'step' ? 'step' : `${side} ${end.label}${end.isDropped ? ' dropped' : ''}`;
}

const widthOf = ({ label, detail }: Node): number =>
  Math.min(
    widestBox,
    Math.ceil(Math.max(label.length, detail.length + kindCharacters, 4) * characterWidth) + 24,
  );

const heightOf = (column: readonly Node[]): number => column.length * (boxHeight + gapY) - gapY;

function stack(
  column: readonly Node[],
  { x, width, tallest }: { readonly x: number; readonly width: number; readonly tallest: number },
): readonly FlowBox[] {
  const top = margin + (tallest - heightOf(column)) / 2;
  return column.map(({ column: _, ...node }, index) => ({
    ...node,
    x,
    y: top + index * (boxHeight + gapY),
    width,
    height: boxHeight,
  }));
}

// --------------------------------------------------------------------------------------------------------------- arrows

function arrowsOf(
  flow: readonly FlowEdge[],
  boxes: readonly FlowBox[],
  bottom: number,
): readonly FlowArrow[] {
  const byKey = new Map(boxes.map((box) => [box.key, box]));
  let backCount = 0;
  return flow.flatMap(({ from, to }) => {
    const [start, end] = [byKey.get(keyOf(from, 'from')), byKey.get(keyOf(to, 'to'))];
    if (start === undefined || end === undefined) return [];
    const isBack = end.x < start.x;
    if (isBack) backCount++;
    const points = isBack ? aroundBelow(start, end, bottom + backCount * backLane) : straight(start, end);
    const isDropped = to.kind === 'outside' && to.isDropped;
    return [{ from: start.key, to: end.key, isBack, isDropped, points }];
  });
}

const middle = ({ y, height }: FlowBox): number => y + height / 2;

const straight = (from: FlowBox, to: FlowBox): FlowArrow['points'] => [
  [from.x + from.width, middle(from)],
  [to.x, middle(to)],
];

/** Out at the right, down, under all boxes, up, and in at the left. */
function aroundBelow(from: FlowBox, to: FlowBox, lane: number): FlowArrow['points'] {
  const out = from.x + from.width + gapX / 4;
  const back = to.x - margin / 2;
  return [
    [from.x + from.width, middle(from) + boxHeight / 4],
    [out, middle(from) + boxHeight / 4],
    [out, lane],
    [back, lane],
    [back, middle(to)],
    [to.x, middle(to)],
  ];
}
