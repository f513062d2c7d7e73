/** The lock of the thread that runs programs, tried in a thread of its own: what it does to prototypes all code of a thread would feel. */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../unit/tidy/sources.ts';

/** Runs in the thread: locks a realm, then answers each code with what came of it. */
const program = `
const { parentPort, workerData } = require('node:worker_threads');
const { createContext, runInContext } = require('node:vm');
const locked = createContext({ process: {}, fetch: () => 'sent' });
runInContext(workerData, locked);
// What the test itself runs code with, kept from before the lock.
runInContext('var eval_ = eval; lockThread(globalThis)', locked);
parentPort.on('message', (code) => {
  const tried = 'try { String(eval_(' + JSON.stringify(code) + ')) } catch (error) { error.name + ": " + error.message }';
  parentPort.postMessage(String(runInContext(tried, locked)));
});
`;

let thread: Worker;

beforeAll(() => {
  const source = readFileSync(join(root, 'server/src/session/threadLock.ts'), 'utf8');
  const workerData = stripTypeScriptTypes(source).replace('export function', 'function');
  thread = new Worker(program, { eval: true, workerData });
});

afterAll(() => thread.terminate());

async function attempt(code: string): Promise<string> {
  thread.postMessage(code);
  const [answer] = (await once(thread, 'message')) as [string];
  return answer;
}

describe('in a locked thread', () => {
  it.each([
    'Object.prototype.polluted = 1',
    '({}).__proto__.polluted = 1',
    '({}).constructor.prototype.polluted = 1',
    'Array.prototype.push = null',
    'Object.prototype.toString = null',
    'Function.prototype.call = null',
    'Map.prototype.get = null',
    'Math.random = null',
    'JSON.parse = null',
    'Promise.prototype.then = null',
    'Object.defineProperty(Object.prototype, "x", { value: 1 })',
    'Object.setPrototypeOf(Array.prototype, {})',
    'Float64Array.prototype.set = null',
    'Object.getPrototypeOf(Float64Array.prototype).set = null',
    'Error.prototype.name = "x"',
    'delete Object.prototype.hasOwnProperty',
  ])('%s changes nothing', async (code) => {
    expect(await attempt(`'use strict'; ${code}`)).toMatch(/^TypeError/);
  });

  it.each([
    ['(() => 1).constructor("return 1")()'],
    ['(async () => 1).constructor("return 1")()'],
    ['(function* () {}).constructor("yield 1")().next()'],
    ['(async function* () {}).constructor("yield 1")()'],
    ['[].push.constructor("return 1")()'],
    ['({}).constructor.constructor("return 1")()'],
    ['Object.getPrototypeOf(() => 1).constructor("return 1")()'],
    ['Reflect.construct(Function, ["return 1"])()'],
    ['new Function("return 1")()'],
    ['eval("1")'],
    ['fetch("https://example.com")'],
    ['process.exit()'],
  ])('%s is refused', async (code) => {
    expect(await attempt(code)).toMatch(/^TypeError/);
  });

  it.each([
    ['class A { toString() { return "own"; } }; String(new A())', 'own'],
    ['function B() {} B.prototype.toString = () => "assigned"; String(new B())', 'assigned'],
    ['const o = {}; o.constructor = 5; o.toString = () => "x"; o.constructor + String(o)', '5x'],
    ['const f = () => 1; f.toString = () => "f"; f.constructor = 1; String(f)', 'f'],
    ['const e = new Error("a"); e.name = "Mine"; e.message = "b"; String(e)', 'Mine: b'],
    ['class E extends Error { name = "E" }; String(new E("m"))', 'E: m'],
    ['[1, 2].map((x) => x * 2).concat([...new Map([[1, 2]]).values()]).join()', '2,4,2'],
    ['Object.keys(Object.prototype).length', '0'],
    ['(() => 1) instanceof Object && [] instanceof Array', 'true'],
    ['new Float64Array([1, 2]).map((x) => x + 1).join()', '2,3'],
  ])('%s works as ever', async (code, expected) => {
    expect(await attempt(code)).toBe(expected);
  });
});
