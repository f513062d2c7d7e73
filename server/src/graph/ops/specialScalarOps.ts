/**
 * Elementwise ops that the libraries take from SciPy, and those of neural networks: `theano/scalar/basic_scipy.py`,
 * `theano/tensor/nnet/sigm.py` (Theano 1.0.5), `pytensor/scalar/math.py` (PyTensor 3.3.0).
 */
import type { DType } from '../../tensor/dtype.ts';
import { isDiscrete } from '../../tensor/dtype.ts';
import { EngineError } from '../../tensor/engineError.ts';
import {
  binary,
  call,
  double,
  entry,
  float,
  literal,
  realFloat,
  type ScalarExpression,
  type ScalarRule,
  ternary,
  unary,
  x,
  y,
} from './scalarRules.ts';

/** The order is an integer, and only the argument decides about the type. */
const polygammaTypes: ScalarRule = ([order, argument], floatX) => {
  if (!isDiscrete(order)) {
    throw new EngineError('TypeError', `Polygamma order parameter must be discrete, got ${order} dtype`);
  }
  return realFloat([argument] as readonly DType[], floatX);
};

/** The straight lines of `ultra_fast_sigmoid`, for |x|. */
const fastSigmoid = (): ScalarExpression => {
  const half = call('mul', literal(0.5), call('abs', x));
  const line = call('div', call('mul', literal(1.5), half), call('add', literal(1), half));
  const flat = call(
    'add',
    literal(0.935409070603099),
    call('mul', literal(0.0458812946797165), call('sub', half, literal(1.7))),
  );
  const far = call('select', call('lt', half, literal(3)), flat, literal(0.99505475368673));
  const near = call('select', call('lt', half, literal(1.7)), line, far);
  const signed = call('select', call('lt', x, literal(0)), call('neg', near), near);
  return call('mul', literal(0.5), call('add', signed, literal(1)));
};

/** What is 0 where the first operand is. */
const zeroAt0 = (value: ScalarExpression): ScalarExpression =>
  call('select', call('eq', x, literal(0)), literal(0), value);

export const specialScalarOps = {
  sigmoid: unary(['sigmoid', 'Sigmoid'], float, 'sigmoid'),
  softplus: unary(['softplus', 'Softplus'], float, 'softplus'),
  log1mexp: unary(['log1mexp', 'Log1mexp'], float, 'log1mexp'),
  softsign: entry(
    1,
    ['softsign', 'Softsign'],
    float,
    call('div', x, call('add', literal(1), call('abs', x))),
  ),
  ultra_fast_sigmoid: entry(1, ['ultra_fast_sigmoid', 'UltraFastSigmoid'], float, fastSigmoid()),
  sigmoid_binary_crossentropy: entry(
    2,
    ['sigmoid_binary_crossentropy{inline=True}', 'SigmoidBinaryCrossentropy'],
    float,
    call(
      'add',
      call('softplus', call('neg', call('abs', x))),
      call('mul', x, call('sub', call('gt', x, literal(0)), y)),
    ),
  ),
  xlogy: binary(['xlogy', 'XLogY{inline=False}'], float, 'xlogy'),
  xlog1py: binary(['xlog1py', 'XLog1PY{inline=False}'], float, 'xlog1py'),
  xlogx: entry(1, ['xlogx', 'XlogX'], float, zeroAt0(call('mul', x, call('log', x)))),
  xlogy0: entry(2, ['xlogy0', 'XlogY0'], float, zeroAt0(call('mul', x, call('log', y)))),
  deg2rad: unary(['deg2rad', 'Deg2rad'], float, 'deg2rad'),
  rad2deg: unary(['rad2deg', 'Rad2deg'], float, 'rad2deg'),
  erf: unary(['erf', 'Erf'], float, 'erf'),
  erfc: unary(['erfc', 'Erfc'], realFloat, 'erfc'),
  erfcx: unary(['erfcx', 'Erfcx'], realFloat, 'erfcx'),
  erfinv: unary(['erfinv', 'Erfinv'], realFloat, 'erfinv'),
  erfcinv: unary(['erfcinv', 'Erfcinv'], realFloat, 'erfcinv'),
  gamma: unary(['gamma', 'Gamma'], float, 'gamma'),
  gammaln: unary(['gammaln', 'Gammaln'], float, 'gammaln'),
  psi: unary(['psi', 'Psi'], float, 'psi'),
  tri_gamma: unary(['tri_gamma', 'Tri_gamma'], float, 'trigamma'),
  polygamma: binary(['polygamma', 'Polygamma'], polygammaTypes, 'polygamma'),
  gammainc: binary(['gammainc', 'Gammainc'], float, 'gammainc'),
  gammaincc: binary(['gammaincc', 'Gammaincc'], float, 'gammaincc'),
  gammaincinv: binary(['gammaincinv', 'Gammaincinv'], float, 'gammaincinv'),
  gammainccinv: binary(['gammainccinv', 'Gammainccinv'], float, 'gammainccinv'),
  gammau: binary(['gammau', 'Gammau'], float, 'gammau'),
  gammal: binary(['gammal', 'Gammal'], float, 'gammal'),
  chi2sf: binary(['chi2sf', 'Chi2sf'], double, 'chi2sf'),
  betainc: ternary(['betainc', 'Betainc'], realFloat, 'betainc'),
  betaincinv: ternary(['betaincinv', 'Betaincinv'], realFloat, 'betaincinv'),
  /** Derivatives of the incomplete functions by their parameters, which the libraries compute in loops. */
  gammainc_der: binary(['gammainc_der', 'Gammainc_der'], float, 'gammaincByK'),
  gammaincc_der: binary(['gammaincc_der', 'Gammaincc_der'], float, 'gammainccByK'),
  betainc_der_a: ternary(['betainc_der', 'Betainc_der'], float, 'betaincByA'),
  betainc_der_b: ternary(['betainc_der', 'Betainc_der'], float, 'betaincByB'),
  owens_t: binary(['owens_t', 'Owens_t'], float, 'owensT'),
  j0: unary(['j0', 'J0'], float, 'j0'),
  j1: unary(['j1', 'J1'], float, 'j1'),
  jv: binary(['jv', 'Jv'], float, 'jv'),
  i0: unary(['i0', 'I0'], float, 'i0'),
  i1: unary(['i1', 'I1'], float, 'i1'),
  iv: binary(['iv', 'Iv'], float, 'iv'),
  ive: binary(['ive', 'Ive'], float, 'ive'),
};
