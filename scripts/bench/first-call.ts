// Run in a process of its own by first-calls.ts: prints how long loading the bundled validation takes,
// and the first judgement after it.
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { assess } from '../../shared/validation/index.ts';

const [bundle = '', file = ''] = process.argv.slice(2);
const text = readFileSync(file, 'utf8');
const started = performance.now();
const loaded = (await import(pathToFileURL(bundle).href)) as { assess: typeof assess };
const ready = performance.now();
const { decision } = loaded.assess(text, 'javascript');
const done = performance.now();
console.log(JSON.stringify({ load: ready - started, call: done - ready, decision }));
