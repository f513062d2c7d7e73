/**
 * Random programs around the edges of scan: other element types, the views `map`, `reduce`, `foldl` and `foldr`, truncated and second
 * gradients, right operators, numbers of steps in every form, matrices as states, draws.
 */
import type { ParityLibrary, Pick } from './pick.ts';

const dtypes = ['int8', 'int16', 'int32', 'int64', 'uint8', 'uint16', 'uint32', 'uint64', 'bool', 'float32'];
const vector = "x = T.vector('x')";
const xValue = 'np.array([0.3, -0.7, 1.1, 0.4, -0.2])';

/** The lines of one program after the imports and `show`. */
export function wideProgram(library: ParityLibrary, pick: Pick): string[] {
  const writers = [elementTypes, views, gradients, stepCounts, matrixStates, draws];
  return pick.oneOf(writers)(pick, library);
}

function elementTypes({ integer, oneOf, chance }: Pick): string[] {
  const sequence = oneOf(dtypes);
  const wanted = oneOf([...dtypes, 'float64']);
  // A float or a negative number has no defined value in an unsigned type.
  const isSafe = sequence !== 'float32' && (!wanted.startsWith('u') || /^(uint|bool)/.test(sequence));
  const state = isSafe || wanted === 'float32' ? wanted : 'float64';
  const forms = [
    'a + b',
    'a * b',
    'b - a',
    'T.maximum(a, b)',
    'T.switch(T.gt(a, b), a, b)',
    'a // (abs(b) + 1)',
    'T.eq(a, b)',
  ];
  const values = Array.from({ length: 4 }, () => integer(0, 9));
  const info = `T.constant(np.asarray(${integer(0, 5)}, dtype='${state}'))`;
  const result = chance(85) ? `T.cast(${oneOf(forms)}, '${state}')` : oneOf(forms);
  return [
    `x = T.vector('x', dtype='${sequence}')`,
    `s = lib.shared(np.asarray(${integer(0, 3)}, dtype='${state}'), name='s')`,
    `step = lambda a, b: ([${result}, ${oneOf(forms)}], [(s, T.cast(s + b, '${state}'))])`,
    `outs, updates = lib.scan(step, sequences=x, outputs_info=[${info}, None]${chance(30) ? ', go_backwards=True' : ''})`,
    ...called('[x]', 'outs + [updates[s]]', `np.array([${values.join(', ')}], dtype='${sequence}')`),
    "show('s', s.get_value())",
  ];
}

function views({ oneOf, chance }: Pick): string[] {
  const view = oneOf(['map', 'reduce', 'foldl', 'foldr']);
  const isFold = view !== 'map';
  const two = chance(40);
  const backwards = (view === 'map' || view === 'reduce') && chance(40) ? ', go_backwards=True' : '';
  const forms = isFold
    ? ['T.tanh(a * h + c)', 'h - a * c', 'T.switch(T.gt(a, h), a, h * c)']
    : ['a * c', 'T.sin(a) + c', 'T.exp(-a)'];
  const body = oneOf(forms);
  const params = isFold ? (two ? 'a, h, g, c' : 'a, h, c') : 'a, c';
  const second = isFold ? 'g + a' : 'a - c';
  return [
    'import importlib',
    'try:',
    '    views = lib.scan_module',
    'except AttributeError:',
    "    views = importlib.import_module(lib.__name__ + '.scan')",
    `view = getattr(views, '${view}', None) or getattr(importlib.import_module(lib.__name__ + '.scan.views'), '${view}')`,
    vector,
    "c = T.scalar('c')",
    `out, updates = view(lambda ${params}: ${two ? `[${body}, ${second}]` : body}, sequences=x, ${isFold ? `outputs_info=[${two ? 'T.zeros(()), T.ones(())' : 'T.zeros(())'}], ` : ''}non_sequences=c${backwards})`,
    'outs = out if isinstance(out, list) else [out]',
    'cost = sum(T.sum(o) for o in outs)',
    ...called('[x, c]', 'outs + lib.grad(cost, [x, c])', `${xValue}, 0.7`),
  ];
}

/**
 * The classic libraries compute wrong second gradients of states (differences of values say so), and all of them those of truncated
 * loops, whose rows they pair wrongly. PyTensor's right operator is a second gradient, too.
 */
function gradients({ integer, oneOf, chance }: Pick, name: ParityLibrary): string[] {
  const taps = oneOf(['[-1]', '[-2, -1]', '[-1, -3]', '[-2]']);
  const names = taps.split(',').map((_, i) => `h${i}`);
  const depth = -Math.min(...(JSON.parse(taps) as number[]));
  const initial = taps === '[-1]' ? 'z[0]' : `z[:${depth}]`;
  const isTruncated = chance(50);
  const isNew = name === 'pytensor';
  const options = [
    ...(isTruncated ? [`truncate_gradient=${oneOf([1, 2, 3, 9])}`] : []),
    ...(chance(30) ? ['go_backwards=True'] : []),
    ...(chance(30) ? [`n_steps=${integer(2, 4)}`] : []),
  ];
  const body = oneOf([
    `T.tanh(${names.join(' + ')} * w + a)`,
    `a * ${names[0]} + w * ${names.at(-1)}`,
    `T.sin(a * ${names[0]}) * w ** 2`,
  ]);
  const seconds = [
    '[lib.grad(T.sum(g[0] ** 2), w)]',
    '[lib.grad(T.sum(g[1]), x)]',
    '[T.grad(T.sum(g[2]), z)]',
  ];
  const more = isNew && !isTruncated ? oneOf([...seconds, '[]']) : '[]';
  const operators = ['lib.gradient.Lop', '', ...(isNew && isTruncated ? [] : ['lib.gradient.Rop'])];
  const operator = oneOf(operators);
  const extra =
    operator === 'lib.gradient.Rop'
      ? ' + [lib.gradient.Rop(o, x, x * 2)]'
      : operator === 'lib.gradient.Lop'
        ? ' + [lib.gradient.Lop(o, w, o * 0 + 1)]'
        : '';
  return [
    vector,
    "z = T.vector('z')",
    "w = T.scalar('w')",
    `o, updates = lib.scan(lambda a, ${names.join(', ')}: ${body}, sequences=${oneOf(['x', 'dict(input=x, taps=[-1])', 'dict(input=x, taps=1)'])}, outputs_info=[dict(initial=${initial}, taps=${taps})]${options.map((text) => `, ${text}`).join('')})`,
    `g = lib.grad(${oneOf(['T.sum(o ** 2)', 'o[-1]', 'T.sum(o[1:])'])}, [x, w, z])`,
    ...called('[x, z, w]', `[o] + g + ${more}${extra}`, `${xValue}, np.array([0.2, 0.5, -0.3]), 0.8`),
  ];
}

