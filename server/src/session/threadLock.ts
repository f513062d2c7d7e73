/**
 * Locks the thread that runs programs. No value of Python leads to JavaScript in the first place; should one ever do, by a mistake of ours, it
 * finds objects that can not be changed, nothing that makes code of text, and no network. What would patch JavaScript itself has
 * to be loaded before; objects of libraries may go on having a `toString` of their own.
 */

/** Names of a thread that reach out of it, or load code. */
const waysOut = [
  ...['fetch', 'XMLHttpRequest', 'WebSocket', 'WebSocketStream', 'WebTransport', 'EventSource', 'Request'],
  ...['importScripts', 'Worker', 'SharedWorker', 'BroadcastChannel', 'indexedDB', 'caches', 'CacheStorage'],
  ...[
    'FileReader',
    'FileReaderSync',
    'Notification',
    'PushManager',
    'RTCPeerConnection',
    'process',
    'Buffer',
  ],
  ...['navigator', 'global', 'eval', 'Function', 'gc'],
];

const intrinsicNames = [
  ...['Object', 'Function', 'Array', 'String', 'Number', 'Boolean', 'Symbol', 'BigInt', 'Date', 'RegExp'],
  ...['Error', 'EvalError', 'RangeError', 'ReferenceError', 'SyntaxError', 'TypeError', 'URIError'],
  ...['AggregateError', 'Promise', 'Map', 'Set', 'WeakMap', 'WeakSet', 'WeakRef', 'FinalizationRegistry'],
  ...['ArrayBuffer', 'SharedArrayBuffer', 'DataView', 'Atomics', 'Int8Array', 'Uint8Array', 'Int16Array'],
  ...['Uint8ClampedArray', 'Uint16Array', 'Int32Array', 'Uint32Array', 'BigInt64Array', 'BigUint64Array'],
  ...['Float16Array', 'Float32Array', 'Float64Array', 'Proxy', 'Reflect', 'JSON', 'Math', 'Iterator'],
];

/** The prototypes of functions of every kind: their `constructor` makes code of text. */
const functionPrototypes: readonly object[] = [
  () => {},
  async () => {},
  function* generator() {},
  async function* asyncGenerator() {},
].map((one) => Object.getPrototypeOf(one) as object);

/** Locks the thread whose global object this is. */
export function lockThread(host: object): void {
  const intrinsics = intrinsicsOf(host);
  for (const prototype of functionPrototypes) setOnceInherited(prototype, 'constructor', refuseCode);
  setOnceInherited(Function.prototype, 'toString', Function.prototype.toString);
  for (const prototype of intrinsics) if (isOverridden(prototype)) keepOverridable(prototype);
  for (const name of waysOut) {
    if (!(name in host)) continue;
    // Taken away first: Node would load what stands behind some of them in order to redefine it.
    Reflect.deleteProperty(host, name);
    Object.defineProperty(host, name, { value: undefined });
  }
  for (const each of intrinsics) Object.freeze(each);
}

function refuseCode(): never {
  throw new TypeError('locked');
}

/** What every JavaScript has, and what that inherits from; not the single methods. */
function intrinsicsOf(host: object): ReadonlySet<object> {
  const found = new Set<object>();
  const add = (value: unknown): void => {
    if ((typeof value !== 'object' && typeof value !== 'function') || value === null) return;
    // V8 runs regular expressions four times slower once their prototype was touched.
    if (found.has(value) || value === RegExp.prototype) return;
    found.add(value);
    add(Object.getPrototypeOf(value));
    add((value as { readonly prototype?: unknown }).prototype);
  };
  for (const prototype of functionPrototypes) add(prototype);
  for (const name of intrinsicNames) add((host as Readonly<Record<string, unknown>>)[name]);
  for (const one of [[].values(), new Map().values(), new Set().values(), ''[Symbol.iterator]()]) add(one);
  return found;
}

/** Objects and errors of libraries have members of their own where these have theirs. */
const isOverridden = (prototype: object): boolean =>
  prototype === Object.prototype || prototype instanceof Error || prototype === Error.prototype;

function keepOverridable(prototype: object): void {
  for (const [name, { value, writable }] of Object.entries(Object.getOwnPropertyDescriptors(prototype)))
    if (writable === true) setOnceInherited(prototype, name, value);
}

/**
 * A member of a frozen object could not be assigned to in what inherits from it. An accessor lets those have a member of their own,
 * and refuses the prototype itself.
 */
function setOnceInherited(prototype: object, name: string, value: unknown): void {
  Object.defineProperty(prototype, name, {
    get: () => value,
    set(this: object, own: unknown) {
      Object.defineProperty(this, name, { value: own, writable: true, enumerable: true, configurable: true });
    },
  });
}
