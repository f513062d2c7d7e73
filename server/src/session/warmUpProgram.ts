/**
 * What a process that waits for its document does meanwhile: it runs a small program of ours in a namespace that is forgotten
 * afterwards. So the modules are made, and JavaScript has compiled what runs most, before the first click. The program uses
 * what programs use first: arrays, a shared variable, a scan with outputs and one with updates, calls, and printing.
 */
import type { EvaluatorRequest } from '../../../protocol/src/evaluator.ts';
import type { Library } from './floatX.ts';

const uri = 'scanlens:/warm-up.py';
/** Runs that somebody asked for begin at one. */
const runId = 0;
const mebibyte = 1024 * 1024;

export const warmUpProgram = (library: Library): string => `import numpy as np
import ${library}
import ${library}.tensor as T

state = ${library}.shared(np.zeros(2), name='state')
x = T.dmatrix('x')

def step(row, before):
    after = T.tanh(row * before) + state
    return after

outputs, updates = ${library}.scan(step, sequences=[x], outputs_info=[T.zeros_like(state)], n_steps=3)
f = ${library}.function([x], outputs[-1].sum(), updates=updates)
print('%.3f' % f(np.ones((3, 2))))

outputs, updates = ${library}.scan(lambda: {state: state + 1}, n_steps=2)
g = ${library}.function([], [], updates=updates)
for _ in range(2):
    g()
print(state.get_value())
`;

/** To be sent before any other request. Nobody waits for what comes back. */
export function warmUpRequests(library: Library): readonly EvaluatorRequest[] {
  const text = warmUpProgram(library);
  return [
    {
      type: 'run',
      runId,
      uri,
      version: 0,
      text,
      cells: [{ start: 0, end: text.length }],
      reset: true,
      workspace: { roots: [], texts: [] },
      options: { floatX: 'float64', timeoutMs: 20_000, memoryBytes: 256 * mebibyte },
    },
    { type: 'reset', uri },
  ];
}
