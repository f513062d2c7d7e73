/**
 * Complex elements and the storage that holds them. An element is one immutable value, so whatever moves elements moves
 * both halves; and arithmetic or an ordering that does not know complex numbers throws instead of giving half a result.
 * What the functions of NumPy do to them is in complexFunctions.ts.
 */
import { ElementArray } from './elementArray.ts';
import { notSupported } from './engineError.ts';

export class Complex {
  readonly re: number;
  readonly im: number;

  constructor(re: number, im: number) {
    this.re = re;
    this.im = im;
  }

  /** JavaScript's operators and `Number` ask for this: nothing may take a complex number for a real one. */
  [Symbol.toPrimitive](): never {
    throw notSupported('this function of complex numbers');
  }

  valueOf(): never {
    throw notSupported('this function of complex numbers');
  }
}

export const complexZero = new Complex(0, 0);

/** The components that are stored: those of complex64 are rounded. */
export type ComplexDType = 'complex64' | 'complex128';

export const isZero = (value: Complex): boolean => value.re === 0 && value.im === 0;

/** A storage of complex elements. */
export class ComplexArray extends ElementArray<Complex> {
  constructor(length: number, bytesPerElement = 16) {
    super(length, bytesPerElement, complexZero);
  }

  protected override make(length: number): ComplexArray {
    return new ComplexArray(length, this.BYTES_PER_ELEMENT);
  }
}

/**
 * One component of a complex storage as a storage of floats: reading and writing it is reading and writing the complex
 * elements. So `z.real` is a view, as in NumPy.
 */
export function componentStorage(storage: ComplexArray, part: 're' | 'im'): Float32Array | Float64Array {
  const Target = storage.BYTES_PER_ELEMENT === 8 ? Float32Array : Float64Array;
  const copy = (): Float32Array | Float64Array => {
    const values = new Target(storage.length);
    for (let i = 0; i < values.length; i++) values[i] = storage[i]![part];
    return values;
  };
  const write = (at: number, value: number): void => {
    const element = storage[at]!;
    const stored = storage.BYTES_PER_ELEMENT === 8 ? Math.fround(value) : value;
    storage[at] = part === 're' ? new Complex(stored, element.im) : new Complex(element.re, stored);
  };
  const set = (values: ArrayLike<number>, start = 0): void => {
    for (let i = 0; i < values.length; i++) write(start + i, values[i]!);
  };
  const fill = (value: number, start = 0, end = storage.length): void => {
    for (let i = start; i < end; i++) write(i, value);
  };
  return new Proxy(new Target(0), {
    get(target, name) {
      const at = typeof name === 'string' ? Number(name) : Number.NaN;
      if (Number.isInteger(at)) return storage[at]?.[part];
      if (name === 'subarray' || name === 'slice')
        return (start?: number, end?: number) => copy().slice(start, end);
      if (name === 'set') return set;
      if (name === 'fill') return fill;
      if (name === 'length') return storage.length;
      if (name === 'BYTES_PER_ELEMENT') return target.BYTES_PER_ELEMENT;
      const own = copy();
      const found: unknown = Reflect.get(own, name, own);
      return typeof found === 'function' ? found.bind(own) : found;
    },
    set(_target, name, value: number) {
      const at = typeof name === 'string' ? Number(name) : Number.NaN;
      if (storage[at] === undefined) return false;
      write(at, value);
      return true;
    },
  });
}
