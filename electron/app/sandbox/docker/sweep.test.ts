import { describe, expect, it } from 'vitest';
import { isGone, labelNames, readOwner, thisOwner, writeOwner } from './labels.ts';
import { isOrphan } from './sweep.ts';

const me = thisOwner();
/** Above the largest process id Linux gives out. */
const dead = { ...me, processId: 4_194_305 };
const labels = (owner: string, deadline: number) => ({
  [labelNames.app]: 'stratbox',
  [labelNames.owner]: owner,
  [labelNames.deadline]: String(deadline),
});

describe('owner labels', () => {
  it('survive writing and reading', () => {
    expect(readOwner(writeOwner(me))).toEqual(me);
  });

  it.each([undefined, '', 'x', '0123456789abcdef/1', '0123456789abcdef/../1', '../../1/2'])(
    'that no Stratbox wrote are nobody’s: %j',
    (label) => expect(readOwner(label)).toBeNull(),
  );

  it('tell a process that lives from one that is gone and from one that got its id', () => {
    expect(isGone(me)).toBe(false);
    expect(isGone(dead)).toBe(true);
    if (process.platform === 'linux') expect(isGone({ ...me, started: 'abcdef12-1' })).toBe(true);
  });
});

describe('isOrphan', () => {
  const now = 1_000_000_000;
  it('holds for a dead app’s container on this computer', () => {
    expect(isOrphan(labels(writeOwner(dead), now + 1000), me, now)).toBe(true);
  });

  it('holds for one long past its deadline where nothing tells who has its process id now', () => {
    const unknown = writeOwner({ ...me, started: '' });
    expect(isOrphan(labels(unknown, now - 601_000), me, now)).toBe(true);
    expect(isOrphan(labels(unknown, now - 1000), me, now)).toBe(false);
  });

  it('never holds for a living app because somebody set the clock', () => {
    const known = writeOwner({ ...me, started: thisOwner().started || 'known' });
    expect(isOrphan(labels(known, now), me, now + 1e12)).toBe(false);
  });

  it('never holds for a living app, another computer, or containers that are not ours', () => {
    expect(isOrphan(labels(writeOwner(me), now + 1000), me, now)).toBe(false);
    const elsewhere = { ...dead, machine: '0123456789abcdef' };
    expect(isOrphan(labels(writeOwner(elsewhere), 0), me, now)).toBe(false);
    expect(isOrphan({ ...labels(writeOwner(dead), 0), [labelNames.app]: 'other' }, me, now)).toBe(
      false,
    );
    expect(isOrphan({ [labelNames.app]: 'stratbox' }, me, now)).toBe(false);
  });
});
