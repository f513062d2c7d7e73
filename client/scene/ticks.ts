/**
 * Where the marks of an axis stand and what they say: steps of 1, 2 or 5 times a power of ten, as matplotlib and most others take
 * them; on a logarithmic axis the powers of ten.
 */
export interface Tick {
  readonly at: number;
  readonly text: string;
}

/** About so many ticks in a range; `low` < `high`. */
export function linearTicks(low: number, high: number, count: number): readonly Tick[] {
  const step = niceStep((high - low) / Math.max(1, count));
  if (!Number.isFinite(step) || step <= 0) return [];
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  if (last - first > 1_000) return [];
  const digits = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  const largest = Math.max(Math.abs(low), Math.abs(high));
  return Array.from({ length: last - first + 1 }, (_, index) => {
    // Multiples of the step, so that 0.3 is not 0.30000000000000004, and never −0.
    const at = (first + index) * step + 0;
    return { at, text: tickText(at, digits, largest) };
  });
}

function niceStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = rough / power;
  const nice = factor <= 1 ? 1 : factor <= 2 ? 2 : factor <= 5 ? 5 : 10;
  return nice * power;
}

function tickText(at: number, digits: number, largest: number): string {
  if (largest >= 1e6 || (largest < 1e-4 && largest > 0)) return shortNumber(at);
  return at.toFixed(Math.min(digits, 12)).replace(/^-(0(?:\.0*)?)$/, '$1');
}

/** The powers of ten in a range of positive numbers, not more than about `count`. */
export function logTicks(low: number, high: number, count: number): readonly Tick[] {
  const first = Math.ceil(Math.log10(low) - 1e-9);
  const last = Math.floor(Math.log10(high) + 1e-9);
  const every = Math.max(1, Math.ceil((last - first + 1) / Math.max(1, count)));
  const ticks: Tick[] = [];
  for (let power = first; power <= last; power += every) {
    ticks.push({
      at: 10 ** power,
      text: power >= -3 && power <= 4 ? shortNumber(10 ** power) : `1e${power}`,
    });
  }
  return ticks.length >= 2 ? ticks : linearTicks(low, high, count).filter(({ at }) => at > 0);
}

/** A number in at most about ten characters. */
export function shortNumber(value: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'nan' : value > 0 ? 'inf' : '-inf';
  const size = Math.abs(value);
  if (size === 0) return '0';
  if (size >= 1e6 || size < 1e-4) return shortExponent(value);
  return Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(5)));
}

const shortExponent = (value: number): string =>
  value
    .toExponential(4)
    .replace(/\.?0+e/, 'e')
    .replace('e+', 'e');
