import { describe, expect, it, vi } from 'vitest';
import { chooseHost, type Surroundings } from './choose-host.ts';

const surroundings = (changes: Partial<Surroundings>): Surroundings => ({
  webWanted: false,
  hasDisplay: true,
  isLinuxRoot: false,
  findRuntime: () => undefined,
  canDownload: async () => true,
  download: async () => '/downloaded',
  ...changes,
});
const found = { findRuntime: () => '/found' };
const reasonOf = async (changes: Partial<Surroundings>) => {
  const choice = await chooseHost(surroundings(changes));
  return choice.host === 'web' ? choice.reason : choice;
};
const noRuntime =
  'The Electron runtime is not here and cannot be downloaded; opening Stratbox in the browser instead.';

describe('the desktop window', () => {
  it('is opened by the runtime that is here, without asking for another', async () => {
    const canDownload = vi.fn();
    const choice = await chooseHost(surroundings({ ...found, canDownload }));
    expect(choice).toEqual({ host: 'desktop', program: '/found' });
    expect(canDownload).not.toHaveBeenCalled();
  });

  it('is opened by one that is downloaded', async () => {
    const choice = await chooseHost(surroundings({}));
    expect(choice).toEqual({ host: 'desktop', program: '/downloaded' });
  });
});

describe('the browser is taken', () => {
  it('without a word when it is wanted', async () => {
    expect(await reasonOf({ ...found, webWanted: true })).toBe('');
  });

  it('when no runtime can be had, which takes no download to find out', async () => {
    const download = vi.fn();
    const isOffline = { canDownload: async () => false, download };
    expect(await reasonOf(isOffline)).toBe(noRuntime);
    expect(await reasonOf({ ...isOffline, hasDisplay: false })).toBe(noRuntime);
    expect(download).not.toHaveBeenCalled();
  });

  it('when the download fails', async () => {
    expect(await reasonOf({ download: async () => undefined })).toBe(noRuntime);
  });

  it('without a display, with or without a runtime, and nothing is downloaded for it', async () => {
    const download = vi.fn();
    const noDisplay =
      'There is no display for the desktop window; opening Stratbox in the browser instead.';
    expect(await reasonOf({ ...found, hasDisplay: false })).toBe(noDisplay);
    expect(await reasonOf({ hasDisplay: false, download })).toBe(noDisplay);
    expect(download).not.toHaveBeenCalled();
  });

  it('for root on Linux', async () => {
    expect(await reasonOf({ ...found, isLinuxRoot: true })).toContain('for root');
  });
});
