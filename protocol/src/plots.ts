/**
 * Plots: what a program drew with matplotlib, bounded in size, without anything of its looks but colours, marks and labels. A
 * series holds at most 4,000 points and an image 256 × 256 places (`pointCount` says how many there were), a figure 100 series.
 */

/** null where there is no finite number. */
export type PlotNumberData = number | null;

export type SeriesShape =
  | {
      readonly kind: 'line';
      readonly x: readonly PlotNumberData[];
      readonly y: readonly PlotNumberData[];
      /** `-`, `--`, `-.`, `:`, `steps`, or '' for marks only. */
      readonly line: string;
      readonly marker: string;
    }
  | {
      readonly kind: 'points';
      readonly x: readonly PlotNumberData[];
      readonly y: readonly PlotNumberData[];
      readonly marker: string;
      /** One per point where colour shows a number. */
      readonly values?: readonly PlotNumberData[];
    }
  | {
      readonly kind: 'bars';
      readonly isHorizontal: boolean;
      readonly at: readonly PlotNumberData[];
      readonly from: readonly PlotNumberData[];
      readonly length: readonly PlotNumberData[];
      readonly width: readonly PlotNumberData[];
    }
  | {
      readonly kind: 'area';
      readonly x: readonly PlotNumberData[];
      readonly lower: readonly PlotNumberData[];
      readonly upper: readonly PlotNumberData[];
    }
  | {
      readonly kind: 'errorBars';
      readonly x: readonly PlotNumberData[];
      readonly y: readonly PlotNumberData[];
      /** How far the bars reach on both sides; null: none in this direction. */
      readonly left: readonly PlotNumberData[] | null;
      readonly right: readonly PlotNumberData[] | null;
      readonly below: readonly PlotNumberData[] | null;
      readonly above: readonly PlotNumberData[] | null;
      readonly line: string;
      readonly marker: string;
    }
  | {
      readonly kind: 'image' | 'contours' | 'filledContours';
      readonly rowCount: number;
      readonly columnCount: number;
      /** Row by row; for an image with colours three or four per place. */
      readonly values: readonly PlotNumberData[];
      readonly channelCount: 1 | 3 | 4;
      readonly colormap: string;
      /** Left, right, bottom, top, where the program gave it. */
      readonly extent: readonly PlotNumberData[] | null;
      readonly isUpsideDown: boolean;
    }
  | { readonly kind: 'slices'; readonly sizes: readonly PlotNumberData[]; readonly labels: readonly string[] }
  | {
      readonly kind: 'boxes';
      /** Of each box: lowest whisker, first quartile, median, third quartile, highest whisker. */
      readonly boxes: readonly (readonly PlotNumberData[])[];
      readonly labels: readonly string[];
    }
  | { readonly kind: 'text'; readonly x: PlotNumberData; readonly y: PlotNumberData; readonly text: string }
  | {
      readonly kind: 'rule';
      readonly axis: 'x' | 'y';
      readonly from: PlotNumberData;
      readonly to: PlotNumberData;
    };

/** A series with what it looks like. */
export type SeriesData = SeriesShape & {
  readonly label: string;
  /** As the program wrote it; '' for the next one of the cycle. */
  readonly color: string;
  /** How many points there were, when not all are here. */
  readonly pointCount?: number;
};

export interface AxisData {
  readonly label: string;
  readonly scale: string;
  readonly limits: readonly [PlotNumberData, PlotNumberData] | null;
  /** Names of the places 0, 1, 2, … when the program plotted texts. */
  readonly categories: readonly string[];
}

export interface AxesData {
  readonly title: string;
  readonly x: AxisData;
  readonly y: AxisData;
  readonly hasGrid: boolean;
  readonly hasLegend: boolean;
  readonly hasColorbar: boolean;
  /** The place in the grid of the figure, from 0. */
  readonly row: number;
  readonly column: number;
  readonly series: readonly SeriesData[];
}

export interface PlotData {
  readonly title: string;
  readonly rowCount: number;
  readonly columnCount: number;
  readonly axes: readonly AxesData[];
  /** Series that are left out because there were too many. */
  readonly omittedCount: number;
}
