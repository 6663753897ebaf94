import { parentPort } from 'node:worker_threads';
import { Linter } from 'eslint';
import security from 'eslint-plugin-security';

// ESLint's own linter in memory, without files or a command line, with the plugin's advised rules. In a
// thread of its own: it shares its parser with the validation, and code that two programs use in
// different ways is slower for both, which neither is to blame for.
const linter = new Linter();
const { recommended } = security.configs;

parentPort?.on('message', (text: string) => {
  const started = performance.now();
  linter.verify(text, { ...recommended, languageOptions: { sourceType: 'module' } });
  parentPort?.postMessage(performance.now() - started);
});
