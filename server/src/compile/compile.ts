/**
 * The compiler: a graph becomes a plan. There is one backend so far, the reference: every op one after another. Others
 * will be chosen here, and a plan will say which one ran and why.
 */
import type { Compiler, FunctionGraph, Plan } from '../graph/functionGraph.ts';
import { referencePlan } from './backends/reference/referencePlan.ts';

export const compiler: Compiler = {
  compile: (graph: FunctionGraph): Plan => referencePlan(graph),
};
