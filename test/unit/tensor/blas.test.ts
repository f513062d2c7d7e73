/**
 * Products as NumPy 1.24.4 and 2.4.6 with OpenBLAS give them on a processor with AVX2 and FMA. The elements are quotients, so that
 * every order of adding gives other last digits; what is compared is the sum of all bits of the result.
 */
import { describe, expect, it } from 'vitest';
import { fromStorage, type NDArray } from '../../../server/src/tensor/ndarray.ts';
import { dot } from '../../../server/src/tensor/reduce.ts';
import { transpose } from '../../../server/src/tensor/shaping.ts';

/** Numbers without a pattern: n / 97, where n runs through a linear congruence. */
function numbers(count: number, seed: number): Float64Array {
  let state = seed;
  return Float64Array.from({ length: count }, () => {
    state = (state * 75 + 74) % 65537;
    return (state - 32768) / 97;
  });
}

type Width = 'float32' | 'float64';

const stored = (width: Width, values: Float64Array): Float32Array | Float64Array =>
  width === 'float32' ? Float32Array.from(values) : values;

const matrix = (width: Width, [rows, columns]: readonly [number, number], seed: number): NDArray =>
  fromStorage(width, stored(width, numbers(rows * columns, seed)), [rows, columns]);

const vector = (width: Width, length: number, seed: number): NDArray =>
  fromStorage(width, stored(width, numbers(length, seed)), [length]);

/** The sum of the bits of all elements, as integers modulo 2^64. */
function bitsOf(array: NDArray): string {
  const { buffer } = (array.elements() as Float64Array).slice();
  const bits =
    array.dtype === 'float32' ? [...new Uint32Array(buffer)].map(BigInt) : new BigUint64Array(buffer);
  return BigInt.asUintN(
    64,
    [...bits].reduce((sum, each) => sum + each, 0n),
  ).toString(16);
}

/** Rows, depth, columns; the bits of the product of two matrices, of a matrix with a vector, of a vector with a matrix, of two vectors, of the first with its own transpose. */
type Case = readonly [rows: number, depth: number, columns: number, expected: readonly string[]];

const recorded: readonly Case[] = [
  [
    2,
    2,
    2,
    ['83a1007c1b196294', '1ec8120351c2908', '81ce5bc5fc5aa834', '40f0d3158a4c587b', '3b05760ecd1806c'],
  ],
  [
    3,
    3,
    3,
    ['47b91289c8e0694e', '42c9ff0925317dc7', '42a42f2d1daf155d', '40f0e44dedc54900', '487d6ec5d109fc40'],
  ],
  [
    4,
    3,
    4,
    ['8e434cd542e78a44', '83b64d4e7f9b0100', '839f627f9b70735c', '40f0e44dedc54900', 'e8f69f7e2d54199'],
  ],
  [
    5,
    7,
    3,
    ['cd3c0b059e8a7d2c', 'c4cd6c7a83a1dc3b', 'c2c4075e76e6200e', '40fa46280b8943aa', '586f666fcd8080d8'],
  ],
  [
    5,
    64,
    10,
    ['33bb74dee9c564f7', '455cf62f873945d0', '8a2986b983d29ddb', '412016391656778d', '5a1bafc874b8e66c'],
  ],
  [
    7,
    13,
    4,
    ['19bb7b6a1dc3fa3a', 'c6a42f9ab0b04ecc', '8396073422b7a766', '40ae0139df140d20', '6f09d915675cf875'],
  ],
  [
    6,
    300,
    7,
    ['2e58343c990b833c', '86bdf3bb0d016331', '4781569780d470e1', '4143459297e37c6c', '2883519c9ca6667a'],
  ],
  [
    3,
    600,
    5,
    ['d094a584b6f250f7', '43c7d37f8f25e698', 'c57d45a83a2bb20f', '41515dccf28d6d5a', '4ad40f8986e3f2dc'],
  ],
  [
    20,
    20,
    20,
    ['fdb134bbc0c4c4ea', '934d48fb732be2f9', '930918171e800ae5', '4100392afc001bdc', '85a901b5c933fdb8'],
  ],
  [
    9,
    40,
    9,
    ['9016d91955bb7d8b', '48ee207be14f33dc', '48bdee4b467105a7', '4116a65c4e93a16e', '93ba372f9c564dfd'],
  ],
  [
    7,
    33,
    2,
    ['8e1009f1416f6ab8', '47368566d69ddc5e', '81f948a533c6dcfe', '41151c8cb0da1969', '72192490e4b5dbb0'],
  ],
];

const recordedSingles: readonly Case[] = [
  [2, 2, 2, ['29d0803e0', '10f640900', '8e72de2f', '478698ac', '21d82bb06']],
  [3, 5, 7, ['95901a996', '1568319b7', '2f126312f', '47dd2361', '3854aed6f']],
  [5, 9, 17, ['2d2a3c746b', '2e6486f8b', '8bce85db9', '47866257', 'af903c705']],
  [8, 16, 20, ['54ad5803cc', '33df806aa', 'a9080f161', '47ce84e3', '1beefad44d']],
  [12, 10, 24, ['9c60ffe1bc', '7da331a94', 'db68f38e4', '47ac352b', '4159260f6b']],
  [13, 43, 27, ['be2895f544', '5ad83cc88', 'd90f714e4', '48d07cec', '536f4de0a3']],
  [7, 400, 11, ['28e7b71b14', '280ff266c', '5a19a17ad', '4a44ee88', '16f9d1d39f']],
  [30, 40, 350, ['159c0111f583', 'ff009fa3c', 'b8ce42179e', '48b532e2', '1dc6c80096d']],
];

const productsOf = (width: Width, [rows, depth, columns]: Case): string[] => {
  const [a, b] = [matrix(width, [rows, depth], 3), matrix(width, [depth, columns], 5)];
  const [x, y] = [vector(width, depth, 7), vector(width, depth, 11)];
  const pairs: readonly [NDArray, NDArray][] = [
    [a, b],
    [a, x],
    [x, b],
    [x, y],
    [a, transpose(a)],
  ];
  return pairs.map(([left, right]) => bitsOf(dot(left, right, width)));
};

describe('products', () => {
  it.each(recorded)('of doubles, %d by %d by %d', (...each) => {
    expect(productsOf('float64', each)).toEqual(each[3]);
  });

  it.each(recordedSingles)('of float32, %d by %d by %d', (...each) => {
    expect(productsOf('float32', each)).toEqual(each[3]);
  });

  it('keep infinities and what is no number', () => {
    const a = fromStorage('float64', Float64Array.of(1, Infinity, Number.NaN, 2), [2, 2]);
    expect([...(dot(a, a, 'float64').elements() as Float64Array)]).toEqual([
      Number.NaN,
      Infinity,
      Number.NaN,
      Number.NaN,
    ]);
    const large = fromStorage('float64', Float64Array.of(1e308, 1e308, 1, 1), [2, 2]);
    expect([...(dot(large, large, 'float64').elements() as Float64Array)]).toEqual([
      Infinity,
      Infinity,
      1e308,
      1e308,
    ]);
  });
});
