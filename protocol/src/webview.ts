/**
 * Messages between the extension and its webviews (`client/webview`): the scan inspector, plots, values. A webview asks and the
 * extension answers; it reaches nothing but the questions below, places in the code, a file that the person chooses, and the clipboard.
 */
import type { PlaceData } from './places.ts';
import type { PlotData } from './plots.ts';
import type { AnswerTo, QuestionKind, Questions } from './questions.ts';
import type { ValueRef } from './values.ts';

/** The questions that a webview may ask; all of them only read. */
export const webviewQuestions = [
  'calls',
  'scan',
  'steps',
  'series',
  'heatMap',
  'findStep',
  'gradientNorms',
  'value',
  'page',
  'statistics',
  'sample',
  'histogram',
] as const satisfies readonly QuestionKind[];

export type WebviewQuestionKind = (typeof webviewQuestions)[number];
export type WebviewQuestions = Pick<Questions, WebviewQuestionKind>;
export type WebviewAnswer = AnswerTo<WebviewQuestionKind>;

/** What a webview shows. */
export type WebviewContent =
  /** A scan of a recorded call, by its number; null: the first one of the call, the latest call that has any. */
  | { readonly kind: 'inspector'; readonly callId: number | null; readonly scan: number | null }
  | { readonly kind: 'plots'; readonly title: string; readonly plots: readonly PlotData[] }
  | { readonly kind: 'value'; readonly title: string; readonly ref: ValueRef };

/** Formats of saved pictures. */
export type PictureFormat = 'png' | 'svg';

export type WebviewRequest =
  /** It has been loaded (again): the extension sends `show`. */
  | { readonly type: 'ready' }
  | {
      readonly type: 'ask';
      readonly id: number;
      readonly kind: WebviewQuestionKind;
      readonly asks: WebviewQuestions[WebviewQuestionKind]['asks'];
    }
  /** The answer is not wanted any more. */
  | { readonly type: 'cancel'; readonly id: number }
  | { readonly type: 'reveal'; readonly place: PlaceData }
  /** `data`: the text of an SVG, or a PNG as base64. */
  | {
      readonly type: 'save';
      readonly format: PictureFormat;
      readonly name: string;
      readonly data: string;
    }
  | { readonly type: 'copy'; readonly text: string }
  /** Opens a webview of its own for a value. */
  | { readonly type: 'draw'; readonly title: string; readonly ref: ValueRef };

/** An answer before its question. */
export interface AnswerAhead {
  readonly kind: WebviewQuestionKind;
  readonly asks: WebviewQuestions[WebviewQuestionKind]['asks'];
  readonly answer: WebviewAnswer | null;
}

export type WebviewMessage =
  | {
      readonly type: 'show';
      readonly content: WebviewContent;
      /** Counts what the panel was asked to show: what the webview remembers of another one is not used. */
      readonly contentId: number;
      /** Texts in the person's language by their English ones. */
      readonly translations: Readonly<Record<string, string>>;
      /** What it will ask first, answered already as far as that went. */
      readonly ahead: readonly AnswerAhead[];
    }
  /** `answer` is null where what was asked about is not there any more. */
  | { readonly type: 'answer'; readonly id: number; readonly answer: WebviewAnswer | null }
  | { readonly type: 'failed'; readonly id: number; readonly reason: string }
  /** A run of the document has ended: there may be new calls, and old ones may be gone. */
  | { readonly type: 'ran' };
