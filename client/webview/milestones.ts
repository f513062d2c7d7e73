/** Marks in the page's own record of what came when: the bench of the editor reads them, nobody else. */

const names = {
  page: 'scanlens.page',
  firstValues: 'scanlens.firstValues',
  firstPlot: 'scanlens.firstPlot',
} as const;

const marked = new Set<string>();

/** Marks the first time only, once what was just drawn can be seen. */
export function milestone(what: keyof typeof names): void {
  if (marked.has(what)) return;
  marked.add(what);
  setTimeout(() => performance.mark(names[what]));
}
