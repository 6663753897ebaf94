/** The names under which hosts offer their global object. */
export const selfNames: ReadonlySet<string> = new Set([
  'globalThis',
  'window',
  'self',
  'global',
  'frames',
  'parent',
  'top',
]);

/** Objects of the language that are no functions; their `.constructor` is Object. */
const namespaces = new Set([
  'Math',
  'JSON',
  'Reflect',
  'Atomics',
  'Intl',
  'WebAssembly',
  'console',
]);

/** Built-in functions that begin with a small letter. */
const functions = new Set([
  'eval',
  'parseInt',
  'parseFloat',
  'isNaN',
  'isFinite',
  'decodeURI',
  'decodeURIComponent',
  'encodeURI',
  'encodeURIComponent',
  'escape',
  'unescape',
  'atob',
  'btoa',
  'fetch',
  'require',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  'structuredClone',
  'alert',
  'importScripts',
]);

export type IntrinsicKind = 'function' | 'prototype' | 'namespace' | 'object';

/** What stands at a path of globals, as far as its `.constructor` is concerned. */
export function intrinsicKind(path: string): IntrinsicKind {
  if (path.endsWith('.prototype')) return 'prototype';
  if (namespaces.has(path)) return 'namespace';
  if (path.includes('.') || /^[A-Z]/.test(path) || functions.has(path)) return 'function';
  return 'object';
}

/** Functions that turn text into code. */
export const codeMakers: ReadonlySet<string> = new Set([
  'eval',
  'Function',
  'AsyncFunction',
  'GeneratorFunction',
  'AsyncGeneratorFunction',
]);
