/**
 * How quick and smooth the editor is, as the page of a window sees it: from a click to the first text, frames while results stream in, keys
 * with many results in the file, the scan inspector on a million iterations, and what a file costs that has nothing to do with scan.
 * Numbers are kept and not asserted: they depend on the machine.
 */
import { type EditorTimes, timesOf } from '../../../bench/editor/results.ts';
import type { EditorWindow } from '../page/editorWindow.ts';
import {
  frameTimesScript,
  keyTimesScript,
  releasedAtScript,
  sliderTimesScript,
  watchKeysScript,
  watchReleasesScript,
} from '../page/pageScripts.ts';

const streamLines = 1000;
const typedLines = 500;
const clickCount = 12;
const frameCount = 600;
const keyCount = 60;
const inspectorCount = 4;
const activationCount = 3;

/** The programs by the names of their files. */
export const benchPrograms: Readonly<Record<string, string>> = {
  'plain.py': ['import math', 'def area(radius):', '    return math.pi * radius ** 2'].join('\n'),
  // Runs until it is stopped, so that it is seen running however busy the machine is.
  'slow.py': ['# %%', 'import theano', 'total = 0', 'while True: total += 1'].join('\n'),
  // Every line prints, with so much work between that the results come over seconds.
  'stream.py': [
    'import theano',
    'def work(i):',
    '    return sum(j * j for j in range(2000)) + i',
    ...Array.from({ length: streamLines }, (_, i) => `print(work(${i}))`),
  ].join('\n'),
  'typed.py': [
    '# start here ',
    'import theano',
    ...Array.from({ length: typedLines }, (_, i) => `print(${i} * ${i})`),
  ].join('\n'),
  'million.py': [
    'import theano',
    'import theano.tensor as T',
    "start = T.dscalar('start')",
    'states, _ = theano.scan(lambda x: x * 1.000003 + 0.000001, outputs_info=start, n_steps=1000000)',
    'last = theano.function([start], states[-1])',
    'end = last(1.0)',
    "print('ran')",
  ].join('\n'),
};

type Tell = (times: EditorTimes) => void;

/** What can be measured alone. */
export const benchParts: Readonly<Record<string, (window: EditorWindow, tell: Tell) => Promise<void>>> = {
  activation: measureActivation,
  click: measureClicks,
  stream: measureStream,
  keys: measureKeys,
  inspector: measureInspector,
};

async function measureActivation(window: EditorWindow, tell: Tell): Promise<void> {
  const title = 'activation, with a file that has nothing to do with scan';
  tell(timesOf(title, await activations(window), { of: 'median', atMostMs: 100 }));
}

async function measureClicks(window: EditorWindow, tell: Tell): Promise<void> {
  await openProgram(window, 'slow.py');
  const title = 'click on Run cell to `running` in the text';
  tell(timesOf(title, await clicks(window), { of: 'median', atMostMs: 50 }));
}

async function activations(window: EditorWindow): Promise<readonly number[]> {
  const times: number[] = [];
  for (let start = 0; start < activationCount; start++) {
    await window.open('plain.py');
    times.push(await window.activationTime('ScanLens'));
    await window.reload();
  }
  return times;
}

async function clicks(window: EditorWindow): Promise<readonly number[]> {
  const times: number[] = [];
  for (let click = 0; click < clickCount; click++) {
    times.push(await window.clickLensAndSee(/Run cell/i, 'total = 0', 'running '));
    await window.command('ScanLens: Cancel Run');
    await window.eventually('the end of the run', async () =>
      (await window.additions()).every((text) => !text.includes('running')) ? true : null,
    );
  }
  return times;
}

async function measureStream(window: EditorWindow, tell: Tell): Promise<void> {
  await openProgram(window, 'stream.py');
  tell(timesOf('frame while nothing runs', await frames(window)));
  await window.command('ScanLens: Run All Cells');
  tell(timesOf(`frame while ${streamLines} results arrive`, await frames(window)));
  await ended(window);
}

async function measureKeys(window: EditorWindow, tell: Tell): Promise<void> {
  await openProgram(window, 'typed.py');
  tell(timesOf('key to drawn text, no results', await keys(window)));
  await window.command('ScanLens: Run All Cells');
  await window.lineWith('⇒ 25');
  await ended(window);
  tell(timesOf(`key to drawn text, ${typedLines} results`, await keys(window)));
}

/** Each time after another run, so that nothing of the iterations has been made again yet. */
async function measureInspector(window: EditorWindow, tell: Tell): Promise<void> {
  const marks = {
    values: 'scanlens.firstValues',
    plot: 'scanlens.firstPlot',
    page: 'scanlens.page',
  } as const;
  const samples: Record<keyof typeof marks, number[]> = { values: [], plot: [], page: [] };
  let moves: readonly number[] = [];
  await openProgram(window, 'million.py');
  await window.measure(watchReleasesScript);
  for (let count = 0; count < inspectorCount; count++) {
    await window.command('ScanLens: Run All Cells');
    await window.lineWith('⇒ ran');
    await ended(window);
    await window.command('ScanLens: Inspect Scan');
    // The page of the window and that of the inspector have the clock of the day in common.
    const clickedAt = await window.measure<number>(releasedAtScript);
    for (const [name, mark] of Object.entries(marks)) {
      const at = await window.eventually(mark, async () =>
        window.measureInWebview<number | null>(markScript(mark)).catch(() => null),
      );
      samples[name as keyof typeof marks].push(at - clickedAt);
    }
    moves = await window.measureInWebview<readonly number[]>(sliderTimesScript);
    await window.closeTab();
  }
  const atMostMs = 500;
  tell(timesOf('inspector, 10⁶ iterations: its page has loaded', samples.page));
  tell(timesOf('inspector, 10⁶ iterations: first values', samples.values, { of: 'median', atMostMs }));
  tell(timesOf('inspector, 10⁶ iterations: first picture', samples.plot, { of: 'median', atMostMs }));
  tell(timesOf('inspector, 10⁶ iterations: a move of the slider', moves, { of: 'p95', atMostMs: 16 }));
}

/** When the page set a mark, in milliseconds of the clock of the day: `number | null`. */
const markScript = (name: string): string => `(() => {
  const [mark] = performance.getEntriesByName('${name}');
  return mark === undefined ? null : performance.timeOrigin + mark.startTime;
})()`;

async function openProgram(window: EditorWindow, name: string): Promise<void> {
  await window.open(name);
  await window.eventually('the lenses', async () => ((await window.lenses()).length > 0 ? true : null));
}

async function ended(window: EditorWindow): Promise<void> {
  await window.eventually('the end of the run', async () =>
    /ready/.test(await window.statusBar()) ? true : null,
  );
}

async function frames(window: EditorWindow): Promise<readonly number[]> {
  return window.measure<readonly number[]>(frameTimesScript(frameCount));
}

/** In the first line, which is a comment. */
async function keys(window: EditorWindow): Promise<readonly number[]> {
  await window.clickText('import theano');
  for (const key of ['Control+Home', 'End']) await window.press(key);
  await window.measure(watchKeysScript(keyCount));
  for (let key = 0; key < keyCount; key++) {
    await window.press('x');
    await window.pause(60);
  }
  return window.measure<readonly number[]>(keyTimesScript);
}
