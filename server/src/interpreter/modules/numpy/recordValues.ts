/** Python values as records of NumPy, and `numpy.void`: a record as a window on its array, through which it can be written. */
import type { DType, Element } from '../../../tensor/dtype.ts';
import { assign, fieldOf, type NDArray, scalar } from '../../../tensor/ndarray.ts';
import { fieldsOf, isRecord, type RecordDType, RecordElement } from '../../../tensor/recordElement.ts';
import { raiseIndexError, raiseKeyError, raiseTypeError, raiseValueError } from '../../exceptions.ts';
import { tryIndex } from '../../protocols/items.ts';
import { repr } from '../../protocols/text.ts';
import { asText } from '../../types/textValues.ts';
import { type PyList, PyObject, PyTuple, type Value } from '../../values.ts';

/** One record: an array of records without axes. */
export class PyVoid extends PyObject {
  readonly array: NDArray;
  constructor(array: NDArray) {
    super();
    this.array = array;
  }

  get dtype(): RecordDType {
    return this.array.dtype as RecordDType;
  }
}

type MakeElement = (value: Value, dtype: DType) => Element;

/** A tuple as a record; any other value stands for all fields. */
export function recordElement(value: Value, dtype: RecordDType, elementOf: MakeElement): RecordElement {
  if (value instanceof PyVoid) {
    if (value.dtype !== dtype) raiseTypeError('records of different types');
    return value.array.at(0) as RecordElement;
  }
  const fields = fieldsOf(dtype);
  if (!(value instanceof PyTuple))
    return new RecordElement(fields.map((field) => elementOf(value, field.dtype as DType)));
  if (value.items.length !== fields.length)
    raiseValueError(
      `could not assign tuple of length ${value.items.length} to structure with ${fields.length} fields.`,
    );
  return new RecordElement(fields.map((field, k) => elementOf(value.items[k]!, field.dtype as DType)));
}

/** A field by its name; raises NumPy's errors. */
export function fieldNamed(array: NDArray, name: string): NDArray {
  const found = fieldOf(array, name);
  if (found) return found;
  if (isRecord(array.dtype)) return raiseValueError(`no field of name ${name}`);
  return raiseIndexError(
    'only integers, slices (`:`), ellipsis (`...`), numpy.newaxis (`None`) and integer or boolean arrays are valid indices',
  );
}

/** A field of one record, by its name or number. */
export function fieldOfVoid(self: PyVoid, index: Value): NDArray {
  const fields = fieldsOf(self.dtype);
  const name = asText(index);
  if (name !== null) return fieldOf(self.array, name) ?? raiseValueError(`no field of name ${name}`);
  const at = tryIndex(index);
  if (at === undefined) return raiseKeyError(repr(index));
  const place = Number(at) < 0 ? Number(at) + fields.length : Number(at);
  const field = fields[place];
  return field ? fieldOf(self.array, field.name)! : raiseIndexError(`invalid index (${at})`);
}

/** Writes a value into a field of one record. */
export function setField(self: PyVoid, index: Value, value: Element): void {
  const field = fieldOfVoid(self, index);
  assign(field, scalar(field.dtype, value));
}

/** The fields that a dtype argument lists: pairs of names and types. */
export function listedFields(
  value: PyList,
  typeOfField: (value: Value) => DType,
): { name: string; dtype: DType }[] {
  return value.items.map((item) => {
    if (!(item instanceof PyTuple) || item.items.length < 2)
      return raiseTypeError(`Field elements must be 2- or 3-tuples, got '${repr(item)}'`);
    const name = asText(item.items[0]!);
    if (name === null) return raiseTypeError(`Field elements must be 2- or 3-tuples, got '${repr(item)}'`);
    return { name, dtype: typeOfField(item.items[1]!) };
  });
}
