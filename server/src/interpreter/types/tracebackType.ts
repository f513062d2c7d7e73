/** Traceback objects (`__traceback__`, the third argument of `__exit__`): the frames that an exception passed. */
import { LineIndex } from '../../base/lineIndex.ts';
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
  constructor(frame: TracebackFrame) {
    super();
    this.frame = frame;
  }
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
