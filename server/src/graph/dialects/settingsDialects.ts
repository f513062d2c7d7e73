/**
 * The differences between the libraries in settings and names of modules, a row per difference.
 * Sources: Theano 1.0.5, Aesara 2.9.4, PyTensor 3.3.0.
 */
import type { PerLibrary } from './libraryDialects.ts';

export interface SettingsDialect {
  /** A setting `{1}` that is neither true nor false; `{0}` is its value. */
  readonly wrongSwitch: string;
  /** A setting `{2}` with a value, `{0}` or as its `repr` `{1}`, that is not among `{3}`. */
  readonly wrongOption: string;
  /** The exception of `change_flags` for an unknown setting. */
  readonly unknownFlag: 'AssertionError' | 'KeyError';
}

const theano: SettingsDialect = {
  wrongSwitch: 'Invalid value ({0}) for configuration variable "{1}".',
  wrongOption: 'Invalid value ("{0}") for configuration variable "{2}". Valid options are ({3})',
  unknownFlag: 'AssertionError',
};

const aesara: SettingsDialect = {
  ...theano,
  wrongSwitch: "Invalid value ({0}) for configuration variable '{1}'.",
  wrongOption: "Invalid value ({1}) for configuration variable '{2}'. Valid options are {{3}}",
  unknownFlag: 'KeyError',
};

const pytensor: SettingsDialect = {
  ...aesara,
};

export const settingsDialects: PerLibrary<SettingsDialect> = { theano, aesara, pytensor };
