import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore, type Store } from '../store/open-store.ts';
import { sandboxEvents } from './sandbox-events.ts';

let folder: string;
let store: Store;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stratbox-events-'));
  store = openStore(folder);
});
afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true });
});

describe('sandboxEvents', () => {
  it('tells what happened in words, newest first, and nothing of other matters', () => {
    store.audit.append('image.saved', { fileName: 'image.tar', sha256: 'abc' });
    store.audit.append('policy.changed', {});
    store.audit.append('sandbox.fell-back', { runId: 'x', reason: 'Docker hangs.' });
    store.audit.append('sandbox.refused', { runId: 'y', reason: 'Docker hangs.' });
    expect(sandboxEvents(store.audit).map(({ kind, text }) => [kind, text])).toEqual([
      ['refusal', 'A run was refused: no sandbox. Docker hangs.'],
      ['fallback', 'A run used the embedded sandbox. Docker hangs.'],
      ['image', 'The sandbox image was saved to image.tar.'],
    ]);
  });

  it('keeps to the last ones, and survives a detail of another shape', () => {
    for (let count = 0; count < 40; count += 1) store.audit.append('image.built', [count]);
    const events = sandboxEvents(store.audit);
    expect(events).toHaveLength(30);
    expect(events[0]).toMatchObject({ kind: 'image', text: 'The sandbox image was built.' });
  });
});
