import { describe, expect, it } from 'vitest';
import type { EventPayload } from '../../../shared/contract/events.ts';
import { AppError } from '../../../shared/contract/errors.ts';
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

describe('saving and loading the image', () => {
  const status = { 'sandbox.status': () => ({ image: { state: 'ready' } }) };
  const { saveImage, loadImage } = useSandboxStore.getState();
  const now = useSandboxStore.getState;

  it('keeps the code in view until something else is done', async () => {
    const saved = { path: '/a.tar', sizeBytes: 1, code: 'cafe' };
    const app = connectTestApp({
      ...status,
      'image.save': () => ({ saved }),
      'image.load': () => ({ image: {} }),
    });
    await saveImage('python', 'a.tar');
    expect(now().saved).toEqual(saved);
    expect(now().work.language).toBe('python');
    expect(app.asked[0]).toEqual({
      name: 'image.save',
      input: { language: 'python', path: 'a.tar' },
    });
    expect(await loadImage('javascript', 'cafe')).toBe(true);
    expect(now().saved).toBeNull();
  });

  it('says beside the form what was wrong, and nothing of a cancel', async () => {
    let code: AppError['code'] = 'bad-input';
    connectTestApp({
      ...status,
      'image.load': () => Promise.reject(new AppError(code, 'Another file.')),
    });
    expect(await loadImage('javascript', 'x', '/a.tar')).toBe(false);
    expect(now().workFailure?.message).toBe('Another file.');
    code = 'cancelled';
    expect(await loadImage('javascript', 'x', '/a.tar')).toBe(false);
    expect(now().workFailure).toBeNull();
    expect(now().work.state).toBe('cancelled');
  });
});
