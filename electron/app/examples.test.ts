import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readExamples } from './examples.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stratbox-examples-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('describes an example by its first whole sentence, however many lines that takes', () => {
  const comment =
    '// Breakout: buy a new high, and leave when\n// it falls by 2.5 ranges. More words.\n';
  writeFileSync(join(folder, 'breakout.js'), `${comment}export default 1;\n`);
  writeFileSync(join(folder, 'plain.js'), 'export default 1;\n');
  const [first, second] = readExamples(folder).list();
  expect(first).toMatchObject({
    name: 'Breakout',
    description: 'buy a new high, and leave when it falls by 2.5 ranges.',
  });
  expect(second).toMatchObject({ name: 'plain', description: '' });
});

it('takes Python files beside those in JavaScript', () => {
  writeFileSync(join(folder, 'sma-cross.js'), '// Averages: in JavaScript.\n');
  writeFileSync(join(folder, 'sma_cross.py'), '# Averages in Python: the\n# same.\nimport math\n');
  expect(readExamples(folder).list()).toMatchObject([
    { id: 'example:sma-cross', language: 'javascript' },
    {
      id: 'example:sma_cross',
      language: 'python',
      name: 'Averages in Python',
      description: 'the same.',
    },
  ]);
});
