import { describe, expect, it } from 'vitest';
import type { EventPayload } from '../../../shared/contract/events.ts';
import { connectTestApp } from '../../test-bridge.ts';
import { useSandboxStore } from './sandbox-store.ts';

const at = (stage: EventPayload<'run.progressed'>['stage']) =>
  ({ runId: '6f1b6c1e-0000-4000-8000-000000000000', stage, fraction: null, message: '' }) as const;

describe('the sandbox status in view', () => {
  it('is read again when a run has built the image, and when a run ends', async () => {
    let image = 'missing';
    const app = connectTestApp({ 'sandbox.status': () => ({ image: { state: image } }) });
    const shown = () => useSandboxStore.getState().status?.image.state;
    await useSandboxStore.getState().refresh();
    expect(shown()).toBe('missing');

    app.emit('run.progressed', at('building-image'));
    image = 'ready';
    app.emit('run.progressed', at('running'));
    await expect.poll(shown).toBe('ready');
    expect(app.asked).toHaveLength(2);

    image = 'stale';
    app.emit('run.progressed', at('saving'));
    app.emit('run.finished', { runId: at('saving').runId, status: 'done' });
    await expect.poll(shown).toBe('stale');
    expect(app.asked).toHaveLength(3);
  });
});
