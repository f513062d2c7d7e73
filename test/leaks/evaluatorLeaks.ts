/** Runs in one namespace: compiled functions, changed states, shown values, plots, printed text, errors, and questions about them. */
import { FuzzEvaluator } from '../fuzz/fuzzEvaluator.ts';
import { heldBytes, type LeakCase } from './leakCase.ts';

/** Each takes the number of the run, so that nothing is the same text twice. */
const programs: readonly ((count: number) => string)[] = [
  (n) => `import theano, theano.tensor as T
a = theano.shared(${n}, name='a')
x = T.vector('x')
out, updates = theano.scan(lambda v, s: (s + v * ${n}, {a: a + 1}), sequences=x, outputs_info=T.zeros(()))
f = theano.function([x], out, updates=updates)
f([1., 2., 3.])
`,
  (n) => `f([${n}., 1.])\na.get_value()\n`,
  (n) => `import numpy as np\nm = np.arange(${1000 + (n % 7)}.) * ${n}\nm\nprint(m[:5], '${n}')\n`,
  (n) => `import matplotlib.pyplot as plt\nplt.plot([${n}, 2, 3])\nplt.show()\n`,
  (n) =>
    `class C${n % 50}:\n    def __del__(self): pass\nlist(map(lambda k: C${n % 50}(), range(9)))\n1 / (${n} - ${n})\n`,
  (n) => `import re, json\nre.findall(r'a{${n % 40}}', 'a' * 99)\njson.dumps({'k${n}': [${n}]})\n`,
  (n) =>
    `a.set_value(${n})\ng = theano.function([], a * ${n}, updates=[(a, a + ${n})])\nfor i in range(20): g()\n`,
];

export async function evaluatorLeaks(): Promise<LeakCase> {
  const evaluator = new FuzzEvaluator(null);
  return {
    name: 'runs in an evaluator',
    async once(count) {
      evaluator.run(programs[count % programs.length]!(count), 'present');
      if (count % 10 === 0) evaluator.ask({ kind: 'state' });
      // As between two messages: what weak references were asked for is held until then.
      await new Promise((resolve) => setImmediate(resolve));
    },
    measure: async () => ({ evaluator: heldBytes() }),
    end: async () => {},
  };
}
