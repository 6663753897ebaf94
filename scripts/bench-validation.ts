// npm run bench:validation: how long the whole validation takes, beside the bare work of reading the
// same text and beside ESLint with its security plugin. Every figure is a ratio of two things measured
// side by side in this one run. Prints the tables that the README shows.
import { exhaustingTexts } from '../shared/validation/exhausting-texts.fixture.ts';
import { honestStrategy } from '../shared/validation/honest-strategy.fixture.ts';
import { assess } from '../shared/validation/index.ts';
import { bareReading } from './bench/bare-reading.ts';
import { besideLint } from './bench/beside-lint.ts';
import { firstCalls } from './bench/first-calls.ts';
import { pythonSection } from './bench/python-validation.ts';
import { sideBySide } from './bench/side-by-side.ts';
import { milliseconds, row } from './bench/table.ts';

const validate = (text: string) => () => assess(text, 'javascript');
const lineCount = (text: string) => text.split('\n').length.toLocaleString('en');

const sizes = [200, 1000, 5000].map(honestStrategy);
for (const text of sizes) {
  const { findings } = assess(text, 'javascript');
  if (findings.length > 0) throw new Error(`The honest text is not: ${findings[0]?.message}`);
}

// A text is judged at every keystroke: what counts is a process that has judged some.
for (let warm = 0; warm < 60; warm += 1) {
  for (const text of sizes.slice(0, 2)) {
    assess(text, 'javascript');
    bareReading(text);
  }
}

row(
  'Whole validation ÷ bare reading, warm',
  'ratio',
  'validation',
  'acorn, one walk, eslint-scope',
);
row('---', '---:', '---:', '---:');
for (const text of sizes) {
  const { ratio, first, second } = sideBySide(validate(text), () => bareReading(text), 41);
  row(
    `${lineCount(text)} lines`,
    `${ratio.toFixed(2)}×`,
    milliseconds(first),
    milliseconds(second),
  );
}

console.log();
row('ESLint with eslint-plugin-security ÷ whole validation', 'ratio', 'ESLint', 'validation');
row('---', '---:', '---:', '---:');
for (const text of sizes) {
  const { ratio, theirs, ours } = await besideLint(
    text,
    validate(text),
    text.length > 100_000 ? 3 : 11,
  );
  row(`${lineCount(text)} lines`, `${ratio.toFixed(2)}×`, milliseconds(theirs), milliseconds(ours));
}

console.log();
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
