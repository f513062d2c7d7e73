/**
 * Figures as plain data: what a program drew with matplotlib, bounded in size, without anything of its looks but colours, marks and
 * labels. The session hands it on as it is.
 */

/** null where there is no finite number. */
export type PlotNumber = number | null;

export type PlotSeries =
  | {
      readonly kind: 'line';
      readonly x: readonly PlotNumber[];
      readonly y: readonly PlotNumber[];
      /** `-`, `--`, `-.`, `:`, `steps`, or '' for marks only. */
      readonly line: string;
      readonly marker: string;
    }
  | {
      readonly kind: 'points';
      readonly x: readonly PlotNumber[];
      readonly y: readonly PlotNumber[];
      readonly marker: string;
      /** One per point where colour shows a number. */
      readonly values?: readonly PlotNumber[];
    }
  | {
      readonly kind: 'bars';
      readonly isHorizontal: boolean;
      readonly at: readonly PlotNumber[];
      readonly from: readonly PlotNumber[];
      readonly length: readonly PlotNumber[];
      readonly width: readonly PlotNumber[];
    }
  | {
      readonly kind: 'area';
      readonly x: readonly PlotNumber[];
      readonly lower: readonly PlotNumber[];
      readonly upper: readonly PlotNumber[];
    }
  | {
      readonly kind: 'errorBars';
      readonly x: readonly PlotNumber[];
      readonly y: readonly PlotNumber[];
      /** How far the bars reach on both sides; null: none in this direction. */
      readonly left: readonly PlotNumber[] | null;
      readonly right: readonly PlotNumber[] | null;
      readonly below: readonly PlotNumber[] | null;
      readonly above: readonly PlotNumber[] | null;
      readonly line: string;
      readonly marker: string;
    }
  | {
      readonly kind: 'image' | 'contours' | 'filledContours';
      readonly rowCount: number;
      readonly columnCount: number;
      /** Row by row; for an image with colours three or four per place. */
      readonly values: readonly PlotNumber[];
      readonly channelCount: 1 | 3 | 4;
      readonly colormap: string;
      /** Left, right, bottom, top, where the program gave it. */
      readonly extent: readonly PlotNumber[] | null;
      readonly isUpsideDown: boolean;
    }
  | { readonly kind: 'slices'; readonly sizes: readonly PlotNumber[]; readonly labels: readonly string[] }
  | {
      readonly kind: 'boxes';
      /** Of each box: lowest whisker, first quartile, median, third quartile, highest whisker. */
      readonly boxes: readonly (readonly PlotNumber[])[];
      readonly labels: readonly string[];
    }
  | { readonly kind: 'text'; readonly x: PlotNumber; readonly y: PlotNumber; readonly text: string }
  | { readonly kind: 'rule'; readonly axis: 'x' | 'y'; readonly from: PlotNumber; readonly to: PlotNumber };

/** A series with what it looks like. */
export type StyledSeries = PlotSeries & {
  readonly label: string;
  /** As the program wrote it; '' for the next one of the cycle. */
  readonly color: string;
  /** How many points there were, when not all are here. */
  readonly pointCount?: number;
};

export interface PlotAxis {
  readonly label: string;
  readonly scale: string;
  readonly limits: readonly [PlotNumber, PlotNumber] | null;
  /** Names of the places 0, 1, 2, … when the program plotted texts. */
  readonly categories: readonly string[];
}

export interface PlotAxes {
  readonly title: string;
  readonly x: PlotAxis;
  readonly y: PlotAxis;
  readonly hasGrid: boolean;
  readonly hasLegend: boolean;
  readonly hasColorbar: boolean;
  /** The place in the grid of the figure, from 0. */
  readonly row: number;
  readonly column: number;
  readonly series: readonly StyledSeries[];
}

export interface PlotFigure {
  readonly title: string;
  readonly rowCount: number;
  readonly columnCount: number;
  readonly axes: readonly PlotAxes[];
  /** Series that are left out because there were too many. */
  readonly omittedCount: number;
}
