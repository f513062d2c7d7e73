/** `scanlens explain`. */
import { describe, expect, it } from 'vitest';
import { pageText } from '../../../server/src/cli/explainCommand.ts';
import { runCli } from '../../../server/src/cli/runCli.ts';
import { plainStyle } from '../../../server/src/cli/textStyle.ts';
import { allRules } from '../../../server/src/project/ruleNames.ts';
import { recordedIo } from './cliRun.ts';

async function explain(...args: string[]) {
  const io = recordedIo();
  return { code: await runCli(['explain', ...args], io), ...io.written };
}

it('lists the rules with levels and summaries', async () => {
  const { code, out } = await explain();
  expect(code).toBe(0);
  expect(out.trimEnd().split('\n')).toHaveLength(allRules.length);
  expect(out).toMatch(/^dropped-updates +warning +The updates of a scan/m);
});

it('prints the page about a rule', async () => {
  const { code, out, error } = await explain('dropped-updates');
  expect([code, error]).toEqual([0, '']);
  expect(out).toMatch(/^dropped-updates\n\n/);
  expect(out).toContain('    outputs, updates = theano.scan(');
  expect(out).not.toContain('```');
});

describe('refuses', () => {
  it.each([
    [['droped-updates'], 'There is no rule droped-updates. Did you mean dropped-updates?'],
    [['nothing'], 'There is no rule nothing. See scanlens explain.'],
    [['../../package'], 'There is no rule ../../package. See scanlens explain.'],
  ])('%j', async (args, sentence) => {
    expect(await explain(...args)).toEqual({ code: 2, out: '', error: `scanlens: ${sentence}\n` });
  });

  it('several rules', async () => {
    expect((await explain('a', 'b')).error).toContain('One rule can be explained at a time');
  });
});

it('leaves of Markdown what reads well', () => {
  const page = '# Title\n\nSee [the page](x.md) and `code`.\n\n```python\na = [1](2)\n\nb\n```\nEnd\n';
  expect(pageText(page, plainStyle)).toBe(
    'Title\n\nSee the page and `code`.\n\n    a = [1](2)\n\n    b\nEnd\n',
  );
});
