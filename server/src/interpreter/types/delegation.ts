/** `yield from`: passes values and exceptions on to an inner iterator, and keeps what that returned. */
import { asPythonException, isException, type PythonException } from '../exceptions.ts';
import { tryGetAttribute } from '../protocols/attributes.ts';
import { call1 } from '../protocols/calls.ts';
import { iterate, nextOf } from '../protocols/iteration.ts';
import type { Next, Value } from '../values.ts';
import { PyGenerator, resumeWith, send, throwInto } from './generatorType.ts';

/** The inner iterator of one `yield from`. All methods give what it yields, `undefined` at its end. */
export class Delegation {
  /** What the inner iterator returned. */
  result: Value = null;
  readonly #source: Value;
  readonly #advance: Next;

  constructor(source: Value) {
    this.#source = source;
    this.#advance =
      source instanceof PyGenerator ? () => resumeWith(source, null) : (nextOf(source) ?? iterate(source));
  }

  next(): Value | undefined {
    return this.#ended(this.#advance());
  }

  send(value: Value): Value | undefined {
    if (value === null) return this.next();
    if (this.#source instanceof PyGenerator) return this.#ended(send(this.#source, value));
    const method = tryGetAttribute(this.#source, 'send');
    if (method === undefined) return this.next();
    try {
      return call1(method, value);
    } catch (error) {
      if (!isException(error, 'StopIteration')) throw error;
      this.result = asPythonException(error)!.value.args[0] ?? null;
      return undefined;
    }
  }

  throw(exception: PythonException): Value | undefined {
    if (!(this.#source instanceof PyGenerator)) throw exception;
    return this.#ended(throwInto(this.#source, exception));
  }

  #ended(item: Value | undefined): Value | undefined {
    if (item === undefined && this.#source instanceof PyGenerator) this.result = this.#source.result;
    return item;
  }
}
