/**
 * How far a backend may be from the reference; integers and booleans are always exact. For WebAssembly relative to the greater of the two
 * numbers. For a GPU by what is computed, relative to the greatest number of the array: devices add in float32, and in an order
 * of their own, and WebGPU promises of elementary functions no more than this.
 */
export const tolerances = {
  wasm: { float64: 0, float32: 0 },
  gpu: {
    arithmetic: 1e-6,
    exponential: 1e-5,
    trigonometric: 1e-3,
    sums: 1e-5,
    products: 1e-5,
    /** States that go through many steps. */
    recurrences: 1e-4,
  },
} as const;

export type GpuFamily = keyof (typeof tolerances)['gpu'];
