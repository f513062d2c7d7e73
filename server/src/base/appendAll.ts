/** Adds all items to the end of a list. `push(...items)` fails for more than about 100,000: a program may hold so many. */
export function appendAll<T>(list: T[], items: Iterable<T>): void {
  for (const item of items) list.push(item);
}
