/** How far a backend may be from the reference, relative to the greater of the two numbers; integers and booleans are always exact. */
export const tolerances = {
  wasm: { float64: 0, float32: 0 },
} as const;
