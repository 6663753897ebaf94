import { describe, expect, it } from 'vitest';
import type { ImageStatus, SandboxStatus } from '../../../shared/contract/models/sandbox.ts';
import { describeEngine, describeImage, noWork, workOn, workProgressed } from './sandbox-state.ts';

const event = (line: string, state: 'under-way' | 'done' = 'under-way') => ({
  language: 'python' as const,
  task: 'build' as const,
  fraction: 0.25,
  step: 'Installing',
  line,
  state,
});
const status = (route: SandboxStatus['route']) =>
  ({ route, engine: { version: '20.10.24+dfsg1' } }) as SandboxStatus;
const image = (state: ImageStatus['state']) => ({ state }) as ImageStatus;

describe('workProgressed', () => {
  it('gathers the log and begins a new one with a new build', () => {
    const first = workProgressed(workProgressed(noWork, event('a')), event('b', 'done'));
    expect(first).toMatchObject({ state: 'done', lines: ['a', 'b'] });
    expect(workProgressed(first, event('c')).lines).toEqual(['c']);
    expect(workOn(first, 'python')).toBe(first);
    expect(workOn(first, 'javascript')).toBe(noWork);
  });
});

describe('the status in words', () => {
  it('says plainly when no container takes the runs', () => {
    expect(describeEngine(status('docker')).text).toBe('Docker 20.10.24');
    expect(describeEngine(status('embedded'))).toMatchObject({ tone: 'medium' });
    expect(describeEngine(status('none'))).toMatchObject({ tone: 'critical' });
  });

  it('counts a build that is under way', () => {
    const building = workProgressed(noWork, event('a'));
    expect(describeImage(image('missing'), building).text).toBe('Building image 25%');
    expect(describeImage(image('stale'), noWork).text).toBe('Image outdated');
  });

  it('names what else is done to the image', () => {
    const saving = workProgressed(noWork, { ...event(''), task: 'save', fraction: 0.509 });
    expect(describeImage(image('ready'), saving).text).toBe('Saving image 50%');
    const failed = workProgressed(saving, { ...event('No room.'), task: 'save', state: 'failed' });
    expect(failed.lines).toEqual([]);
  });
});
