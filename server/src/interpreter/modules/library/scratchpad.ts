/** `variable.tag`: an object on which programs keep what they like. */
import { AttributeTable } from '../../attributeTable.ts';
import { PyDict } from '../../containers.ts';
import { repr } from '../../protocols/text.ts';
import { defineType } from '../../pyType.ts';
import { PyObject, type Value } from '../../values.ts';

/** The tag of a variable or an application. */
export class PyScratchpad extends PyObject {
  override attributes = new AttributeTable<Value>();
  /** Aesara takes only a test value that fits its variable. */
  readonly fit: ((value: Value) => Value) | null;

  constructor(fit: ((value: Value) => Value) | null = null) {
    super();
    this.fit = fit;
  }
}

const asDict = (self: PyScratchpad): PyDict => PyDict.from(self.attributes.entries());

defineType<PyScratchpad>({
  name: 'scratchpad',
  module: 'theano.gof.utils',
  class: PyScratchpad,
  attributes: { __dict__: asDict },
  methods: {
    'clear()': (self: PyScratchpad) => {
      self.attributes.clear();
      return null;
    },
    '__update__(other)': (self: PyScratchpad, other: Value) => {
      for (const [name, value] of (other as PyScratchpad).attributes.entries())
        self.attributes.set(name, value);
      return self;
    },
  },
  setAttribute: (self, name, value) => {
    if (self.fit === null || name !== 'test_value') return false;
    self.attributes.set(name, self.fit(value));
    return true;
  },
  repr: (self) => `scratchpad${repr(asDict(self))}`,
});
