/**
 * Every public attribute of the libraries' variables, as `dir()` gives them: Theano 1.0.5, Aesara 2.9.4, PyTensor 3.3.0.
 * What ScanLens does not have but a library has is refused by name; everything else is an AttributeError.
 */
import type { PerLibrary } from '../../../../graph/dialects.ts';
import { words } from './moduleNames.ts';

export interface VariableNames {
  /** Attributes of variables. */
  readonly variable: () => ReadonlySet<string>;
  /** Attributes that shared variables have besides. */
  readonly shared: () => ReadonlySet<string>;
}

export const variableNames: PerLibrary<VariableNames> = {
  theano: {
    variable: words(`
      T all any append_construction_observer arccos arccosh arcsin arcsinh arctan arctanh argmax argmin
      argsort astype auto_name broadcastable ceil choose clip clone compress conj conjugate
      construction_observers copy cos cosh cumprod cumsum deg2rad diagonal dimshuffle dot dtype eval exp
      exp2 expm1 fill flatten floor get_parents get_scalar_constant_value imag index log log10 log1p log2
      max mean min name ndim nonzero nonzero_values norm notify_construction_observers ones_like owner prod
      ptp rad2deg ravel real remove_construction_observer repeat reshape round searchsorted shape sin sinh
      size sort sqrt squeeze std sum swapaxes tag take tan tanh trace transfer transpose trunc type var
      zeros_like
    `),
    shared: words(`
      container get_value set_value value zero
    `),
  },
  aesara: {
    variable: words(`
      T all any arccos arccosh arcsin arcsinh arctan arctanh argmax argmin argsort astype auto_name
      broadcastable ceil choose clip clone compress conj conjugate copy cos cosh cumprod cumsum deg2rad
      diagonal dimshuffle dot dtype eval exp exp2 expm1 fill flatten floor get_parents
      get_scalar_constant_value get_test_value imag index log log10 log1p log2 max mean min name ndim
      nonzero nonzero_values norm ones_like owner prod ptp rad2deg ravel real repeat reshape round
      searchsorted shape sin sinh size sort sqrt squeeze std sum swapaxes tag take tan tanh trace transfer
      transpose trunc type var zeros_like
    `),
    shared: words(`
      container default_update get_value set_value zero
    `),
  },
  pytensor: {
    variable: words(`
      T all any arccos arccosh arcsin arcsinh arctan arctanh argmax argmin argsort astype auto_name
      broadcastable ceil choose clip clone compress conj conjugate copy cos cosh cumprod cumsum deg2rad
      diagonal dimshuffle dot dprint dtype eval exp exp2 expm1 fill flatten floor get_parents
      get_underlying_scalar_constant imag inc index log log10 log1p log2 mT max mean min name ndim nonzero
      nonzero_values norm ones_like owner owner_op owner_op_and_inputs prod ptp rad2deg ravel real repeat
      reshape round searchsorted set shape sin sinh size sort sqrt squeeze std sum swapaxes tag take tan
      tanh trace transfer transpose trunc type var zeros_like
    `),
    shared: words(`
      container default_update get_value set_value zero
    `),
  },
};

/** Names of the tensor module that warn when they are used, with the new name. */
export const deprecatedNames: PerLibrary<ReadonlyMap<string, string>> = {
  theano: new Map(),
  aesara: new Map([
    ['abs_', '`abs_` is deprecated; use `abs` instead.'],
    ['inv', '`inv` is deprecated; use `reciprocal` instead.'],
    ['true_div', '`true_div` is deprecated; use `true_divide` or `divide` instead.'],
    ['int_div', '`int_div` is deprecated; use `floor_divide` instead.'],
    ['floor_div', '`floor_div` is deprecated; use `floor_divide` instead.'],
    ['sqr', '`sqr` is deprecated; use `square` instead.'],
  ]),
  pytensor: new Map(),
};
