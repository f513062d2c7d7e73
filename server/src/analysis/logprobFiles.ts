/** Files of PyMC and the libraries around it, which look for random states in the graph itself. */
import type { Machine } from './machine.ts';
import type { ScanRecord } from './values.ts';

const imports = /^\s*(?:import|from)\s+(?:pymc3?|pymc_\w+|aeppl|aemcmc|aehmc)\b/m;

/** True when what the file builds may go where its random states need not be handed on. */
export const looksIntoGraphs = (machine: Machine, record: ScanRecord): boolean =>
  [machine.main, record.scope.module, record.stepModule].some(
    (module) => module !== null && imports.test(module.file.text),
  );
