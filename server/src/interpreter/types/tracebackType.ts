/** Traceback objects (`__traceback__`, the third argument of `__exit__`): the frames that an exception passed. */
import { LineIndex } from '../../base/lineIndex.ts';
import type { Frame } from '../callSite.ts';
import { namespaceDict, PyDict } from '../containers.ts';
import { notSupported } from '../exceptions.ts';
import { defineType } from '../pyType.ts';
import { PyObject, type TracebackFrame, type Value } from '../values.ts';

export class PyTraceback extends PyObject {
  /** Outermost first; never empty. */
  readonly frames: readonly TracebackFrame[];
  constructor(frames: readonly TracebackFrame[]) {
    super();
    this.frames = frames;
  }
}

/** `tb_frame` and its `f_code`. */
class PyFrameObject extends PyObject {
  readonly frame: TracebackFrame;
  /** The frame itself while it runs; null in a traceback. */
  readonly live: Frame | null;
  constructor(frame: TracebackFrame, live: Frame | null = null) {
    super();
    this.frame = frame;
    this.live = live;
  }
}

/** What `sys._getframe` gives for a frame that runs. */
export function frameObject(live: Frame): Value {
  const { functionName, source } = live.names;
  return new PyFrameObject({ span: live.at, functionName, ...source }, live);
}

const liveFrame = (self: PyFrameObject, attribute: string): Frame =>
  self.live ?? notSupported(`frame.${attribute} of a traceback`);

function localsOf(frame: Frame): Value {
  if (frame.namespace !== null) return namespaceDict(frame.namespace);
  return PyDict.from(frame.localValues());
}
class PyCodeObject extends PyFrameObject {}

/** The traceback of an exception; null where it passed no frame. `frames` is innermost first. */
export const tracebackOf = (frames: readonly TracebackFrame[]): Value =>
  frames.length === 0 ? null : new PyTraceback([...frames].reverse());

const lineOf = (frame: TracebackFrame): number => new LineIndex(frame.text).lineAt(frame.span.start) + 1;

defineType<PyTraceback>({
  name: 'traceback',
  class: PyTraceback,
  attributes: {
    tb_lineno: (self) => lineOf(self.frames[0]!),
    tb_next: (self) => (self.frames.length > 1 ? new PyTraceback(self.frames.slice(1)) : null),
    tb_frame: (self) => new PyFrameObject(self.frames[0]!),
  },
});

defineType<PyFrameObject>({
  name: 'frame',
  class: PyFrameObject,
  attributes: {
    f_lineno: (self) => lineOf(self.frame),
    f_code: (self) => new PyCodeObject(self.frame),
    f_back: (self) => {
      const { caller } = liveFrame(self, 'f_back');
      return caller === null ? null : frameObject(caller);
    },
    f_locals: (self) => localsOf(liveFrame(self, 'f_locals')),
    f_globals: (self) => namespaceDict(liveFrame(self, 'f_globals').globals),
  },
});

defineType<PyCodeObject>({
  name: 'code',
  class: PyCodeObject,
  attributes: {
    co_name: (self) => self.frame.functionName,
    co_filename: (self) => self.frame.file,
  },
});
