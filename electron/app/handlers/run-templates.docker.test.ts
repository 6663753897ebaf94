import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { openTestApp, runRequest } from '../testing/open-test-app.ts';

const folder = fileURLToPath(
  new URL('../../../renderer/features/editor/new-strategy/templates/', import.meta.url),
);

describe('what a new strategy begins with', () => {
  it.each(readdirSync(folder))('runs as it is: %s', async (name) => {
    const { call } = await openTestApp();
    const source = readFileSync(join(folder, name), 'utf8');
    const language = name.endsWith('.py') ? 'python' : 'javascript';
    const record = await call('run.execute', runRequest(source, { language, sandbox: 'docker' }));
    expect(record.error).toBeNull();
    expect(record.assessment.findings).toEqual([]);
    expect(record.badges).toMatchObject({
      validated: { state: 'passed' },
      isolated: { state: 'passed' },
      verified: { state: 'passed' },
    });
    if (name.startsWith('analysis')) expect(record.scriptResult).toMatchObject({ kind: 'table' });
    else expect(record.manifest.decisionCount).toBeGreaterThan(1);
    expect(record.extractionError).toBeNull();
  });
});
