/** Something with a lifetime. */
export interface Disposable {
  dispose(): void;
}
