import { describe, expect, it } from 'vitest';
import type { SandboxStatus } from '../../../shared/contract/models/sandbox.ts';
import { buildProgressed, describeEngine, describeImage, noBuild } from './sandbox-state.ts';

const event = (line: string, state: 'building' | 'ready' = 'building') => ({
  fraction: 0.25,
  step: 'Installing',
  line,
  state,
});
const status = (route: SandboxStatus['route'], image: SandboxStatus['image']['state']) =>
  ({ route, engine: { version: '20.10.24+dfsg1' }, image: { state: image } }) as SandboxStatus;

describe('buildProgressed', () => {
  it('gathers the log and begins a new one with a new build', () => {
    const first = buildProgressed(buildProgressed(noBuild, event('a')), event('b', 'ready'));
    expect(first).toMatchObject({ state: 'ready', lines: ['a', 'b'] });
    expect(buildProgressed(first, event('c')).lines).toEqual(['c']);
  });
});

describe('the status in words', () => {
  it('says plainly when no container takes the runs', () => {
    expect(describeEngine(status('docker', 'ready')).text).toBe('Docker 20.10.24');
    expect(describeEngine(status('embedded', 'unknown'))).toMatchObject({ tone: 'medium' });
    expect(describeEngine(status('none', 'unknown'))).toMatchObject({ tone: 'critical' });
  });

  it('counts a build that is under way', () => {
    const building = buildProgressed(noBuild, event('a'));
    expect(describeImage(status('docker', 'missing'), building).text).toBe('Building image 25%');
    expect(describeImage(status('docker', 'stale'), noBuild).text).toBe('Image outdated');
  });
});
