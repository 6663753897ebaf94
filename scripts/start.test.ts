import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const script = fileURLToPath(new URL('./start.ts', import.meta.url));

it('answers an option that it does not know with its usage', () => {
  const parameters = ['--disable-warning=ExperimentalWarning', script, '--nonsense'];
  const { status, stdout, stderr } = spawnSync(process.execPath, parameters, { encoding: 'utf8' });
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toMatch(/^npm start \[-- options\]\n {2}--web .+\n {2}--no-open .+\n$/);
});
