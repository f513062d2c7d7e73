/**
 * Whether the machine multiplies and adds with one rounding. WebAssembly leaves that open (`relaxed_madd` of its relaxed SIMD), so it is tried
 * out once: where it does not, or where the instruction is missing, code that needs it is not made.
 */

/** A module with one function: a·b + c by `f64x2.relaxed_madd`. */
const probe = [
  [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
  // The type (f64, f64, f64) → f64, one function of it, its name `f`.
  [0x01, 0x08, 0x01, 0x60, 0x03, 0x7c, 0x7c, 0x7c, 0x01, 0x7c],
  [0x03, 0x02, 0x01, 0x00],
  [0x07, 0x05, 0x01, 0x01, 0x66, 0x00, 0x00],
  // Each parameter in both lanes, the instruction, the first lane.
  [0x0a, 0x16, 0x01, 0x14, 0x00, 0x20, 0x00, 0xfd, 0x14, 0x20, 0x01, 0xfd, 0x14, 0x20, 0x02, 0xfd, 0x14],
  [0xfd, 0x87, 0x02, 0xfd, 0x21, 0x00, 0x0b],
].flat();

let isFused: boolean | null = null;

/** True where `relaxed_madd` gives the product plus the third operand, rounded once. */
export function fusesMultiplyAdd(): boolean {
  isFused ??= tryOut();
  return isFused;
}

function tryOut(): boolean {
  const bytes = new Uint8Array(probe);
  if (!WebAssembly.validate(bytes)) return false;
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes));
  const multiplyAdd = exports['f'] as (a: number, b: number, c: number) => number;
  // The square of 1 + 2^-30 ends with 2^-60, which a rounded product has not.
  const x = 1 + 2 ** -30;
  return multiplyAdd(x, x, -(x * x)) === 2 ** -60;
}
