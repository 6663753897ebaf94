import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { loadPython } from './languages/python/grammar.ts';

const read = (file: string): Uint8Array =>
  readFileSync(createRequire(import.meta.url).resolve(file));

/** Makes Python texts judgeable in a test. */
export async function loadPythonForTest(): Promise<void> {
  await loadPython(() => ({
    runtime: read('web-tree-sitter/web-tree-sitter.wasm'),
    grammar: read('tree-sitter-python/tree-sitter-python.wasm'),
  }));
}
