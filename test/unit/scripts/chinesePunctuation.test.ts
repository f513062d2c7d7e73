/** Punctuation of Chinese texts. */
import { expect, test } from 'vitest';
import { chinesePunctuation } from '../../../scripts/support/chinesePunctuation.ts';

test.each([
  ['只有英文, as it is.', '只有英文, as it is.'],
  ['English, only', 'English, only'],
  ['没有,因为:一;二?', '没有\uff0c因为\uff1a一\uff1b二\uff1f'],
  ['更新(updates)', '更新\uff08updates\uff09'],
  ['(已固定)', '\uff08已固定\uff09'],
  ['决定(`a(b)`、`c`)', '决定\uff08`a(b)`、`c`\uff09'],
  ['播放 (Space)', '播放 (Space)'],
  ['写 `f(a, b)`:', '写 `f(a, b)`\uff1a'],
  ['[运行](command:scanlens.runAll)', '[运行](command:scanlens.runAll)'],
  ['{0}(),第 {1} 行', '{0}()\uff0c第 {1} 行'],
])('%s', (text, punctuated) => {
  expect(chinesePunctuation(text)).toBe(punctuated);
  expect(chinesePunctuation(punctuated)).toBe(punctuated);
});
