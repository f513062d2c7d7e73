/** Something with a lifetime. */
export interface Disposable {
  dispose(): void;
}

/** Collects disposables and disposes of them in reverse order, once. */
export class DisposableStore implements Disposable {
  #items: Disposable[] = [];

  /** Takes ownership of `item` and returns it. */
  add<T extends Disposable>(item: T): T {
    this.#items.push(item);
    return item;
  }

  dispose(): void {
    const items = this.#items;
    this.#items = [];
    for (const item of items.reverse()) item.dispose();
  }
}
