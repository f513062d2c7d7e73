/** Progress lines of the scripts: what runs now, how it ended, how long it took. */

export const say = (text: string): void => console.log(text);

/** The time since `startMs` (of `performance.now()`) for people: `4.2 s`. */
export function elapsed(startMs: number): string {
  return `${((performance.now() - startMs) / 1000).toFixed(1)} s`;
}

/** Each line of a text moved to the right by two places. */
export function indent(text: string): string {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n');
}
