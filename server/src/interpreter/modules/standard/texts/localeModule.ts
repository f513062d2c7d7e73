/** `locale` with the one locale that there is, `C`; and `keyword`. */
import { PyDict } from '../../../containers.ts';
import { defineException, raise } from '../../../exceptions.ts';
import { defineModule } from '../../../nativeModule.ts';
import { formatPercent } from '../../../protocols/percentFormat.ts';
import { str } from '../../../protocols/text.ts';
import { pythonVersion } from '../../../runtime.ts';
import { toFloat, toInteger } from '../../../types/numberTypes.ts';
import { asText } from '../../../types/textValues.ts';
import { float, list, type PyModule, PyTuple, type Value } from '../../../values.ts';

const localeErrorType = defineException('Error', 'locale');

export const localeModule = (): PyModule =>
  defineModule({
    name: 'locale',
    values: {
      Error: localeErrorType,
      LC_CTYPE: 0,
      LC_NUMERIC: 1,
      LC_TIME: 2,
      LC_COLLATE: 3,
      LC_MONETARY: 4,
      LC_MESSAGES: 5,
      LC_ALL: 6,
      CHAR_MAX: 127,
    },
    functions: {
      'setlocale(category, locale?)': (_category: Value, name: Value = null) => {
        const text = asText(name);
        if (text !== null && text !== '' && text !== 'C' && text !== 'POSIX') {
          raise(localeErrorType, 'unsupported locale setting');
        }
        return 'C';
      },
      'getlocale(category?)': () => new PyTuple([null, null]),
      'getpreferredencoding(do_setlocale?)': () => 'UTF-8',
      'localeconv()': () =>
        PyDict.from([
          ['decimal_point', '.'],
          ['thousands_sep', ''],
          ['grouping', list([])],
        ]),
      'format_string(f, val, grouping?, monetary?)': (format: Value, value: Value) =>
        formatPercent(str(format), value),
      'str(val)': (value: Value) => formatPercent('%.12g', value),
      'atof(string)': (text: Value) => float(toFloat(text)),
      'atoi(string)': (text: Value) => toInteger(text),
      'strxfrm(string)': (text: Value) => text,
      'strcoll(a, b)': (a: Value, b: Value) => (str(a) === str(b) ? 0 : str(a) < str(b) ? -1 : 1),
    },
    refused: '*',
  });

const shared =
  'and as assert break class continue def del elif else except finally for from global if import in is lambda not or pass raise return try while with yield';
const python2 = `${shared} exec print`;
const python3 = `False None True async await nonlocal ${shared}`;
const soft = ['_', 'case', 'match', 'type'];

/** In the order that Python sorts them. */
const keywords = (): string[] => (pythonVersion() === 2 ? python2 : python3).split(' ').sort();

export const keywordModule = (): PyModule => {
  const all = keywords();
  return defineModule({
    name: 'keyword',
    only: { python3: ['softkwlist', 'issoftkeyword'] },
    values: { kwlist: list(all), softkwlist: list([...soft]) },
    functions: {
      'iskeyword(s)': (word: Value) => all.includes(asText(word) ?? ''),
      'issoftkeyword(s)': (word: Value) => soft.includes(asText(word) ?? ''),
    },
  });
};
