/** `html.parser`: a class whose methods a program overrides to hear of tags and text. Where they are is found in `htmlScanner.ts`. */
import { notSupported, raiseAssertionError } from '../../../exceptions.ts';
import { defineModule } from '../../../nativeModule.ts';
import { getAttribute } from '../../../protocols/attributes.ts';
import { call } from '../../../protocols/calls.ts';
import { isTrue } from '../../../protocols/comparison.ts';
import { str } from '../../../protocols/text.ts';
import { runtime } from '../../../runtime.ts';
import { list, type PyModule, type PyObject, tuple, type Value } from '../../../values.ts';
import { libraryClass, setField } from '../libraryClass.ts';
import { nameEnd, startTag } from './htmlScanner.ts';

/** What a parser has not told yet. */
interface State {
  text: string;
  /** The element whose content is text only. */
  raw: string | null;
  line: number;
  offset: number;
  startTagText: string | null;
}

const states = new WeakMap<PyObject, State>();

function stateOf(self: PyObject): State {
  const known = states.get(self);
  if (known) return known;
  const made: State = { text: '', raw: null, line: 1, offset: 0, startTagText: null };
  states.set(self, made);
  return made;
}

/** How far a part reaches; null: it is not whole yet. */
type End = number | null;

/** One pass over what was fed. */
class Pass {
  readonly #self: PyObject;
  readonly #state: State;
  readonly #text: string;
  readonly #isEnd: boolean;
  readonly #unescape: (text: string) => string;
  #at = 0;

  constructor(
    self: PyObject,
    options: { readonly isEnd: boolean; readonly unescape: (text: string) => string },
  ) {
    this.#self = self;
    this.#state = stateOf(self);
    this.#text = this.#state.text;
    this.#isEnd = options.isEnd;
    this.#unescape = options.unescape;
  }

