/**
 * Closes what a strategy needs least and an attacker most, before any of its text runs. The sandbox
 * around it is what contains; this narrows what is inside.
 */
export function hardenGlobals(): void {
  freezeColumns();
  refuseCodeFromText();
  for (const name of ['WebAssembly', 'SharedArrayBuffer', 'Atomics']) {
    Reflect.deleteProperty(globalThis, name);
  }
}

/**
 * The engine reads its columns while the strategy runs: a patched `length` getter on the typed
 * arrays' prototypes would be called with a column as `this` and so hand out the future.
 */
function freezeColumns(): void {
  const floats = Float64Array.prototype as object;
  for (const target of [floats, Object.getPrototypeOf(floats) as object, Float64Array]) {
    Object.freeze(target);
  }
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
