/** Questions that are answered by making a recorded call again: its scans, and what happens in their iterations. */

import type { QuestionKind, ScanHeading } from '../../../../protocol/src/questions.ts';
import type { ScanRef, ValueRef } from '../../../../protocol/src/values.ts';
import { t } from '../../base/l10n.ts';
import type { CompiledIdentity } from '../../graph/functionGraph.ts';
import type { RecordedCall } from '../journal/records.ts';
import { graphScans } from '../replay/graphScans.ts';
import type { LocatedScan } from '../replay/replays.ts';
import {
  type AnswerTools,
  foundStep,
  gradientNormsData,
  heatMapData,
  outsideEnd,
  scanData,
  seriesData,
  stepsData,
  stepValue,
} from '../replay/scanAnswers.ts';
import type { OutsideEnd } from '../replay/scanFlow.ts';
import { type ProgramView, scanHeading } from '../replay/scanNames.ts';
import { describeValue, type FoundValue } from './describeValue.ts';
import type { AnswerRule, Evidence } from './evidence.ts';
import { variableNamer } from './variableNames.ts';

/** What is answered here. */
export type ReplayKind = 'scan' | 'steps' | 'series' | 'heatMap' | 'findStep' | 'gradientNorms';

/** Finds the scan that a question is about, and answers it. */
const aboutScan =
  <Kind extends QuestionKind & ReplayKind>(
    answer: (
      located: LocatedScan,
      asks: Parameters<AnswerRule<Kind>>[0],
      tools: AnswerTools,
    ) => ReturnType<AnswerRule<Kind>>,
  ): AnswerRule<Kind> =>
  (asks, evidence) => {
    const { scan } = asks as { readonly scan: ScanRef };
    const call = evidence.journal.calls.find(scan.callId);
    const located = call && locate(call, scan, evidence);
    return call && located && answer(located, asks, toolsFor(call, evidence));
  };

export const replayRules: { readonly [Kind in ReplayKind]: AnswerRule<Kind> } = {
  scan: aboutScan<'scan'>((located, _, tools) => scanData(located, tools)),
  steps: aboutScan<'steps'>((located, { steps }, tools) => stepsData(located, steps, tools)),
  series: aboutScan<'series'>(seriesData),
  heatMap: aboutScan<'heatMap'>(heatMapData),
  findStep: aboutScan<'findStep'>(foundStep),
  gradientNorms: aboutScan<'gradientNorms'>(gradientNormsData),
};

/** A value inside of an iteration; null where it is not there any more. */
export function valueInStep(
  ref: Extract<ValueRef, { readonly kind: 'step' }>,
  evidence: Evidence,
): FoundValue | null {
  const call = evidence.journal.calls.find(ref.callId);
  const located = call && locate(call, ref, evidence);
  return located && stepValue(located, ref, { view: viewOf(evidence), host: evidence.host });
}

/** The scans of a function. */
export function scanHeadings({ graph }: CompiledIdentity, { journal }: Evidence): ScanHeading[] {
  const view: Pick<ProgramView, 'placeIn'> = { placeIn: (source, span) => journal.places.in(source, span) };
  return graphScans(graph).sites.map((site) => scanHeading(site, view));
}

function locate(call: RecordedCall, scan: ScanRef, evidence: Evidence): LocatedScan | null {
  const { journal, replays, host } = evidence;
  const given = journal.givenTo(call);
  if (given === null) return null;
  const replayed = {
    id: call.id,
    graph: call.compiled.graph,
    given: [...given.inputs, ...given.sharedBefore],
    hasRaised: call.facts.error !== null,
  };
  return replays.locate(replayed, scan, host);
}

function toolsFor({ compiled }: RecordedCall, evidence: Evidence): AnswerTools {
  const view = viewOf(evidence);
  return { view, host: evidence.host, ends: endsOf(compiled, view), describe: describeValue };
}

function viewOf(evidence: Evidence): ProgramView {
  const { journal, parse } = evidence;
  return {
    nameOf: variableNamer(evidence),
    placeOfVariable: (variable) => journal.variables.of(variable).place,
    placeIn: (source, span) => journal.places.in(source, span),
    parse,
  };
}

/** What becomes of the outputs of a function's graph: they are returned, or stored. */
function endsOf({ graph, outputCount, updated }: CompiledIdentity, view: ProgramView): OutsideEnd[] {
  const returned = graph.outputs
    .slice(0, outputCount)
    .map(({ name }, i) => outsideEnd(name ?? (outputCount === 1 ? t('output') : t('output {0}', i)), null));
  const stored = updated.map((variable) =>
    outsideEnd(view.nameOf(variable) ?? t('shared variable'), view.placeOfVariable(variable)),
  );
  return [...returned, ...stored];
}
