/** The text of `THEANO_FLAGS` and its like: `key=value` pairs between commas. Format: Theano 1.0.5, `configparser.py`. */

/** The value of `floatX` in `floatX=float32,device=cpu`; the last one counts, as in the library. Null where there is none. */
export function floatXOfFlags(flags: string): string | null {
  let found: string | null = null;
  for (const flag of flags.split(',')) {
    const at = flag.indexOf('=');
    if (at >= 0 && flag.slice(0, at).trim() === 'floatX') found = flag.slice(at + 1).trim();
  }
  return found;
}
