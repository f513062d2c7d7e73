/** The picture of a scan as an SVG: boxes that can be reached by keyboard and lead to the source, arrows between them. */

import type { PlaceData } from '../../../protocol/src/places.ts';
import type { ScanData } from '../../../protocol/src/questions.ts';
import { element, replaceContent, svgElement } from '../dom.ts';
import { t } from '../l10n.ts';
import { type FlowArrow, type FlowBox, type FlowPicture, layOutFlow } from './flowLayout.ts';

const kindTexts: Readonly<Record<FlowBox['kind'], () => string>> = {
  sequence: () => t('sequence'),
  state: () => t('state'),
  nonSequence: () => t('non-sequence'),
  sharedBefore: () => t('shared variable'),
  newState: () => t('new state'),
  output: () => t('output'),
  sharedAfter: () => t('update'),
  condition: () => t('condition of until'),
  step: () => t('step function'),
  outside: () => t('outside of the scan'),
  dropped: () => t('dropped'),
};

/** Characters of a label that fit into the widest box. */
const longestLabel = 32;

export class FlowView {
  readonly element = element('section', { class: 'flow', 'aria-label': t('Where values come from and go') });
  readonly #reveal: (place: PlaceData) => void;
  readonly #choose: (slotId: number) => void;
  #scan: ScanData | null = null;

  constructor(reveal: (place: PlaceData) => void, choose: (slotId: number) => void) {
    this.#reveal = reveal;
    this.#choose = choose;
  }

  show(scan: ScanData): void {
    if (scan === this.#scan) return;
    this.#scan = scan;
    replaceContent(this.element, this.#draw(layOutFlow(scan)));
  }

  #draw(picture: FlowPicture): SVGSVGElement {
    const { width, height } = picture;
    const marker = svgElement(
      'marker',
      { id: 'head', viewBox: '0 0 8 8', refX: 7, refY: 4, markerWidth: 7, markerHeight: 7, orient: 'auto' },
      svgElement('path', { d: 'M0 0L8 4L0 8z', class: 'head' }),
    );
    return svgElement(
      'svg',
      { viewBox: `0 0 ${width} ${height}`, width, height, role: 'group' },
      svgElement('defs', {}, marker),
      ...picture.arrows.map(drawArrow),
      ...picture.boxes.map((box) => this.#drawBox(box)),
    );
  }

  #drawBox(box: FlowBox): SVGGElement {
    const { x, y, width, height, label, detail, kind, place, slotId } = box;
    const words = [kindTexts[kind](), detail].filter((each) => each !== '').join(' · ');
    const hasAction = place !== null || slotId !== null;
    const drawn = svgElement(
      'g',
      {
        class: `box ${kind}`,
        tabindex: hasAction ? 0 : null,
        role: hasAction ? 'button' : 'img',
        'aria-label': `${label}, ${words}`,
      },
      svgElement('title', {}, `${label}\n${words}`),
      svgElement('rect', { x, y, width, height, rx: 4 }),
      svgElement('text', { x: x + 10, y: y + 16, class: 'label' }, shortened(label)),
      svgElement('text', { x: x + 10, y: y + 31, class: 'detail' }, shortened(words)),
    );
    const act = () => {
      if (place !== null) this.#reveal(place);
      else if (slotId !== null) this.#choose(slotId);
    };
    drawn.addEventListener('click', act);
    drawn.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' || event.key === ' ') {
        event.preventDefault();
        act();
      }
    });
    return drawn;
  }
}

function drawArrow({ points, isBack, isDropped }: FlowArrow): SVGPathElement {
  const classes = ['arrow', isBack ? 'back' : '', isDropped ? 'dropped' : ''].join(' ').trim();
  return svgElement('path', { class: classes, d: pathOf(points, { isBack }), 'marker-end': 'url(#head)' });
}

/** Straight pieces for a way back; a soft curve between two columns. */
function pathOf(points: FlowArrow['points'], { isBack }: { readonly isBack: boolean }): string {
  const [first, last] = [points[0] ?? [0, 0], points.at(-1) ?? [0, 0]];
  if (isBack) return `M${points.map(([x, y]) => `${x} ${y}`).join('L')}`;
  const half = (first[0] + last[0]) / 2;
  return `M${first[0]} ${first[1]}C${half} ${first[1]} ${half} ${last[1]} ${last[0]} ${last[1]}`;
}

const shortened = (text: string): string =>
  text.length > longestLabel ? `${text.slice(0, longestLabel - 1)}…` : text;
