/** The text of `THEANO_FLAGS` and its like: `key=value` pairs between commas. Format: Theano 1.0.5, `configparser.py`. */

/** All pairs, in order. */
export function flagsOf(flags: string): (readonly [name: string, value: string])[] {
  return flags.split(',').flatMap((flag) => {
    const at = flag.indexOf('=');
    return at < 0 ? [] : [[flag.slice(0, at).trim(), flag.slice(at + 1).trim()] as const];
  });
}

/** The value of `floatX` in `floatX=float32,device=cpu`; the last one counts, as in the library. Null where there is none. */
export function floatXOfFlags(flags: string): string | null {
  return flagsOf(flags).findLast(([name]) => name === 'floatX')?.[1] ?? null;
}
