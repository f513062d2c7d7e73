/**
 * Records as elements of an array: NumPy's structured types. The fields lie in columns of their own, so that a field of an array is a
 * window on its column; a record is put together when it is read.
 */
import { ElementArray } from './elementArray.ts';
import { notSupported } from './engineError.ts';

/** `V` and the fields as JSON: `V[["name","<U10"],["age","int32"]]`. */
export type RecordDType = `V${string}`;

export interface Field {
  readonly name: string;
  /** The name of its type. */
  readonly dtype: string;
}

export const isRecord = (dtype: string): dtype is RecordDType => dtype.startsWith('V');

const known = new Map<string, readonly Field[]>();

export function fieldsOf(dtype: RecordDType): readonly Field[] {
  const found = known.get(dtype);
  if (found) return found;
  const pairs = JSON.parse(dtype.slice(1)) as [string, string][];
  const fields = pairs.map(([name, type]) => ({ name, dtype: type }));
  known.set(dtype, fields);
  return fields;
}

export const recordType = (fields: readonly Field[]): RecordDType =>
  `V${JSON.stringify(fields.map(({ name, dtype }) => [name, dtype]))}`;

/** The values of one record, in the order of its fields. */
export class RecordElement {
  readonly values: readonly unknown[];

  constructor(values: readonly unknown[]) {
    this.values = values;
  }

  /** JavaScript's operators and `Number` ask for this: nothing may take a record for a number. */
  [Symbol.toPrimitive](): never {
    throw notSupported('this function of arrays of records');
  }

  valueOf(): never {
    throw notSupported('this function of arrays of records');
  }
}

/** A column: the storage of a field. */
export interface Column {
  [index: number]: unknown;
  readonly length: number;
}

type MakeColumns = (length: number) => readonly Column[];

const none = new RecordElement([]);

export class RecordArray extends ElementArray<RecordElement> {
  readonly columns: readonly Column[];
  readonly makeColumns: MakeColumns;

  constructor(length: number, bytesPerElement: number, makeColumns: MakeColumns) {
    super(length, bytesPerElement, none);
    this.makeColumns = makeColumns;
    this.columns = makeColumns(length);
  }

  protected override make(length: number): RecordArray {
    return recordStorage(length, this.BYTES_PER_ELEMENT, this.makeColumns);
  }
}

const placeOf = (key: string | symbol): number =>
  typeof key === 'string' && /^\d+$/.test(key) ? Number(key) : -1;

/** A storage of records: reading an element reads all columns, writing one writes them. */
export function recordStorage(
  length: number,
  bytesPerElement: number,
  makeColumns: MakeColumns,
): RecordArray {
  return new Proxy(new RecordArray(length, bytesPerElement, makeColumns), {
    get(target, key, receiver) {
      const at = placeOf(key);
      if (at < 0) return Reflect.get(target, key, receiver);
      return at < target.length ? new RecordElement(target.columns.map((column) => column[at])) : undefined;
    },
    set(target, key, value, receiver) {
      const at = placeOf(key);
      if (at < 0) return Reflect.set(target, key, value, receiver);
      target.columns.forEach((column, k) => {
        column[at] = (value as RecordElement).values[k];
      });
      return true;
    },
  });
}
