/**
 * Scripts that run in the page of the workbench, as text: this program knows no DOM types. They read what a person sees and
 * change nothing.
 */

/** A line of the editor as it is drawn. */
export interface DrawnLine {
  /** The code. */
  readonly text: string;
  /** What decorations add after pieces of it. */
  readonly added: readonly string[];
  /** How opaque each addition is, from 0 to 1. */
  readonly opacities: readonly number[];
  /** The colour of each addition and the one behind it, as CSS writes them. */
  readonly colors: readonly string[];
  readonly background: string;
  readonly left: number;
  readonly top: number;
  readonly height: number;
}

/** The lines of the active editor from top to bottom: `DrawnLine[]`. */
export const drawnLinesScript = `(() => {
  const clean = (text) => text.replaceAll('\\u00a0', ' ').replaceAll('\\u200c', '');
  const paper = document.querySelector('.editor-group-container.active .monaco-editor-background');
  const background = paper === null ? '' : getComputedStyle(paper).backgroundColor;
  return [...document.querySelectorAll('.editor-group-container.active .view-line')].map((line) => {
    const added = [];
    const opacities = [];
    const colors = [];
    for (const piece of line.querySelectorAll('span')) {
      for (const end of ['::before', '::after']) {
        const style = getComputedStyle(piece, end);
        if (!style.content.startsWith('"')) continue;
        added.push(clean(JSON.parse(style.content)));
        opacities.push(Number(style.opacity));
        colors.push(style.color);
      }
    }
    const { left, top, height } = line.getBoundingClientRect();
    return { text: clean(line.textContent), added, opacities, colors, background, left, top, height };
  }).sort((one, other) => one.top - other.top);
})()`;

/** The middle of the first place of a text in the active editor: `{ x, y } | null`. */
export const placeOfTextScript = (text: string): string => `(() => {
  const wanted = ${JSON.stringify(text)};
  for (const line of document.querySelectorAll('.editor-group-container.active .view-line')) {
    const offset = line.textContent.replaceAll('\\u00a0', ' ').indexOf(wanted);
    if (offset < 0) continue;
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    let before = 0;
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (offset < before + node.data.length) {
        const range = document.createRange();
        range.setStart(node, offset - before);
        range.setEnd(node, Math.min(node.data.length, offset - before + wanted.length));
        const box = range.getBoundingClientRect();
        return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
      }
      before += node.data.length;
    }
  }
  return null;
})()`;

/** The right end of what is drawn after the line that begins with a text: \`{ x, y } | null\`. */
export const placeOfAdditionScript = (text: string): string => `(() => {
  const wanted = ${JSON.stringify(text)};
  for (const piece of document.querySelectorAll('.editor-group-container.active .view-line span')) {
    if (!getComputedStyle(piece, '::after').content.replaceAll('\\u00a0', ' ').includes(wanted)) continue;
    const box = piece.getBoundingClientRect();
    return { x: box.right - 12, y: box.top + box.height / 2 };
  }
  return null;
})()`;

const seenWithinMs = 5_000;

/** Whether a text is drawn after a line. Only decorations are looked at: all pieces of all lines would take long. */
const isAdded = (text: string): string => `[...document.querySelectorAll(
  '.editor-group-container.active .view-line [class*="TextEditorDecoration"]',
)].some((piece) => getComputedStyle(piece, '::after').content.replaceAll('\\u00a0', ' ').includes(${JSON.stringify(text)}))`;

/**
 * Begins to wait until the mouse is released, which is when the editor takes it for a click, and from then until a text is drawn after a
 * line, looked for in every frame. The answer is asked for with {@link additionSeenScript}: a script that is only on its way may come
 * later than the click.
 */
export const watchForAdditionScript = (text: string): string => `(() => {
  window.additionSeen = new Promise((resolve) => {
    setTimeout(() => resolve(null), ${seenWithinMs});
    addEventListener('mouseup', () => {
      const start = performance.now();
      window.clickedForAddition = start;
      const look = () => {
        if (${isAdded(text)}) {
          window.clickedForAddition = null;
          resolve(performance.now() - start);
        } else requestAnimationFrame(look);
      };
      look();
    }, { once: true, capture: true });
  });
})()`;

/** Milliseconds since the last click where its text has come after all, when nobody waited any more; else null. */
export const lateAdditionScript = (text: string): string => `(() => {
  const start = window.clickedForAddition ?? null;
  if (start === null || !(${isAdded(text)})) return null;
  window.clickedForAddition = null;
  return performance.now() - start;
})()`;

/** Milliseconds from the release of the mouse; null where it was not seen within some seconds. */
export const additionSeenScript = 'window.additionSeen';

/** Remembers when the mouse was released last; {@link releasedAtScript} gives it. */
export const watchReleasesScript = `addEventListener('mouseup', () => {
  window.releasedAt = performance.timeOrigin + performance.now();
}, { capture: true })`;

/** In milliseconds of the clock of the day. */
export const releasedAtScript = 'window.releasedAt';

/** The times between so many frames, in milliseconds: `number[]`. */
export const frameTimesScript = (count: number): string => `new Promise((resolve) => {
  const times = [];
  let last = performance.now();
  const frame = (now) => {
    times.push(now - last);
    last = now;
    if (times.length < ${count}) requestAnimationFrame(frame);
    else resolve(times);
  };
  requestAnimationFrame(frame);
})`;

/**
 * Begins to measure so many presses of a key: until the frame in which the changed text is drawn has ended, in milliseconds. The
 * answer is asked for with {@link keyTimesScript}.
 */
export const watchKeysScript = (count: number): string => `(() => {
  window.keyTimes = new Promise((resolve) => {
    const times = [];
    let pressed = null;
    const drawn = new MutationObserver(() => {
      if (pressed === null) return;
      const start = pressed;
      pressed = null;
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => times.push(performance.now() - start);
        channel.port2.postMessage(null);
      });
    });
    drawn.observe(document.querySelector('.editor-group-container.active .view-lines'), {
      childList: true, subtree: true, characterData: true, attributes: false,
    });
    let left = ${count};
    const press = () => {
      pressed ??= performance.now();
      if (--left > 0) return;
      removeEventListener('keydown', press, { capture: true });
      setTimeout(() => { drawn.disconnect(); resolve(times); }, 2000);
    };
    addEventListener('keydown', press, { capture: true });
  });
})()`;

export const keyTimesScript = 'window.keyTimes';

/** In a scan inspector: moves the slider two hundred times, once per frame; the milliseconds of work that each of them makes: `number[]`. */
export const sliderTimesScript = `(async () => {
  const request = window.requestAnimationFrame.bind(window);
  let work = 0;
  window.requestAnimationFrame = (callback) => request((now) => {
    const start = performance.now();
    callback(now);
    work += performance.now() - start;
  });
  const slider = document.querySelector('input[type=range]');
  const times = [];
  for (let move = 0; move < 200; move++) {
    work = 0;
    const start = performance.now();
    slider.value = String((move * 4937) % Number(slider.max));
    slider.dispatchEvent(new Event('input'));
    work += performance.now() - start;
    await new Promise((resolve) => request(() => setTimeout(resolve)));
    times.push(work);
  }
  return times;
})()`;
