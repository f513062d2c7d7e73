import { expect, it } from 'vitest';
import {
  environmentOfText,
  type FloatXSources,
  type Library,
  resolveFloatX,
} from '../../../server/src/session/floatX.ts';

type Given = Partial<FloatXSources>;

const flags = (text: string, variable = 'THEANO_FLAGS'): Given => ({
  environments: [{ place: '', variables: { [variable]: text } }],
});
const dotEnv = (text: string): Given => ({ environments: [environmentOfText('.env', text)] });
const file = (text: string, name = '.theanorc'): Given => ({ files: [{ name, text }] });
const said32 = '[global]\nfloatX = float32\n';

/** `float32: reason` */
function decide(given: Given, library: Library | null): string {
  const { value, reason } = resolveFloatX({ option: 'auto', environments: [], files: [], ...given }, library);
  return `${value}: ${reason}`;
}

it.each<[name: string, given: Given, decision: string]>([
  ['nothing said', {}, "float64: the library's default"],
  [
    'a choice',
    { option: 'float32', ...flags('floatX=float64') },
    'float32: chosen in the settings or on the command line',
  ],
  [
    'the project',
    { configured: 'float32', ...flags('floatX=float64') },
    'float32: [tool.scanlens] in pyproject.toml says float32',
  ],
  [
    'a choice over the project',
    { option: 'float64', configured: 'float32' },
    'float64: chosen in the settings or on the command line',
  ],
  [
    'a project that says nothing',
    { configured: null, ...flags('floatX=float32') },
    'float32: THEANO_FLAGS says float32',
  ],
  ['flags', flags('device=cpu, floatX = float32'), 'float32: THEANO_FLAGS says float32'],
  ['the last flag', flags('floatX=float32,floatX=float64'), 'float64: THEANO_FLAGS says float64'],
  ["another library's flags", flags('floatX=float32', 'PYTENSOR_FLAGS'), "float64: the library's default"],
  [
    'a .env file',
    dotEnv('# mine\nexport THEANO_FLAGS="device=cpu,floatX=float32"\n'),
    'float32: THEANO_FLAGS in .env says float32',
  ],
  [
    'a .env file without quotes',
    dotEnv('A=1\r\nTHEANO_FLAGS = floatX=float32 # why\r\n'),
    'float32: THEANO_FLAGS in .env says float32',
  ],
  ['a file', file(said32), 'float32: .theanorc says float32'],
  ["another library's file", file(said32, '.aesararc'), "float64: the library's default"],
  [
    'flags over a file',
    { ...flags('floatX=float64'), ...file(said32) },
    'float64: THEANO_FLAGS says float64',
  ],
  ['flags about something else', { ...flags('cxx='), ...file(said32) }, 'float32: .theanorc says float32'],
  ['another section', file('[gcc]\nfloatX = float32\n'), "float64: the library's default"],
  [
    'lower case, comments, CRLF',
    file('# x\r\n[ global ]\r\nfloatx: float32 ; fast\r\n'),
    'float32: .theanorc says float32',
  ],
  [
    'float16',
    flags('floatX=float16'),
    'float64: THEANO_FLAGS says float16, which ScanLens does not have; float64 is used',
  ],
])('%s', (_, given, decision) => {
  expect(decide(given, 'theano')).toBe(decision);
});

it('asks the nearest file first', () => {
  const files = [file(said32), file('[global]\nfloatX=float64')].flatMap((given) => given.files ?? []);
  expect(decide({ files }, 'theano')).toBe('float32: .theanorc says float32');
});

it('asks every library when it is not known which one the program uses', () => {
  expect(decide(flags('floatX=float32', 'PYTENSOR_FLAGS'), null)).toBe(
    'float32: PYTENSOR_FLAGS says float32',
  );
});
