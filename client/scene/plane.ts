/** An array seen as planes of rows and columns, as the evaluator counts them: its last two axes. */

export interface PlaneSize {
  readonly rowCount: number;
  readonly columnCount: number;
}

/** The elements of a vector are rows with one column, a scalar is one place. */
export function planeSize(shape: readonly number[]): PlaneSize {
  const [rowCount = 1, columnCount = 1] = shape.slice(-2);
  return { rowCount, columnCount };
}
