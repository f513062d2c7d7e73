/**
 * Table of mistakes and what the rules say about them, `level: message`, for each release that has words of its own. ''
 * means that the mistake is none there.
 */
import type { MistakeNote } from '../../../../server/src/analysis/mistakes.ts';
import { place, type Release, span } from './handMade.ts';

const scan = span;

export const mistakeMessages: readonly (readonly [
  MistakeNote,
  Readonly<Partial<Record<Release, string>>>,
])[] = [
  [
    { kind: 'repeated-random-draw', span, cause: 'noGenerator', generator: '', nextName: null, scan },
    {
      aesara:
        'warning: Every step and every call gets the same draw: it makes a generator of its own, which nothing moves on. Draw from `aesara.tensor.random.RandomStream`.',
      'pytensor 2.30.0':
        'warning: Every step and every call gets the same draw: it makes a generator of its own, which nothing moves on. Draw from `pytensor.tensor.random.RandomStream`.',
      'pytensor 2.36.0':
        'warning: Every step and every call gets the same draw: it makes a generator of its own, which nothing moves on. Carry a generator in `outputs_info`, draw from it, and return the next one from the step.',
      pytensor:
        'warning: Every step and every call gets the same draw: it makes a generator of its own, which nothing moves on. Carry a generator in `outputs_info`, draw from it, and return the next one from the step.',
    },
  ],
  [
    {
      kind: 'repeated-random-draw',
      span,
      cause: 'notReturned',
      generator: 'rng',
      nextName: 'next_rng',
      scan,
    },
    {
      aesara:
        'warning: Every step and every call gets the same draw: the step does not return the generator that comes after `rng`. Return `{rng: next_rng}` as updates, and pass those of the scan to the function.',
      pytensor:
        'warning: Every step and every call gets the same draw: the step does not return the generator that comes after `rng`. Carry `rng` in `outputs_info` and return `next_rng` from the step.',
    },
  ],
  [
    { kind: 'repeated-random-draw', span, cause: 'notReturned', generator: 'rng', nextName: null, scan },
    {
      aesara:
        'warning: Every step and every call gets the same draw: the step does not return the generator that comes after `rng`. Return `{rng: next_rng}` as updates, and pass those of the scan to the function.',
      pytensor:
        'warning: Every step and every call gets the same draw: the step does not return the generator that comes after `rng`. Write `next_rng, x = rng.normal(...)`, carry `rng` in `outputs_info` and return `next_rng` from the step.',
    },
  ],
  [
    { kind: 'colliding-updates', span, name: 'a', first: place, second: place, effect: 'raises' },
    {
      theano:
        'error: `a` gets two updates here, and Theano raises an error: a variable can have only one. Use two variables, or let one step make both changes.',
      aesara:
        'error: `a` gets two updates here, and Aesara raises an error: a variable can have only one. Use two variables, or let one step make both changes.',
      pytensor:
        'error: `a` gets two updates here, and PyTensor raises an error: a variable can have only one. Use two variables, or let one step make both changes.',
    },
  ],
  [
    { kind: 'colliding-updates', span, name: 'a', first: place, second: place, effect: 'firstIsLost' },
    {
      pytensor:
        'warning: The first update of `a` is lost silently: the second one replaces it. Use two variables, or let one step make both changes.',
    },
  ],
  [
    { kind: 'updates-not-in-this-function', span, scan, receiver: scan, names: ['a', 'b'], isRandom: false },
    {
      theano:
        'information: Calls of this function do not change `a` and `b`: another function receives the updates of the scan. Fine if this one only looks.',
    },
  ],
  [
    {
      kind: 'updates-not-in-this-function',
      span,
      scan,
      receiver: scan,
      names: ['srng.normal'],
      isRandom: true,
    },
    {
      theano:
        'information: Each call of this function re-uses all but one of the previous draws of `srng.normal`: another function receives the updates of the scan. Pass them here too if that is not meant.',
      'aesara 2.5.0':
        'information: Each call of this function re-uses all but one of the previous draws of `srng.normal`: another function receives the updates of the scan. Pass them here too if that is not meant.',
      aesara:
        'information: Calls of this function repeat the draws of `srng.normal`: another function receives the updates of the scan. Pass them here too if that is not meant.',
      pytensor:
        'information: Calls of this function repeat the draws of `srng.normal`: another function receives the updates of the scan. Pass them here too if that is not meant.',
    },
  ],
  [
    { kind: 'wrong-updates-argument', span, form: 'thirdPositional' },
    {
      theano:
        'error: The third argument of `function` is `mode`, so this raises AttributeError. Name it: `updates=...`.',
    },
  ],
  [
    { kind: 'wrong-updates-argument', span, form: 'givens' },
    {
      theano:
        'warning: No shared variable changes: `givens` replaces what the function reads and stores nothing. Use `updates=`.',
    },
  ],
  [
    { kind: 'wrong-updates-argument', span, form: 'wholeResult' },
    {
      theano:
        'error: This is all that scan returns, outputs included, and Theano raises TypeError. Unpack it, `outputs, updates = ...`, and pass `updates`.',
      pytensor:
        'error: This is all that scan returns, outputs included, and PyTensor raises TypeError. Unpack it, `outputs, updates = ...`, and pass `updates`.',
    },
  ],
  [
    { kind: 'wrong-updates-argument', span, form: 'listOfUpdates' },
    {
      theano:
        'error: `function` does not take a list of updates: Theano raises ValueError. Merge them: `first + second`.',
      aesara:
        'error: `function` does not take a list of updates: Aesara raises TypeError. Merge them: `first + second`.',
      'pytensor 2.30.0':
        'error: `function` does not take a list of updates: PyTensor raises TypeError. Merge them: `first + second`.',
      pytensor:
        'error: `function` does not take a list of updates: PyTensor raises TypeError. Merge them: `{**first, **second}`.',
    },
  ],
  [
    { kind: 'wrong-updates-argument', span, form: 'onePair' },
    {
      theano:
        'error: `function` does not take a single pair: Theano raises ValueError. Write `{variable: value}` or `[(variable, value)]`.',
      aesara:
        'error: `function` does not take a single pair: Aesara raises TypeError. Write `{variable: value}` or `[(variable, value)]`.',
      pytensor:
        'error: `function` does not take a single pair: PyTensor raises TypeError. Write `{variable: value}` or `[(variable, value)]`.',
    },
  ],
  [
    { kind: 'pair-is-two-outputs', span, name: 'a', scan },
    {
      theano:
        'warning: `a` keeps its value: scan takes this pair as two outputs, not as an update. Return `{a: ...}` for an update.',
    },
  ],
  [
    { kind: 'unparsable-step-return', span, form: 'flatWithUntil', scan },
    {
      theano:
        'error: Scan raises ValueError ("Scan cannot parse the return value of your lambda expression"). Put the outputs into one list: `return [a, b], until(...)`.',
    },
  ],
  [
    { kind: 'unparsable-step-return', span, form: 'flatWithUpdates', scan },
    {
      theano:
        'error: Scan raises ValueError ("Scan cannot parse the return value of your lambda expression"). Put the outputs into one list: `return [a, b], {...}`.',
    },
  ],
  [
    { kind: 'unparsable-step-return', span, form: 'updatesFirst', scan },
    {
      theano:
        'error: Scan raises ValueError ("you have to always return first the outputs (if any), afterwards the updates"). Return the outputs first: `return outputs, updates`.',
    },
  ],
  [
    { kind: 'unparsable-step-return', span, form: 'untilAlone', scan },
    {
      theano:
        'error: Scan raises ValueError ("Scan cannot parse the return value of your lambda expression"). Return outputs with it: `return outputs, until(...)`.',
    },
  ],
  [
    { kind: 'unparsable-step-return', span, form: 'untilNotLast', scan },
    {
      theano:
        'error: Scan raises ValueError ("Scan cannot parse the return value of your lambda expression"). Return `until` last: `return outputs, updates, until(...)`.',
    },
  ],
  [
    { kind: 'unparsable-step-return', span, form: 'nestedLists', scan },
    {
      theano:
        'error: Scan raises ValueError ("Scan cannot parse the return value of your lambda expression"). Return one flat list of outputs.',
    },
  ],
  [
    { kind: 'unparsable-step-return', span, form: 'outputsAsUpdates', scan },
    {
      theano:
        'error: Scan raises TypeError: two outputs beside two pairs are read as two updates, and the first is of no shared variable. Return the updates as a dict: `return [a, b], {...}`.',
    },
  ],
  [
    { kind: 'step-returns-python-value', span, value: 'none', scan },
    {
      theano:
        'error: Scan raises ValueError: the step returns `None`, and a return value may only be made of Theano variables. Return the outputs or the updates.',
    },
  ],
  [
    { kind: 'step-returns-python-value', span, value: 'nothing', scan },
    {
      theano:
        'error: Scan raises ValueError: the step returns nothing on one way through it, and a return value may only be made of Theano variables. Return the outputs or the updates.',
    },
  ],
  [
    { kind: 'step-returns-python-value', span, value: 'number', scan },
    {
      theano:
        'error: Scan raises ValueError: the step returns a number, and a return value may only be made of Theano variables. Wrap it: `theano.tensor.constant(...)`.',
      aesara:
        'error: Scan raises ValueError: the step returns a number, and a return value may only be made of Aesara variables. Wrap it: `aesara.tensor.constant(...)`.',
      pytensor:
        'error: Scan raises ValueError: the step returns a number, and a return value may only be made of PyTensor variables. Wrap it: `pytensor.tensor.constant(...)`.',
    },
  ],
  [
    { kind: 'step-returns-python-value', span, value: 'text', scan },
    {
      theano:
        'error: Scan raises ValueError: the step returns a string, and a return value may only be made of Theano variables. Leave it out.',
    },
  ],
  [
    { kind: 'step-returns-python-value', span, value: 'array', scan },
    {
      theano:
        'error: Scan raises ValueError: the step returns a NumPy array, and a return value may only be made of Theano variables. Wrap it: `theano.tensor.constant(...)`.',
    },
  ],
  [
    {
      kind: 'step-arity',
      span,
      passed: 3,
      least: 2,
      most: 2,
      counts: { sequences: 1, states: 1, nonSequences: 1 },
      step: place,
    },
    {
      theano:
        'error: Scan passes 3 arguments (1 from sequences, 1 from states and 1 from non-sequences), but the step takes 2: the call raises TypeError.',
    },
  ],
  [
    {
      kind: 'step-arity',
      span,
      passed: 1,
      least: 2,
      most: 4,
      counts: { sequences: 0, states: 1, nonSequences: 0 },
      step: place,
    },
    {
      theano:
        'error: Scan passes 1 argument (1 from states), but the step takes 2 to 4: the call raises TypeError.',
    },
  ],
  [
    {
      kind: 'step-arity',
      span,
      passed: 0,
      least: 1,
      most: null,
      counts: { sequences: 0, states: 0, nonSequences: 0 },
      step: place,
    },
    {
      theano: 'error: Scan passes 0 arguments, but the step takes at least 1: the call raises TypeError.',
    },
  ],
  [
    { kind: 'outputs-info-arity', span, entries: 1, outputs: 2 },
    {
      theano:
        'error: `outputs_info` has 1 entry, but the step returns 2 outputs: scan raises ValueError. Write `None` for each output that does not feed back.',
    },
  ],
  [
    { kind: 'outputs-info-arity', span, entries: 3, outputs: 1 },
    {
      theano:
        'error: `outputs_info` has 3 entries, but the step returns 1 output: scan raises ValueError. Write one entry per output, `None` where it does not feed back.',
    },
  ],
  [
    { kind: 'static-length-one-init', span, state: 0, axis: 0, shape: [1, 'any'], initial: span },
    {
      theano:
        'error: Axis 0 of the initial value always has length 1, that of what the step returns does not: Theano refuses the two types with a TypeError. Write `theano.tensor.unbroadcast(initial, 0)`.',
      aesara:
        'error: Axis 0 of the initial value always has length 1, that of what the step returns does not: Aesara refuses the two types with a TypeError. Write `unbroadcast(initial, 0)`, imported from `aesara.tensor.shape`.',
      'pytensor 2.20.0':
        'error: Axis 0 of the initial value always has length 1, that of what the step returns does not: PyTensor refuses the two types with a TypeError. Write `unbroadcast(initial, 0)`, imported from `pytensor.tensor.shape`.',
      pytensor:
        'error: Axis 0 of the initial value always has length 1, that of what the step returns does not: PyTensor refuses the two types with a TypeError. Return `pytensor.tensor.specify_shape(result, (1, None))`, or give the initial value a symbolic length.',
    },
  ],
  [
    { kind: 'static-length-one-init', span, state: 0, axis: 0, shape: [1], initial: span },
    {
      pytensor:
        'error: Axis 0 of the initial value always has length 1, that of what the step returns does not: PyTensor refuses the two types with a TypeError. Return `pytensor.tensor.specify_shape(result, (1,))`, or give the initial value a symbolic length.',
    },
  ],
  [
    { kind: 'state-ndim', span, state: 0, initial: 1, needed: 2, isMultiTap: false },
    {
      theano:
        'error: The initial value of state 1 has 1 axis and needs 2: as many as what the step returns for it.',
    },
  ],
  [
    { kind: 'state-ndim', span, state: 1, initial: 0, needed: 1, isMultiTap: true },
    {
      theano:
        'error: The initial value of state 2 has 0 axes and needs 1: with these taps it holds several past states along a first axis of their own.',
    },
  ],
  [
    { kind: 'unknown-scan-argument', span, function: 'scan', name: 'n_step', nearest: 'n_steps' },
    {
      theano:
        'error: `scan` of Theano 1.0.5 has no argument `n_step` and raises TypeError. Is `n_steps` meant?',
    },
  ],
  [
    { kind: 'unknown-scan-argument', span, function: 'map', name: 'outputs_info', nearest: null },
    { theano: 'error: `map` of Theano 1.0.5 has no argument `outputs_info` and raises TypeError.' },
  ],
  [
    { kind: 'no-number-of-steps', span, hasUntil: false },
    {
      theano:
        'error: Scan raises ValueError ("No information about the number of steps provided"). Pass `n_steps` or a sequence.',
    },
  ],
  [
    { kind: 'no-number-of-steps', span, hasUntil: true },
    {
      theano:
        'error: Scan raises ValueError ("No information about the number of steps provided"). `until` can only end it early: pass the largest number of steps as `n_steps`.',
    },
  ],
  [
    { kind: 'too-many-steps', span, steps: 5, length: 1, sequence: 'x' },
    {
      theano:
        'error: `x` has 1 element for 5 steps: the function raises ValueError when it is called ("Sequence is shorter then the required number of steps"). Leave `n_steps` out, or pass at most 1.',
      aesara:
        'error: `x` has 1 element for 5 steps: the function raises ValueError when it is called. Leave `n_steps` out, or pass at most 1.',
      pytensor:
        'error: `x` has 1 element for 5 steps: the function raises ValueError when it is called. Leave `n_steps` out, or pass at most 1.',
    },
  ],
  [
    { kind: 'n-steps-not-integer', span, text: '3.7' },
    {
      theano:
        'error: Theano refuses the float `3.7` as a number of steps. Write an integer, or cast it to int64.',
      aesara:
        'error: Aesara refuses the float `3.7` as a number of steps. Write an integer, or cast it to int64.',
      pytensor: 'warning: PyTensor 3.3 cuts `3.7` to 3 steps silently. Write an integer.',
    },
  ],
  [
    { kind: 'n-steps-not-integer', span, text: '3.0' },
    {
      theano:
        'error: Theano refuses the float `3.0` as a number of steps. Write an integer, or cast it to int64.',
      pytensor: '',
    },
  ],
  [
    { kind: 'n-steps-not-integer', span, text: 'x.mean()' },
    {
      pytensor:
        'error: PyTensor refuses the float `x.mean()` as a number of steps. Write an integer, or cast it to int64.',
    },
  ],
  [
    { kind: 'taps', span, form: 'tupleOfMinusOne', text: '(-1,)' },
    {
      theano:
        'warning: Only the list `[-1]` means the previous state: with `(-1,)` scan takes the first row of the initial value, or raises IndexError where that is a scalar. Write `[-1]`.',
    },
  ],
  [
    { kind: 'taps', span, form: 'notNegative', text: '[0]' },
    {
      theano:
        'error: Scan raises ValueError ("All the tap values must be smaller than 0."): `[0]` asks for a state that is not computed yet.',
    },
  ],
  [
    { kind: 'taps', span, form: 'repeated', text: '[-1, -1]' },
    {
      theano:
        'error: Scan raises ValueError ("All the taps must be different in `outputs_info`"). Write each tap of `[-1, -1]` once.',
    },
  ],
  [
    { kind: 'taps', span, form: 'noInitial', text: '[-1]' },
    {
      theano:
        'error: Taps without `initial`: scan raises ValueError. Give the states before the first step as `initial`.',
    },
  ],
  [
    { kind: 'taps', span, form: 'unexpectedKey', text: 'tap' },
    {
      theano: 'warning: Theano ignores the key `tap` silently. An entry has `initial` and `taps`.',
      aesara: 'warning: Aesara ignores the key `tap` silently. An entry has `initial` and `taps`.',
      'pytensor 2.8.11':
        'warning: PyTensor ignores the key `tap` silently. An entry has `initial` and `taps`.',
      pytensor:
        'error: Scan raises ValueError ("These keys were unexpected in Scan outputs_info"): `tap`. An entry has `initial` and `taps`.',
    },
  ],
  [
    {
      kind: 'python-control-flow-on-symbolic',
      span,
      form: 'if',
      comparison: 'order',
      effect: 'raises',
      scan,
    },
    {
      theano:
        'error: Theano raises TypeError here ("Variables do not support boolean operations"). Use `theano.tensor.switch(condition, this, that)`.',
      pytensor:
        'error: PyTensor raises TypeError here ("cannot be converted to Python boolean"). Use `pytensor.tensor.switch(condition, this, that)`.',
    },
  ],
  [
    {
      kind: 'python-control-flow-on-symbolic',
      span,
      form: 'if',
      comparison: '==',
      effect: 'alwaysFalse',
      scan,
    },
    {
      theano:
        'warning: This is always False, decided once while the graph is built: `==` compares the variables and not their values. Use `theano.tensor.switch(theano.tensor.eq(a, b), this, that)`.',
      aesara:
        'warning: This is always False, decided once while the graph is built: `==` compares the variables and not their values. Use `aesara.tensor.switch(aesara.tensor.eq(a, b), this, that)`.',
      pytensor:
        'warning: This is always False, decided once while the graph is built: `==` compares the variables and not their values. Use `pytensor.tensor.switch(pytensor.tensor.eq(a, b), this, that)`.',
    },
  ],
  [
    {
      kind: 'python-control-flow-on-symbolic',
      span,
      form: 'conditional',
      comparison: '!=',
      effect: 'alwaysTrue',
      scan,
    },
    {
      theano:
        'warning: This is always True, decided once while the graph is built: `!=` compares the variables and not their values. Use `theano.tensor.switch(theano.tensor.neq(a, b), this, that)`.',
    },
  ],
  [
    {
      kind: 'python-control-flow-on-symbolic',
      span,
      form: 'if',
      comparison: null,
      effect: 'alwaysTrue',
      scan,
    },
    {
      theano:
        'warning: This is always True, decided once while the graph is built: it says that there is a variable and nothing of its value. Use `theano.tensor.switch(condition, this, that)`.',
    },
  ],
  [
    {
      kind: 'python-control-flow-on-symbolic',
      span,
      form: 'while',
      comparison: null,
      effect: 'raises',
      scan,
    },
    {
      theano:
        'error: Theano raises TypeError here ("Variables do not support boolean operations"). Scan is the loop: return `until(condition)` to end it.',
    },
  ],
  [
    { kind: 'python-control-flow-on-symbolic', span, form: 'and', comparison: null, effect: 'raises', scan },
    {
      theano:
        'error: Theano raises TypeError here ("Variables do not support boolean operations"). Use `theano.tensor.and_` on comparisons such as `theano.tensor.eq(a, b)`.',
    },
  ],
  [
    { kind: 'python-control-flow-on-symbolic', span, form: 'or', comparison: null, effect: 'raises', scan },
    {
      theano:
        'error: Theano raises TypeError here ("Variables do not support boolean operations"). Use `theano.tensor.or_` on comparisons such as `theano.tensor.eq(a, b)`.',
    },
  ],
  [
    { kind: 'python-control-flow-on-symbolic', span, form: 'not', comparison: null, effect: 'raises', scan },
    {
      theano:
        'error: Theano raises TypeError here ("Variables do not support boolean operations"). Use `theano.tensor.invert` on comparisons such as `theano.tensor.eq(a, b)`.',
    },
  ],
  [
    {
      kind: 'python-control-flow-on-symbolic',
      span,
      form: 'assert',
      comparison: null,
      effect: 'raises',
      scan,
    },
    {
      theano:
        'error: Theano raises TypeError here ("Variables do not support boolean operations"). Use `Assert` of `theano.tensor.opt`.',
      aesara:
        'error: Aesara raises TypeError here ("Variables do not support boolean operations"). Use `Assert` of `aesara.raise_op`.',
    },
  ],
  [
    { kind: 'runs-once-in-step', span, what: 'print', scan },
    {
      theano:
        "hint: This prints once, while the graph is built. To see the values of each step use `theano.printing.Print('x')(x)`.",
      pytensor:
        "hint: This prints once, while the graph is built. To see the values of each step use `pytensor.printing.Print('x')(x)`.",
    },
  ],
  [
    { kind: 'runs-once-in-step', span, what: 'set_value', scan },
    {
      theano:
        'warning: `set_value` runs once, while the graph is built, and not in every step. Return `{variable: value}` as updates.',
    },
  ],
  [
    { kind: 'runs-once-in-step', span, what: 'get_value', scan },
    {
      theano:
        'warning: `get_value` reads once, while the graph is built: later changes are not seen. Use the variable itself.',
    },
  ],
  [
    { kind: 'item-assignment', span, target: 'h[0]', isIncrement: false, scan },
    {
      theano:
        'error: `h[0]` can not be assigned: variables do not change in place, so this raises TypeError. Make a new one with `theano.tensor.set_subtensor` and go on with that.',
      pytensor:
        'error: `h[0]` can not be assigned: variables do not change in place, so this raises TypeError. Make a new one with `pytensor.tensor.set_subtensor` and go on with that.',
    },
  ],
  [
    { kind: 'item-assignment', span, target: 'h[0]', isIncrement: true, scan },
    {
      theano:
        'error: `h[0]` can not be assigned: variables do not change in place, so this raises TypeError. Make a new one with `theano.tensor.inc_subtensor` and go on with that.',
    },
  ],
  [
    { kind: 'strict-missing', span, names: ['W'], nonSequences: null },
    {
      theano:
        "error: With `strict=True` scan raises MissingInputError: the step reads `W` without getting it. Add it to `non_sequences` and to the step's parameters.",
    },
  ],
  [
    { kind: 'strict-missing', span, names: ['W', 'b', 'c', 'd'], nonSequences: span },
    {
      theano:
        "error: With `strict=True` scan raises MissingInputError: the step reads `W`, `b`, `c` and 1 more without getting them. Add them to `non_sequences` and to the step's parameters.",
    },
  ],
  [
    { kind: 'strict-needs-list', span, argument: span },
    {
      theano:
        'error: With `strict=True` scan iterates over `non_sequences`, and a variable raises TypeError there. Put it into a list.',
    },
  ],
  [
    { kind: 'missing-input-in-updates', span, name: 'inc', scan },
    {
      theano:
        'error: Scan raises MissingInputError: only the updates use `inc`, and there scan does not find it by itself. Add it to `non_sequences` and to the parameters of the step.',
    },
  ],
  [
    { kind: 'not-unpacked', span, use: 'operand', name: 'res', scan },
    {
      theano:
        'error: `res` is the pair of outputs and updates: it is no operand of symbolic expressions, so this raises an error. Unpack it: `res, updates = ...`.',
    },
  ],
  [
    { kind: 'not-unpacked', span, use: 'item', name: 'res', scan },
    {
      theano:
        'warning: `res` is the pair of outputs and updates: this takes one of the two, not a step. Unpack it: `res, updates = ...`.',
    },
  ],
  [
    { kind: 'not-unpacked', span, use: 'function', name: null, scan },
    {
      theano:
        'error: This is the pair of outputs and updates: a function can not have it as output and raises TypeError. Unpack it: `outputs, updates = ...`.',
    },
  ],
  [
    { kind: 'not-unpacked', span, use: 'attribute', name: 'res', scan },
    {
      theano:
        'error: `res` is the pair of outputs and updates: a tuple has no such attribute, so this raises AttributeError. Unpack it: `res, updates = ...`.',
    },
  ],
  [
    { kind: 'unpacked-without-updates', span, outputs: 1, scan },
    {
      pytensor:
        'error: This raises ValueError: `return_updates=False` makes scan return the outputs alone, one variable. Bind only the outputs.',
    },
  ],
  [
    { kind: 'unpacked-without-updates', span, outputs: 2, scan },
    {
      pytensor:
        'warning: The second name gets the second output, not updates: `return_updates=False` makes scan return the outputs alone. Name both outputs for what they are.',
    },
  ],
  [
    { kind: 'unpacked-without-updates', span, outputs: 3, scan },
    {
      pytensor:
        'error: This raises ValueError: `return_updates=False` makes scan return the outputs alone, a list of 3. Bind only the outputs.',
    },
  ],
  [
    { kind: 'return-updates-deprecated', span, isEmpty: true, scan },
    {
      'pytensor 2.36.0':
        'information: PyTensor 2.36 warns here: scan will not return updates any more. This one has none: pass `return_updates=False` and bind only the outputs.',
      pytensor:
        'information: PyTensor 3.3 warns here: scan will not return updates any more. This one has none: pass `return_updates=False` and bind only the outputs.',
    },
  ],
  [
    { kind: 'return-updates-deprecated', span, isEmpty: false, scan },
    {
      pytensor:
        'information: PyTensor 3.3 warns here: scan will not return updates any more. Carry what changes in `outputs_info`, then pass `return_updates=False` and bind only the outputs.',
    },
  ],
  [
    { kind: 'return-updates-false-with-updates', span, names: ['a'], isRandom: false },
    {
      pytensor:
        'error: PyTensor raises ValueError ("return_updates=False but Scan produced updates"): the step updates `a`. Carry the value in `outputs_info` in place of the shared variable.',
    },
  ],
  [
    { kind: 'return-updates-false-with-updates', span, names: ['rng.normal'], isRandom: true },
    {
      pytensor:
        'error: PyTensor raises ValueError ("return_updates=False but Scan produced updates"): the step draws `rng.normal`. Carry the generator in `outputs_info` and return the next one from the step.',
    },
  ],
  [
    { kind: 'forgotten-final-rng', span, generator: 'rng', finalName: 'final_rng', functions: [span] },
    {
      pytensor:
        'warning: Every call returns the same draws: the last state of `rng` reaches no function. Pass it: `updates={rng: final_rng}`.',
    },
  ],
  [
    { kind: 'forgotten-final-rng', span, generator: 'rng', finalName: '_', functions: [] },
    {
      pytensor:
        'warning: Every call returns the same draws: the last state of `rng` reaches no function. Keep it and pass it: `updates={rng: final_rng}`.',
    },
  ],
  [
    { kind: 'forgotten-final-rng', span, generator: 'rng', finalName: null, functions: [] },
    {
      pytensor:
        'warning: Every call returns the same draws: the last state of `rng` reaches no function. Keep it and pass it: `updates={rng: final_rng}`.',
    },
  ],
  [
    { kind: 'merge-not-supported-by-version', span, form: 'plus', operands: ['u1', 'u2'] },
    {
      pytensor:
        'error: `+` raises TypeError: in PyTensor 3.3 the updates of a scan are a plain dict. Write `{**u1, **u2}`.',
    },
  ],
  [
    { kind: 'merge-not-supported-by-version', span, form: 'plus', operands: ['u1'] },
    {
      pytensor:
        'error: `+` raises TypeError: in PyTensor 3.3 the updates of a scan are a plain dict. Write `u1.update(...)`.',
    },
  ],
  [
    { kind: 'merge-not-supported-by-version', span, form: 'keysOnly', operands: ['changes', 'u'] },
    {
      theano:
        'error: This adds only the variables, not their new values, and `function` refuses that. Add `u.items()`.',
    },
  ],
  [
    {
      kind: 'merge-not-supported-by-version',
      span,
      form: 'itemsPlus',
      operands: ['u1.items()', 'u2.items()'],
    },
    {
      theano:
        'error: In Python 3 `+` does not join two `items()`: TypeError. Write `list(u1.items()) + list(u2.items())`.',
    },
  ],
  [
    { kind: 'one-step-scan-ignores', span, what: 'go_backwards' },
    {
      theano:
        'warning: With the literal `n_steps=1` scan does not loop and passes over `go_backwards`: the step gets the first element, not the last. Reverse the sequence yourself: `x[::-1]`.',
    },
  ],
  [
    { kind: 'one-step-scan-ignores', span, what: 'until' },
    {
      theano:
        'warning: With the literal `n_steps=1` scan does not loop and passes over `until`. Leave it out.',
    },
  ],
  [
    { kind: 'list-as-sequence', span, text: '[1, 2, 3]', isArray: false, isCut: false },
    {
      theano:
        'error: Scan takes each number in `[1, 2, 3]` for a sequence of its own and raises TypeError. Make a constant of the list: `theano.tensor.constant(...)`.',
    },
  ],
  [
    { kind: 'list-as-sequence', span, text: 'data', isArray: true, isCut: true },
    {
      theano:
        'error: With `n_steps` or several sequences scan cuts `data` to a length that is a variable, which arrays of NumPy refuse with a TypeError. Make a constant of it: `theano.tensor.constant(...)`.',
    },
  ],
  [
    { kind: 'draw-outside-step', span, draw: span, name: 'd', scan },
    {
      theano: '',
      'aesara 2.5.0': '',
      aesara:
        'information: `d` is drawn once per call: all steps get the same numbers. (Theano draws anew in each step.) Draw in the step where each should get its own.',
      pytensor:
        'information: `d` is drawn once per call: all steps get the same numbers. (Theano draws anew in each step.) Draw in the step where each should get its own.',
    },
  ],
  [
    { kind: 'grad-of-sequence-element', span, scan },
    {
      theano:
        'error: This raises DisconnectedInputError: inside the step an element of a sequence is a new variable that depends on nothing. Scan over indices: `scan(lambda i: theano.grad(y[i], x), theano.tensor.arange(y.shape[0]))`.',
      pytensor:
        'error: This raises DisconnectedInputError: inside the step an element of a sequence is a new variable that depends on nothing. Scan over indices: `scan(lambda i: pytensor.grad(y[i], x), pytensor.tensor.arange(y.shape[0]))`.',
    },
  ],
  [
    { kind: 'late-binding-step', span, name: 'k' },
    {
      theano:
        'warning: Every step made in this loop gets the last `k`: Python looks the name up when scan calls the step. Bind it now with a default: `k=k`.',
    },
  ],
];
