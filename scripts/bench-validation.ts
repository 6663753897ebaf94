// npm run bench:validation: how long the whole validation takes, beside the bare work of reading the
// same text and beside ESLint with its security plugin. Every figure is a ratio of two things measured
// side by side in this one run. Prints the tables that the README shows.
import { exhaustingTexts } from '../shared/validation/exhausting-texts.fixture.ts';
import { honestStrategy } from '../shared/validation/honest-strategy.fixture.ts';
import { assess } from '../shared/validation/index.ts';
import { firstCalls } from './bench/first-calls.ts';
import { inTurns } from './bench/in-turns.ts';
import { pythonSection } from './bench/python-validation.ts';
import { milliseconds, row } from './bench/table.ts';

const sizes = [200, 1000].map(honestStrategy);
for (const text of sizes) {
  const { findings } = assess(text, 'javascript');
  if (findings.length > 0) throw new Error(`The honest text is not: ${findings[0]?.message}`);
}

/** One table: each text's ratio of two contestants, and their times. */
async function compare(first: string, second: string): Promise<void> {
  row('---', '---:', '---:', '---:');
  for (const text of sizes) {
    const { ratio, ...times } = await inTurns(first, second, text);
    const lines = text.split('\n').length.toLocaleString('en');
    const [one, other] = [milliseconds(times.first), milliseconds(times.second)];
    row(`${lines} lines`, `${ratio.toFixed(2)}×`, one, other);
  }
  console.log();
}

row(
  'Whole validation ÷ bare reading, warm',
  'ratio',
  'validation',
  'acorn, one walk, eslint-scope',
);
await compare('validation', 'bare-reading');

row('ESLint with eslint-plugin-security ÷ whole validation', 'ratio', 'ESLint', 'validation');
await compare('security-lint', 'validation');

await pythonSection();

console.log();
row('First call in a process of its own, 200 lines', 'call', 'loading before it');
row('---', '---:', '---:');
const { call, load } = await firstCalls(15);
row('bundled, median of 15 processes', milliseconds(call), milliseconds(load));

console.log();
row('Texts that nobody writes', 'time', 'answer');
row('---', '---:', '---');
const paste = { name: 'a paste of 10 MB', text: 'again(1 + 1);\n'.repeat(750_000) };
for (const { name, text } of [paste, ...exhaustingTexts]) {
  const started = performance.now();
  const { decision, findings } = assess(text, 'javascript');
  const time = performance.now() - started;
  row(name, milliseconds(time), `${decision}: ${findings[0]?.ruleId ?? 'no findings'}`);
}
