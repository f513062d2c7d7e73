import { expect, it } from 'vitest';
import { type FloatXSources, resolveFloatX } from '../../../server/src/session/floatX.ts';

const sources = (change: Partial<FloatXSources>): FloatXSources => ({
  option: 'auto',
  environment: {},
  files: [],
  ...change,
});

it.each([
  ['nothing said', sources({}), 'theano', 'float64', "the library's default"],
  [
    'a choice',
    sources({ option: 'float32', environment: { THEANO_FLAGS: 'floatX=float64' } }),
    'theano',
    'float32',
    /chosen/,
  ],
  [
    'flags',
    sources({ environment: { THEANO_FLAGS: 'device=cpu, floatX = float32' } }),
    'theano',
    'float32',
    'THEANO_FLAGS says float32',
  ],
  [
    'the last flag',
    sources({ environment: { THEANO_FLAGS: 'floatX=float32,floatX=float64' } }),
    'theano',
    'float64',
    'THEANO_FLAGS says float64',
  ],
  [
    "another library's flags",
    sources({ environment: { THEANO_FLAGS: 'floatX=float32' } }),
    'pytensor',
    'float64',
    /default/,
  ],
  [
    'any flags for an unknown library',
    sources({ environment: { PYTENSOR_FLAGS: 'floatX=float32' } }),
    null,
    'float32',
    'PYTENSOR_FLAGS says float32',
  ],
  [
    'a file',
    sources({ files: [{ name: '.theanorc', text: '[global]\nfloatX = float32\n' }] }),
    'theano',
    'float32',
    '.theanorc says float32',
  ],
  [
    'flags over a file',
    sources({
      environment: { THEANO_FLAGS: 'floatX=float64' },
      files: [{ name: '.theanorc', text: '[global]\nfloatX=float32' }],
    }),
    'theano',
    'float64',
    /FLAGS/,
  ],
  [
    'flags about something else',
    sources({
      environment: { THEANO_FLAGS: 'cxx=' },
      files: [{ name: '.theanorc', text: '[global]\nfloatX=float32' }],
    }),
    'theano',
    'float32',
    /theanorc/,
  ],
  [
    'another section',
    sources({ files: [{ name: '.theanorc', text: '[gcc]\nfloatX = float32\n' }] }),
    'theano',
    'float64',
    /default/,
  ],
  [
    'lower case, comments, CRLF',
    sources({ files: [{ name: '.pytensorrc', text: '# x\r\n[ global ]\r\nfloatx: float32 ; fast\r\n' }] }),
    'pytensor',
    'float32',
    '.pytensorrc says float32',
  ],
  [
    'the nearest file',
    sources({
      files: [
        { name: '.theanorc', text: '[global]\nfloatX=float32' },
        { name: '.theanorc', text: '[global]\nfloatX=float64' },
      ],
    }),
    'theano',
    'float32',
    /says float32/,
  ],
  [
    'float16',
    sources({ environment: { THEANO_FLAGS: 'floatX=float16' } }),
    'theano',
    'float64',
    'THEANO_FLAGS says float16, which ScanLens does not have; float64 is used',
  ],
] as const)('%s', (_, given, library, value, reason) => {
  const decision = resolveFloatX(given, library);
  expect(decision.value).toBe(value);
  expect(decision.reason).toMatch(reason);
});
