import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { readPythonApi } from '../../shared/python-api/read-python-api.ts';
import { loadPython, pythonParser } from '../../shared/validation/languages/python/grammar.ts';
import { projectRoot } from './project-root.ts';

const name = 'virtual:python-api';

/** Gives the window what it says about the package for Python strategies, from the package's own source. */
export function pythonApiPlugin(): Plugin {
  return {
    name: 'python-api',
    resolveId: (id) => (id === name ? `\0${name}` : undefined),
    async load(id) {
      if (id !== `\0${name}`) return undefined;
      const program = (part: string) =>
        readFileSync(join(projectRoot, 'node_modules', part, `${part}.wasm`));
      await loadPython(() => ({
        runtime: program('web-tree-sitter'),
        grammar: program('tree-sitter-python'),
      }));
      const parser = pythonParser();
      if (typeof parser === 'string') throw new Error(`Python's parser was not loaded: ${parser}`);
      return `export default ${JSON.stringify(readPythonApi(readPackageFile, parser))};`;
    },
  };
}

function readPackageFile(path: string): string | undefined {
  const file = join(projectRoot, 'docker', 'python', 'stratbox', path);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}