  run(): void {
    while (this.#at < this.#text.length) {
      runtime().checkpoint();
      const next = this.#nextMark();
      if (next === null) break;
      if (this.#at < next) this.#data(this.#at, next);
      this.#moveTo(next);
      if (next === this.#text.length || !this.#mark()) break;
    }
    if (this.#isEnd && this.#at < this.#text.length && this.#state.raw === null) {
      this.#data(this.#at, this.#text.length);
      this.#moveTo(this.#text.length);
    }
    this.#state.text = this.#text.slice(this.#at);
    setField(this.#self, 'rawdata', this.#state.text);
  }

  get #converts(): boolean {
    return this.#state.raw === null && isTrue(getAttribute(this.#self, 'convert_charrefs'));
  }

  #tell(name: string, ...args: Value[]): void {
    call(getAttribute(this.#self, name), args);
  }

  #data(start: number, end: number): void {
    const text = this.#text.slice(start, end);
    this.#tell('handle_data', this.#converts ? this.#unescape(text) : text);
  }

  /** Where the next tag or reference begins; null where more text has to come first. */
  #nextMark(): number | null {
    const text = this.#text;
    if (this.#converts) {
      const tag = text.indexOf('<', this.#at);
      if (tag >= 0) return tag;
      const reference = text.lastIndexOf('&');
      const isOpen =
        reference >= Math.max(this.#at, text.length - 34) && !/[\s;]/.test(text.slice(reference));
      return isOpen ? null : text.length;
    }
    if (this.#state.raw !== null) return this.#rawEnd();
    const found = text.slice(this.#at).search(/[&<]/);
    return found < 0 ? text.length : this.#at + found;
  }

  #rawEnd(): number | null {
    for (let at = this.#text.indexOf('</', this.#at); at >= 0; at = this.#text.indexOf('</', at + 2)) {
      const [, name] = /^<\/\s{0,100}([a-z]{1,20})\s{0,100}>/i.exec(this.#text.slice(at, at + 224)) ?? [];
      if (name?.toLowerCase() === this.#state.raw) return at;
    }
    return null;
  }

  #moveTo(end: number): void {
    const state = this.#state;
    const passed = this.#text.slice(this.#at, end);
    const lines = passed.split('\n');
    state.line += lines.length - 1;
    state.offset = lines.length > 1 ? lines.at(-1)!.length : state.offset + passed.length;
    this.#at = end;
    setField(this.#self, 'lineno', state.line);
    setField(this.#self, 'offset', state.offset);
  }

  /** Tells what begins at `<` or `&`; false where it is not whole. */
  #mark(): boolean {
    return this.#text[this.#at] === '<' ? this.#tag() : this.#reference();
  }

  #tag(): boolean {
    const { raw } = this.#state;
    const end = this.#tagEnd();
    if (end === undefined) return false;
    if (end !== null) {
      this.#moveTo(end);
      return true;
    }
    if (!this.#isEnd) return false;
    const close = this.#text.indexOf('>', this.#at + 1);
    const next = this.#text.indexOf('<', this.#at + 1);
    const stop = close >= 0 ? close + 1 : next >= 0 ? next : this.#at + 1;
    if (raw === this.#state.raw) this.#data(this.#at, stop);
    this.#moveTo(stop);
    return true;
  }

  /** `undefined`: a lonely `<` at the end of the text. */
  #tagEnd(): End | undefined {
    const [text, at] = [this.#text, this.#at];
    const next = text[at + 1];
    if (next !== undefined && /[a-zA-Z]/.test(next)) return this.#startTag();
    if (next === '/') return this.#endTag();
    if (text.startsWith('<!--', at)) return this.#comment();
    if (next === '?') return this.#until('>', at + 2, 'handle_pi');
    if (next === '!') return this.#declaration();
    if (next === undefined) return undefined;
    this.#tell('handle_data', '<');
    return at + 1;
  }

  /** Tells the text from `start` to a mark, and reaches behind it. */
  #until(mark: string, start: number, name: string): End {
    const end = this.#text.indexOf(mark, start);
    if (end < 0) return null;
    this.#tell(name, this.#text.slice(start, end));
    return end + mark.length;
  }

  #comment(): End {
    const start = this.#at + 4;
    for (let at = this.#text.indexOf('--', start); at >= 0; at = this.#text.indexOf('--', at + 1)) {
      let end = at + 2;
      while (/\s/.test(this.#text[end] ?? '')) end++;
      if (this.#text[end] !== '>') continue;
      this.#tell('handle_comment', this.#text.slice(start, at));
      return end + 1;
    }
    return null;
  }

  #declaration(): End {
    const [text, at] = [this.#text, this.#at];
    if (text.startsWith('<![', at)) return this.#section();
    if (text.slice(at, at + 9).toLowerCase() !== '<!doctype')
      return this.#until('>', at + 2, 'handle_comment');
    const end = text.indexOf('>', at + 9);
    if (end < 0) return null;
    this.#tell('handle_decl', text.slice(at + 2, end));
    return end + 1;
  }

  /** `<![CDATA[…]]>`, and the conditions of old browsers. */
  #section(): End {
    const start = this.#at + 3;
    const name = /^[a-zA-Z][-_.a-zA-Z0-9]{0,50}\s{0,100}/
      .exec(this.#text.slice(start, start + 200))?.[0]
      .trim()
      .toLowerCase();
    if (name === undefined)
      return start >= this.#text.length ? null : notSupported('a marked section without a name');
    if (['temp', 'cdata', 'ignore', 'include', 'rcdata'].includes(name))
      return this.#until(']]>', start, 'unknown_decl');
    if (['if', 'else', 'endif'].includes(name)) return this.#until(']>', start, 'unknown_decl');
    return raiseAssertionError(`unknown status keyword '${name}' in marked section`);
  }

  #startTag(): End {
    const found = startTag(this.#text, this.#at);
    this.#state.startTagText = null;
    if (found === null) return null;
    this.#state.startTagText = this.#text.slice(this.#at, found.end);
    if (found.kind === 'text') {
      this.#tell('handle_data', this.#state.startTagText);
      return found.end;
    }
    const pairs = found.attributes.map(([name, value]) =>
      tuple(name, value === null || value === '' ? value : this.#unescape(value)),
    );
    setField(this.#self, 'lasttag', found.name);
    this.#tell(found.kind === 'closed' ? 'handle_startendtag' : 'handle_starttag', found.name, list(pairs));
    if (found.kind === 'open' && (found.name === 'script' || found.name === 'style'))
      this.#state.raw = found.name;
    return found.end;
  }

  #endTag(): End {
    const [text, at] = [this.#text, this.#at];
    const close = text.indexOf('>', at + 1);
    if (close < 0) return null;
    const name = /^\s*([a-zA-Z][-.a-zA-Z0-9:_]*)\s*$/.exec(text.slice(at + 2, close))?.[1]?.toLowerCase();
    const { raw } = this.#state;
    if (raw !== null && name !== raw) {
      this.#tell('handle_data', text.slice(at, close + 1));
      return close + 1;
    }
    if (name !== undefined) {
      this.#tell('handle_endtag', name);
      this.#state.raw = null;
      return close + 1;
    }
    if (!/[a-zA-Z]/.test(text[at + 2]!)) {
      if (text[at + 2] === '>') return at + 3;
      return this.#until('>', at + 2, 'handle_comment');
    }
    const end = nameEnd(text, at + 2);
    const last = text.indexOf('>', end);
    this.#tell('handle_endtag', text.slice(at + 2, end).toLowerCase());
    return last + 1;
  }

  /** A reference, where those are not converted. */
  #reference(): boolean {
    const rest = this.#text.slice(this.#at, this.#at + 200);
    const numbered = /^&#(\d+|[xX][0-9a-fA-F]+)[^0-9a-fA-F]/.exec(rest);
    const named = /^&([a-zA-Z][-.a-zA-Z0-9]*)[^a-zA-Z0-9]/.exec(rest);
    const found = numbered ?? named;
    if (found) {
      this.#tell(numbered ? 'handle_charref' : 'handle_entityref', found[1]!);
      const [whole] = found;
      this.#moveTo(this.#at + whole.length - (whole.endsWith(';') ? 0 : 1));
      return true;
    }
    if (rest.startsWith('&#')) {
      if (!this.#text.includes(';', this.#at)) return false;
      this.#tell('handle_data', '&#');
      this.#moveTo(this.#at + 2);
      return false;
    }
    if (/^&[a-zA-Z]/.test(rest)) return false;
    if (rest.length === 1) return false;
    this.#tell('handle_data', '&');
    this.#moveTo(this.#at + 1);
    return true;
  }
}

function reset(self: PyObject): null {
  states.delete(self);
  for (const [name, value] of [
    ['rawdata', ''],
    ['lasttag', '???'],
    ['cdata_elem', null],
    ['lineno', 1],
    ['offset', 0],
  ] as const) {
    setField(self, name, value);
  }
  return null;
}

const nothing = (): Value => null;

export function htmlParserModule(withCharacters: (text: string) => string): PyModule {
  const parser = libraryClass({
    name: 'HTMLParser',
    module: 'html.parser',
    values: { CDATA_CONTENT_ELEMENTS: tuple('script', 'style') },
    methods: {
      '__init__(*, convert_charrefs?)': (self: PyObject, converts?: Value) => {
        setField(self, 'convert_charrefs', converts ?? true);
        return call(getAttribute(self, 'reset'), []);
      },
      'reset()': reset,
      'feed(data)': (self: PyObject, data: Value) => {
        const state = stateOf(self);
        state.text += str(data);
        new Pass(self, { isEnd: false, unescape: withCharacters }).run();
        return null;
      },
      'close()': (self: PyObject) => {
        new Pass(self, { isEnd: true, unescape: withCharacters }).run();
        return null;
      },
      'getpos()': (self: PyObject) => tuple(stateOf(self).line, stateOf(self).offset),
      'get_starttag_text()': (self: PyObject) => stateOf(self).startTagText,
      'handle_startendtag(tag, attrs)': (self: PyObject, tag: Value, attributes: Value) => {
        call(getAttribute(self, 'handle_starttag'), [tag, attributes]);
        call(getAttribute(self, 'handle_endtag'), [tag]);
        return null;
      },
      'handle_starttag(tag, attrs)': nothing,
      'handle_endtag(tag)': nothing,
      'handle_charref(name)': nothing,
      'handle_entityref(name)': nothing,
      'handle_data(data)': nothing,
      'handle_comment(data)': nothing,
      'handle_decl(decl)': nothing,
      'handle_pi(data)': nothing,
      'unknown_decl(data)': nothing,
    },
  });
  return defineModule({ name: 'html.parser', values: { HTMLParser: parser } });
}
