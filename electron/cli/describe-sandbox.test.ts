import { describe, expect, it } from 'vitest';
import type { SandboxStatus } from '../../shared/contract/models/sandbox.ts';
import { describeImage, describeSandbox } from './describe-sandbox.ts';

const place = (state: 'used' | 'absent' | 'refused', address: string, finding: string) => ({
  ...{ state, address, finding, origin: 'Colima' },
});
const status: SandboxStatus = {
  engine: {
    ...{ state: 'not-running', endpoint: '', version: '', details: '' },
    message: 'A container engine is installed but not running.',
    hint: 'Start it: colima start\nOr another.',
    warnings: ['Little room.'],
    searched: [
      place('refused', 'unix:///a', 'Nothing listens there.'),
      place('absent', 'unix:///b', 'Not there.'),
      place('absent', 'unix:///c', 'Not there.'),
      place('used', 'unix:///d', 'Docker Engine 27.'),
    ],
  },
  image: {
    ...{ state: 'ready', tag: 'stratbox-runner:cafe', id: 'sha256:1', sizeBytes: 205_400_000 },
    ...{ createdAt: Date.UTC(2026, 0, 2), message: 'The sandbox image is ready.' },
  },
  pythonImage: {
    ...{ state: 'missing', tag: 'stratbox-python:cafe', id: null, sizeBytes: null },
    ...{ createdAt: null, message: 'Not built yet.' },
  },
  embedded: { state: 'ready', message: 'Ready.' },
  loadedFrom: { fileName: 'image.tar', code: 'cafe', at: 0 },
  pythonLoadedFrom: null,
  ...{ events: [], waiting: 0, choice: 'docker', route: 'none', reason: 'Nothing runs.' },
  statistics: {
    ...{ runs: 0, inContainers: 0, fallbacks: 0, alert: false, failures: [] },
    ...{ start: null, run: null },
  },
};

describe('describeSandbox', () => {
  it('gives every next step its line, and names the setting in words', () => {
    const text = describeSandbox(status);
    expect(text).toMatch(/do +Start it: colima start\n +do +Or another\./);
    expect(text).toMatch(/beware +Little room\./);
    expect(text).toMatch(/Setting +Containers only/);
    expect(text).toContain('It was loaded from image.tar.');
    expect(text).toMatch(/Python image +missing +Not built yet\./);
  });

  it('tells where it looked, in order, and what is nowhere in one line', () => {
    expect(describeSandbox(status).split('looked for:\n')[1]).toBe(
      [
        '    unix:///a (Colima): Nothing listens there.',
        '  * unix:///d (Colima): Docker Engine 27.',
        '    Nothing at unix:///b, unix:///c',
      ].join('\n'),
    );
  });

  it('lets no engine write into the terminal', () => {
    const engine = { ...status.engine, message: '\u001b[2JDocker' };
    expect(describeSandbox({ ...status, engine })).not.toContain('\u001b');
  });
});

describe('describeImage', () => {
  it('says what is known', () => {
    expect(describeImage(status.image)).toBe(
      'stratbox-runner:cafe: ready, 205 MB, built 2026-01-02T00:00:00.000Z. The sandbox image is ready.',
    );
  });
});
