/**
 * Fixes what the engine reads of its own columns while a strategy runs: a patched `length` getter on
 * the typed arrays' prototype would be called with the column as `this` and so hand out the future.
 * Shared memory and WebAssembly are taken away, for no strategy needs them.
 */
export function hardenGlobals(): void {
  const floats = Float64Array.prototype as object;
  for (const target of [floats, Object.getPrototypeOf(floats) as object, Float64Array]) {
    Object.freeze(target);
  }
  for (const name of ['WebAssembly', 'SharedArrayBuffer', 'Atomics']) {
    Reflect.deleteProperty(globalThis, name);
  }
}
