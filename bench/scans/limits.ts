/**
 * Table of the programs as loops written by hand in JavaScript, over the same arguments: about what a machine can do without vectors. Their
 * results are compared with those of the programs, but where random numbers are drawn. Integers of 64 bits are bigints only where they
 * grow beyond 53 bits.
 */
import { mulberry, randomNormal } from './random.ts';

type Numbers = Float64Array | Float32Array;
/** The arguments of a program: elements in C order, scalars as arrays of one. */
export type Arguments = readonly { readonly [index: number]: number; readonly length: number }[];
export type Limit = (given: Arguments, sizes: Readonly<Record<string, number>>) => ArrayLike<number | bigint>;

/** out = x W for a vector x, one row of W after another. */
function vectorTimesMatrix(x: Numbers, W: Numbers, out: Numbers): void {
  const columns = out.length;
  out.fill(0);
  for (let row = 0; row < x.length; row++) {
    const factor = x[row];
    const start = row * columns;
    for (let column = 0; column < columns; column++) out[column] += factor * W[start + column];
  }
}

/** C = A B, row after row. */
function product(A: Numbers, B: Numbers, C: Numbers, inner: number): void {
  const rows = A.length / inner;
  const columns = B.length / inner;
  for (let row = 0; row < rows; row++) {
    vectorTimesMatrix(
      A.subarray(row * inner, (row + 1) * inner),
      B,
      C.subarray(row * columns, (row + 1) * columns),
    );
  }
}

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

