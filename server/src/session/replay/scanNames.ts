/** What a scan and its parts are called: from the program's text, its step function and its shared variables. */

import type { PlaceData } from '../../../../protocol/src/places.ts';
import type { ScanHeading, StepFunctionData } from '../../../../protocol/src/questions.ts';
import { t } from '../../base/l10n.ts';
import type { Span } from '../../base/span.ts';
import type { ScanParams } from '../../graph/scan/scanOp.ts';
import { originOf, type StepOrigin } from '../../graph/scan/scanOrigin.ts';
import type { SharedVariable } from '../../graph/variable.ts';
import { ScanMaker } from '../../interpreter/modules/library/scanMaker.ts';
import type { ParsedFile } from '../../python/parsedFile.ts';
import { noNames, type WrittenNames, writtenNames } from './programText.ts';
import { isGradientScan, type ScanSite } from './scanSites.ts';
import { gradientSlots, type ScanForm, type Slot, scanSlots, slotOfArgument } from './scanSlots.ts';
import { parameterNames, type StepCallee, stepCallee, stepFunctionData } from './stepFunction.ts';

/** A text of the program. */
interface Source {
  readonly file: string;
  readonly text: string;
  readonly isImported: boolean;
}

/** What is asked of the session to name things. */
export interface ProgramView {
  readonly nameOf: (variable: SharedVariable) => string | null;
  /** Where a shared variable was made. */
  readonly placeOfVariable: (variable: SharedVariable) => PlaceData | null;
  readonly placeIn: (source: Source, span: Span) => PlaceData;
  readonly parse: (text: string) => ParsedFile;
}

/** The library's name of a scan that the program gave none. */
const unnamed = 'scan_fn';

export function scanHeading({ number, params }: ScanSite, view: Pick<ProgramView, 'placeIn'>): ScanHeading {
  const maker = makerOf(params);
  return {
    scan: number,
    title: scanTitle(params),
    place: maker?.source ? view.placeIn(maker.source, maker.span) : null,
    isGradient: isGradientScan(params),
  };
}

/** `scan of step`, or the name that the program gave it. */
function scanTitle(params: ScanParams): string {
  const origin = originOf(params);
  if (origin?.kind === 'gradient') return t('gradient of {0}', scanTitle(origin.forward));
  if (params.name !== unnamed) return params.name;
  const maker = makerOf(params);
  const callee = maker && stepCallee(maker.fn);
  return callee ? t('{0} of {1}', maker.kind, callee.callee.name) : (maker?.kind ?? 'scan');
}

function makerOf(params: ScanParams): ScanMaker | null {
  const maker = stepOrigin(params)?.maker;
  return maker instanceof ScanMaker ? maker : null;
}

function stepOrigin(params: ScanParams): StepOrigin | null {
  const origin = originOf(params);
  return origin?.kind === 'step' ? origin : null;
}

export interface NamedParts {
  readonly slots: readonly Slot[];
  readonly stepFunction: StepFunctionData | null;
}

export const namedParts = ({ scan, params }: ScanSite, view: ProgramView): NamedParts =>
  partsOf({ params, inputs: scan.inputs }, view);

function partsOf(scan: ScanForm, view: ProgramView): NamedParts {
  const { params } = scan;
  const made = originOf(params);
  if (made?.kind === 'gradient') {
    const forward = partsOf({ params: made.forward, inputs: [] }, view);
    return { slots: gradientSlots(scan, forward.slots), stepFunction: null };
  }
  const origin = stepOrigin(params);
  const maker = makerOf(params);
  const callee = maker && stepCallee(maker.fn);
  const slots = scanSlots(scan, {
    written: maker ? namesAround(maker, view) : noNames,
    parameters: callee ? parameterNames(callee, origin?.arguments.length ?? 0) : [],
    nameOf: view.nameOf,
  });
  return { slots, stepFunction: callee && origin && functionOf(callee, { origin, slots }, view) };
}

const namesAround = ({ source, span, kind }: ScanMaker, view: ProgramView): WrittenNames =>
  source === null ? noNames : writtenNames(view.parse(source.text), span, kind);

function functionOf(
  callee: StepCallee,
  { origin, slots }: { readonly origin: StepOrigin; readonly slots: readonly Slot[] },
  view: ProgramView,
): StepFunctionData {
  const { shown, span } = callee.callee.code;
  return stepFunctionData(callee, {
    file: view.parse(shown.source.text),
    place: view.placeIn(shown.source, span),
    arguments: origin.arguments,
    slotOf: (argument) => slotOfArgument(slots, origin, argument),
  });
}
