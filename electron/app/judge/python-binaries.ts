import { readFileSync } from 'node:fs';
import type { PythonBinaries } from '../../../shared/validation/languages/python/grammar.ts';

/** The Python parser's two programs, which the build puts beside the judging thread's own. */
export function readPythonBinaries(): PythonBinaries {
  const read = (name: string): Uint8Array => readFileSync(new URL(name, import.meta.url));
  return { runtime: read('web-tree-sitter.wasm'), grammar: read('tree-sitter-python.wasm') };
}