export const limits: Readonly<Record<string, Limit>> = {
  scalar_recurrence: ([x0], { STEPS }) => {
    let x = x0[0];
    for (let i = 0; i < STEPS!; i++) x = 0.999 * x + 1;
    return [x];
  },
  dict_update: (_, { STEPS }) => {
    let a = 1;
    for (let i = 0; i < STEPS!; i++) a += 1;
    return [a];
  },
  fibonacci: ([first], { STEPS }) => {
    let before = BigInt(first[0]);
    let last = BigInt(first[1]);
    for (let i = 0; i < STEPS!; i++) {
      const next = BigInt.asIntN(64, before + last);
      before = last;
      last = next;
    }
    return [last];
  },
  cumulative_sum: ([x]) => {
    const sums = new Float64Array(x.length);
    let sum = 0;
    for (let i = 0; i < x.length; i++) {
      sum += x[i];
      sums[i] = sum;
    }
    return sums;
  },
  logistic_map: ([x0], { STEPS }) => {
    const x = Float64Array.from(x0);
    for (let step = 0; step < STEPS!; step++)
      for (let i = 0; i < x.length; i++) x[i] = 3.7 * x[i] * (1 - x[i]);
    return x;
  },
  rnn: ([h0, W], { STEPS }) => {
    let h = (h0 as Numbers).slice();
    let next = h.slice();
    for (let step = 0; step < STEPS!; step++) {
      vectorTimesMatrix(h, W as Numbers, next);
      for (let i = 0; i < next.length; i++) next[i] = Math.tanh(next[i]);
      [h, next] = [next, h];
    }
    return h;
  },
  batch_rnn: ([x, h0, W], { UNITS }) => {
    const rows = new Float64Array(x.length);
    let h = Float64Array.from(h0);
    for (let start = 0; start < rows.length; start += h0.length) {
      const row = rows.subarray(start, start + h0.length);
      product(h, W as Numbers, row, UNITS!);
      for (let i = 0; i < row.length; i++) row[i] = Math.tanh(x[start + i] + row[i]);
      h = row;
    }
    return rows;
  },
  gru: ([x, h0, ...weights], { INPUTS, UNITS }) => {
    const [Wz, Wr, Wh, Uz, Ur, Uh] = weights as unknown as readonly Numbers[];
    const fresh = (): Float64Array => new Float64Array(UNITS!);
    const h = Float64Array.from(h0);
    const [a, b, z, kept] = [fresh(), fresh(), fresh(), fresh()];
    const gate = (out: Float64Array, inputs: Numbers, state: Numbers, [W, U]: readonly Numbers[]): void => {
      vectorTimesMatrix(inputs, W, a);
      vectorTimesMatrix(state, U, b);
      for (let i = 0; i < out.length; i++) out[i] = a[i] + b[i];
    };
    for (let start = 0; start < x.length; start += INPUTS!) {
      const inputs = (x as Float64Array).subarray(start, start + INPUTS!);
      gate(z, inputs, h, [Wz, Uz]);
      gate(kept, inputs, h, [Wr, Ur]);
      for (let i = 0; i < kept.length; i++) kept[i] = sigmoid(kept[i]) * h[i];
      gate(kept, inputs, kept, [Wh, Uh]);
      for (let i = 0; i < h.length; i++) {
        const share = sigmoid(z[i]);
        h[i] = (1 - share) * h[i] + share * Math.tanh(kept[i]);
      }
    }
    return h;
  },
  hmm_forward: ([emissions, first, transitions], { STATES }) => {
    const n = STATES!;
    let alpha = Float64Array.from(first);
    let next = new Float64Array(n);
    const terms = new Float64Array(n);
    const logSum = (): number => {
      const largest = terms.reduce((most, term) => Math.max(term, most));
      let sum = 0;
      for (let i = 0; i < n; i++) sum += Math.exp(terms[i] - largest);
      return largest + Math.log(sum);
    };
    for (let start = 0; start < emissions.length; start += n) {
      for (let to = 0; to < n; to++) {
        for (let from = 0; from < n; from++) terms[from] = alpha[from] + transitions[from * n + to];
        next[to] = emissions[start + to] + logSum();
      }
      [alpha, next] = [next, alpha];
    }
    terms.set(alpha);
    return [logSum()];
  },
  gibbs_rbm: ([v0, W], { STEPS, BATCH, VISIBLE, HIDDEN }) => {
    const random = mulberry(1);
    const v = Float64Array.from(v0);
    const h = new Float64Array(BATCH! * HIDDEN!);
    const transposed = new Float64Array(W.length);
    for (let i = 0; i < W.length; i++) transposed[(i % HIDDEN!) * VISIBLE! + Math.floor(i / HIDDEN!)] = W[i];
    for (let step = 0; step < STEPS!; step++) {
      product(v, W as Numbers, h, VISIBLE!);
      for (let i = 0; i < h.length; i++) h[i] = random() < sigmoid(h[i]) ? 1 : 0;
      product(h, transposed, v, HIDDEN!);
      for (let i = 0; i < v.length; i++) v[i] = random() < sigmoid(v[i]) ? 1 : 0;
    }
    return v;
  },
  power_iteration: ([A, x0], { STEPS }) => {
    const x = Float64Array.from(x0);
    const y = new Float64Array(x.length);
    for (let step = 0; step < STEPS!; step++) {
      let squares = 0;
      for (let row = 0; row < y.length; row++) {
        let sum = 0;
        for (let i = 0; i < x.length; i++) sum += A[row * x.length + i] * x[i];
        y[row] = sum;
        squares += sum * sum;
      }
      const norm = Math.sqrt(squares);
      for (let i = 0; i < x.length; i++) x[i] = y[i] / norm;
    }
    return x;
  },
  game_of_life: ([start], { STEPS, SIZE }) => {
    const n = SIZE!;
    let board = Int8Array.from(start);
    let next = new Int8Array(board.length);
    for (let step = 0; step < STEPS!; step++) {
      for (let row = 0; row < n; row++) {
        const rows = [row === 0 ? n - 1 : row - 1, row, row === n - 1 ? 0 : row + 1].map((r) => r * n);
        for (let column = 0; column < n; column++) {
          const left = column === 0 ? n - 1 : column - 1;
          const right = column === n - 1 ? 0 : column + 1;
          let count = 0;
          for (let r = 0; r < 3; r++)
            count += board[rows[r] + left] + board[rows[r] + column] + board[rows[r] + right];
          next[row * n + column] = count === 3 || (count === 4 && board[row * n + column] === 1) ? 1 : 0;
        }
      }
      [board, next] = [next, board];
    }
    return board;
  },
  newton_until: ([x0], { STEPS }) => {
    let x = x0[0];
    for (let i = 0; i < STEPS!; i++) {
      x = x - (1e-5 * (x * x - 2)) / (2 * x);
      if (Math.abs(x * x - 2) < 1e-9) break;
    }
    return [x];
  },
  mandelbrot: ([re, im], { ITERATIONS }) => {
    const counts = new Float64Array(re.length);
    for (let i = 0; i < re.length; i++) {
      let x = 0;
      let y = 0;
      for (let k = 0; k < ITERATIONS!; k++) {
        const x2 = x * x;
        const y2 = y * y;
        y = 2 * x * y + im[i];
        x = x2 - y2 + re[i];
        if (x2 + y2 <= 4) counts[i]++;
      }
    }
    return counts;
  },
  metropolis: (_, { STEPS }) => {
    const random = mulberry(1);
    const walk = new Float64Array(STEPS!);
    let x = 0;
    for (let i = 0; i < STEPS!; i++) {
      const proposal = x + randomNormal(random);
      if (Math.log(random()) < 0.5 * (x * x - proposal * proposal)) x = proposal;
      walk[i] = x;
    }
    return walk;
  },
  matmul: ([A, B0], { STEPS, SIZE }) => {
    let B = (B0 as Numbers).slice();
    let next = B.slice();
    for (let step = 0; step < STEPS!; step++) {
      product(A as Numbers, B, next, SIZE!);
      [B, next] = [next, B];
    }
    return B;
  },
};
