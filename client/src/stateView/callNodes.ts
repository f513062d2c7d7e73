/** Lines of the state view for recorded calls: arguments, results, changes, and the scans that can be looked at. Pure. */
import type { CallData } from '../../../protocol/src/questions.ts';
import type { ValueData } from '../../../protocol/src/values.ts';
import { t } from '../l10n.ts';
import { durationText } from '../runTexts.ts';
import { isDrawable } from '../values/drawable.ts';
import {
  joinTexts,
  linesOf,
  type NodeContext,
  placeText,
  type StateNode,
  stateNode,
  traitsWhere,
} from './stateNodes.ts';

export function callNodes(calls: readonly CallData[], context: NodeContext): readonly StateNode[] {
  return calls.map((call) => callNode(call, context));
}

function callNode(call: CallData, context: NodeContext): StateNode {
  const label = call.functionName === null ? t('a call') : `${call.functionName}()`;
  const place = placeText(call.place, context);
  const failed = call.error === null ? '' : t('raised {0}', call.error);
  const took = joinTexts(durationText(call.elapsedMs), call.backend);
  return stateNode(context, {
    id: `call ${call.id}`,
    subject: { kind: 'call', call },
    label,
    description: joinTexts(place, failed, ...call.changes, took),
    tooltip: linesOf(joinTexts(label, place), failed, ...call.changes, took),
    icon: call.error === null ? 'call' : 'failed',
    traits: traitsWhere({ place: true, inspect: call.scans.length > 0 }),
    place: call.place,
    children: [
      ...call.scans.map((scan) => scanNode(call, scan, context)),
      ...call.inputs.map((value, index) => valueNode(value, { call, part: 'input', index }, context)),
      ...call.outputs.map((value, index) => valueNode(value, { call, part: 'output', index }, context)),
    ],
  });
}

function scanNode(call: CallData, scan: CallData['scans'][number], context: NodeContext): StateNode {
  return stateNode(context, {
    id: `call ${call.id} scan ${scan.scan}`,
    subject: { kind: 'scan', call, scan },
    label: scan.title,
    description: joinTexts(scan.isGradient ? t('gradient') : '', placeText(scan.place, context)),
    icon: 'scan',
    traits: traitsWhere({ place: scan.place !== null, inspect: true }),
    place: scan.place,
  });
}

interface Part {
  readonly call: CallData;
  readonly part: 'input' | 'output';
  readonly index: number;
}

function valueNode(value: ValueData, { call, part, index }: Part, context: NodeContext): StateNode {
  const label = part === 'input' ? t('input {0}', index) : t('output {0}', index);
  const name = call.functionName === null ? label : `${call.functionName}() ${label}`;
  const { isRandomState } = value;
  return stateNode(context, {
    id: `call ${call.id} ${part} ${index}`,
    label,
    description: value.short,
    icon: part,
    traits: traitsWhere({ value: !isRandomState, plot: isDrawable(value) }),
    value: isRandomState ? null : { ref: { kind: 'call', callId: call.id, part, index }, name },
  });
}
