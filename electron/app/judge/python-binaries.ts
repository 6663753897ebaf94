import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { PythonBinaries } from '../../../shared/validation/languages/python/grammar.ts';

/**
 * The Python parser's two programs: from a checkout those of their packages, otherwise those that the
 * build puts beside the judging thread's own.
 */
export function readPythonBinaries(): PythonBinaries {
  const find = (name: string, folder: string): string =>
    import.meta.url.endsWith('.ts')
      ? createRequire(import.meta.url).resolve(`${folder}/${name}`)
      : fileURLToPath(new URL(name, import.meta.url));
  return {
    runtime: readFileSync(find('web-tree-sitter.wasm', 'web-tree-sitter')),
    grammar: readFileSync(find('tree-sitter-python.wasm', 'tree-sitter-python')),
  };
}
