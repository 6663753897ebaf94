/**
 * Closes what a strategy needs least and an attacker most, before any of its text runs. The sandbox
 * around it is what contains; this narrows what is inside.
 */
export function hardenGlobals(): void {
  refuseCodeFromText();
  freezeWhatTheEngineUses();
  for (const name of ['WebAssembly', 'SharedArrayBuffer', 'Atomics']) {
    Reflect.deleteProperty(globalThis, name);
  }
}

/**
 * The engine reads its columns while the strategy runs. A patched `map` or iterator would be called
 * with the engine's own arrays as `this`, and a getter named after an absent property would be asked
 * on the engine's own objects; either would hand out the future.
 */
function freezeWhatTheEngineUses(): void {
  const prototypeOf = (value: object) => Object.getPrototypeOf(value) as object;
  const arrayIterator = prototypeOf([][Symbol.iterator]());
  const targets: object[] = [
    arrayIterator,
    prototypeOf(arrayIterator),
    prototypeOf(new Map().entries()),
    prototypeOf(new Set().values()),
    prototypeOf(''[Symbol.iterator]()),
    prototypeOf(Float64Array),
    prototypeOf(Float64Array.prototype),
    Function.prototype,
    Math,
    JSON,
    Reflect,
  ];
  for (const kind of [
    Array,
    Map,
    Set,
    WeakMap,
    Number,
    String,
    Float64Array,
    Int32Array,
    Uint8Array,
  ]) {
    targets.push(kind, kind.prototype as object);
  }
  for (const target of [...targets, Object]) Object.freeze(target);
  // Not frozen: that would forbid `object.toString = …` on every object there is.
  Object.preventExtensions(Object.prototype);
}

/** Node refuses to compile text by a flag; QuickJS has none, so the ways to it are taken away. */
function refuseCodeFromText(): void {
  const refuse = function () {
    throw new EvalError('Code generation from strings disallowed for this context');
  };
  const kinds = [function () {}, async function () {}, function* () {}, async function* () {}];
  for (const kind of kinds) {
    const prototype = Object.getPrototypeOf(kind) as object;
    Object.defineProperty(prototype, 'constructor', { value: refuse });
  }
  Object.defineProperty(refuse, 'prototype', { value: Function.prototype });
  Object.defineProperty(globalThis, 'Function', { value: refuse });
  Object.defineProperty(globalThis, 'eval', { value: refuse });
}