function stepCounts({ oneOf, chance }: Pick): string[] {
  const count = oneOf([
    '0',
    '1',
    '3',
    'n',
    'n - 2',
    '2.0',
    'np.int32(2)',
    'T.constant(1)',
    'x.shape[0]',
    '-1',
    '5',
    '7',
  ]);
  const isWhile = chance(30);
  const hasSequence = chance(50);
  const params = hasSequence ? 'a, h' : 'h';
  const result = hasSequence ? 'T.tanh(h + a)' : 'h * 0.5 + 1';
  return [
    isWhile ? untilImport : 'pass',
    vector,
    "n = T.iscalar('n')",
    "s = lib.shared(0.5, name='s')",
    `step = lambda ${params}: ([${result}, s * 2], ${oneOf(['{s: s + h}', '[(s, s + h)]', '((s, s + h),)'])}${isWhile ? ', until(h > 1.2)' : ''})`,
    `outs, updates = lib.scan(step, ${hasSequence ? 'sequences=x, ' : ''}outputs_info=[T.as_tensor_variable(np.asarray(0.1)), ${oneOf(['None', '{}', 'dict()'])}], n_steps=${count}, return_list=True)`,
    `f = lib.function([x, n], outs + [x.sum() + n], updates=${oneOf(['updates', 'list(updates.items())', 'dict(updates)'])})`,
    `for call in range(2):`,
    `    for i, result in enumerate(f(${xValue}, ${oneOf(['2', '3', '5', '1'])})):`,
    '        show(i, result)',
    "    show('s', s.get_value())",
  ];
}

const untilImport = [
  'try:',
  '    from theano.scan_module import until',
  'except ImportError:',
  '    until = __import__(lib.__name__ + ".scan.utils", fromlist=["until"]).until',
].join('\n');

function matrixStates({ oneOf, chance }: Pick, name: ParityLibrary): string[] {
  const body = oneOf([
    'T.dot(h, w) * 0.3',
    'T.tanh(h + a)',
    'h * a.sum() + h.T',
    'T.outer(a, a) - h',
    'T.set_subtensor(h[0], a)',
  ]);
  const inner = chance(40)
    ? 'lib.scan(lambda r, t: t + r * k, sequences=h, outputs_info=T.zeros_like(a))[0][-1]'
    : 'h.sum(axis=0)';
  return [
    "m = T.matrix('m')",
    "k = T.scalar('k')",
    'w = T.as_tensor_variable(np.arange(9.0).reshape(3, 3) / 9)',
    `o, updates = lib.scan(lambda a, h: [${body}, ${inner}], sequences=m, outputs_info=[w, None]${chance(30) ? ', go_backwards=True' : ''})`,
    `cost = T.sum(o[0] ** 2) + k * T.sum(o[1])`,
    `g = lib.grad(cost, [m, k])`,
    ...called(
      '[m, k]',
      `o + g${name === 'pytensor' && chance(40) ? ' + [lib.grad(T.sum(g[0]), k)]' : ''}`,
      'np.cos(np.arange(12.0).reshape(4, 3)), 0.6',
    ),
  ];
}

function draws({ integer, oneOf, chance }: Pick, name: ParityLibrary): string[] {
  const draw = oneOf(['normal(size=(2,))', 'uniform(size=(2,))', 'uniform()', 'normal()']);
  const stream =
    name === 'theano'
      ? oneOf([
          'T.shared_randomstreams.RandomStreams',
          '__import__("theano.sandbox.rng_mrg", fromlist=["x"]).MRG_RandomStreams',
        ])
      : 'T.random.RandomStream';
  const outside = chance(25);
  const isVector = draw.includes('2');
  const size = name === 'theano' || isVector ? draw : draw.replace('()', '(0., 1.)');
  const text = `rng.${name === 'theano' && !isVector ? size.replace('()', '(size=())') : size}`;
  return [
    `rng = ${stream}(seed=${integer(1, 900)})`,
    ...(outside ? [`d = ${text}`] : []),
    `step = lambda h: h * 0.5 + ${outside ? 'd' : text}`,
    `o, updates = lib.scan(step, outputs_info=${isVector ? 'T.zeros((2,))' : 'T.zeros(())'}, n_steps=${oneOf(['3', '2', '1'])})`,
    `f = lib.function([], [o]${chance(70) ? ', updates=updates' : ''})`,
    'for call in range(3):',
    '    show(call, f()[0])',
  ];
}

const called = (inputs: string, outputs: string, values: string): string[] => [
  `f = lib.function(${inputs}, ${outputs}, on_unused_input='ignore')`,
  `for i, result in enumerate(f(${values})):`,
  '    show(i, result)',
];
