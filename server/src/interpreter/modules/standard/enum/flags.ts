/** Flags: members of several bits, made when they are asked for, as in CPython 3.12's `Flag._missing_`. */
import { raiseTypeError, raiseValueError } from '../../../exceptions.ts';
import { call } from '../../../protocols/calls.ts';
import { tryIndex } from '../../../protocols/items.ts';
import { bitLength } from '../../../protocols/numbers.ts';
import { repr } from '../../../protocols/text.ts';
import { lookupInType, typeOf, typeType } from '../../../pyType.ts';
import { int, PyInstance, PyObject, PyStaticMethod, type PyType, type Value } from '../../../values.ts';
import { setField } from '../libraryClass.ts';
import { type EnumInfo, memberName, memberValue } from './enumMembers.ts';

const bitsOf = (value: Value): bigint => {
  const plain = tryIndex(value);
  return plain === undefined ? 0n : BigInt(plain);
};

const isSingle = (bits: bigint): boolean => bits > 0n && (bits & (bits - 1n)) === 0n;

/** Members of several bits, and of none, are aliases: iteration leaves them out. */
export function finishFlag(info: EnumInfo): void {
  for (const member of info.byName.values()) {
    const bits = bitsOf(memberValue(member));
    info.mask |= bits;
    if (isSingle(bits)) info.singles |= bits;
  }
  const single = info.members.filter((member) => isSingle(bitsOf(memberValue(member))));
  info.members.length = 0;
  info.members.push(...single);
}

/** `enum.bin`: a sign bit, a space, and the digits in at least so many places. */
function bin(value: bigint, places: number): string {
  const length = bitLength(value);
  const ceiling = 1n << BigInt(length);
  const negative = value < 0n;
  const digits = (negative ? (~value ^ (ceiling - 1n)) + ceiling : value + ceiling).toString(2).slice(1);
  return `0b${negative ? 1 : 0} ${digits.padStart(places, negative ? '1' : '0')}`;
}

function refuse(type: PyType, info: EnumInfo, value: bigint): never {
  const places = Math.max(bitLength(value), bitLength(info.mask));
  return raiseValueError(
    `${repr(type)} invalid value ${value}\n    given ${bin(value, places)}\n  allowed ${bin(info.mask, places)}`,
  );
}

/** The member for bits that have no name of their own. */
export function missingFlag(type: PyType, info: EnumInfo, given: Value): Value {
  const index = typeof given === 'string' || given === null ? undefined : tryIndex(given);
  if (index === undefined) raiseValueError(`${repr(given)} is not a valid ${type.qualifiedName}`);
  let value = BigInt(index);
  const all = (1n << BigInt(bitLength(info.mask))) - 1n;
  const isOutside = value < ~all || value > all || (value & (all ^ info.mask)) !== 0n;
  if (isOutside) {
    if (info.boundary === 'strict') refuse(type, info, value);
    if (info.boundary === 'eject') return int(value);
    if (info.boundary === 'conform') value &= info.mask;
    else if (value < 0n) {
      const bits = 1n << BigInt(bitLength(value));
      value += all + 1n > bits ? all + 1n : bits;
    }
  }
  if (value < 0n) value = info.boundary === 'keep' ? all + 1n + value : info.singles & value;
  const known = info.find(int(value));
  if (known) return known;
  return makePseudo(type, info, value);
}

function makePseudo(type: PyType, info: EnumInfo, value: bigint): PyObject {
  const chosen = info.members.filter((member) => (bitsOf(memberValue(member)) & value) !== 0n);
  let combined = chosen.reduce((bits, member) => bits | bitsOf(memberValue(member)), 0n);
  if ((value & ~info.singles) !== 0n) {
    for (const member of info.byName.values()) {
      const bits = bitsOf(memberValue(member));
      if (!chosen.includes(member) && bits !== 0n && (bits & value) === bits) {
        chosen.push(member);
        combined |= bits;
      }
    }
  }
  const unknown = value ^ combined;
  const names = chosen.map((member) => String(memberName(member)));
  if (unknown !== 0n) names.push(String(unknown));
  const member = newMember(type, int(value));
  setField(member, '_value_', int(value));
  setField(member, '_name_', combined === 0n ? null : names.join('|'));
  setField(member, '__objclass__', type);
  info.remember(int(value), member);
  return member;
}

function newMember(type: PyType, value: Value): PyObject {
  const found = lookupInType(type, '__new__');
  const isPlain = found === undefined || found === lookupInType(typeType.mro[1]!, '__new__');
  const create = found instanceof PyStaticMethod ? found.callee : (found ?? null);
  const made = isPlain ? new PyInstance(type) : call(create, [type, value]);
  return made instanceof PyObject ? made : raiseTypeError(`cannot make a member of ${typeOf(made).name}`);
}

/** The named single-bit members inside a member. */
export const partsOf = (info: EnumInfo, member: PyObject): PyObject[] =>
  info.members.filter((each) => (bitsOf(memberValue(each)) & bitsOf(memberValue(member))) !== 0n);
