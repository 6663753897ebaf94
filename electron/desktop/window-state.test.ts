import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { fitToDisplays, readWindowState, writeWindowState } from './window-state.ts';

const folder = mkdtempSync(join(tmpdir(), 'stratbox-window-'));
const file = join(folder, 'deep', 'window.json');
afterAll(() => rmSync(folder, { recursive: true }));

const fresh = { width: 1440, height: 900, isMaximized: false };

describe('the kept state', () => {
  it('is what was written', () => {
    const state = { x: -5, y: 7, width: 1000, height: 700, isMaximized: true };
    writeWindowState(file, state);
    expect(readWindowState(file)).toEqual(state);
  });

  it('is fresh when there is none', () => {
    expect(readWindowState(join(folder, 'none.json'))).toEqual(fresh);
  });

  it.each([
    '',
    'null',
    '{"width":1000}',
    '{"width":1,"height":1,"isMaximized":false}',
    '{"width":1e9,"height":900,"isMaximized":false}',
    '{"width":1000,"height":900,"isMaximized":"yes"}',
  ])('is fresh when the file holds %s', (text) => {
    writeFileSync(file, text);
    expect(readWindowState(file)).toEqual(fresh);
  });
});

describe('a window on the displays of now', () => {
  const left = { x: 0, y: 25, width: 1920, height: 1055 };
  const right = { x: 1920, y: 0, width: 1280, height: 1024 };
  const size = { width: 1000, height: 700, isMaximized: false };

  it('stays where it was', () => {
    const state = { x: 2000, y: 100, ...size };
    expect(fitToDisplays(state, [left, right])).toEqual(state);
    expect(fitToDisplays({ ...state, x: -800 }, [left])).toMatchObject({ x: -800 });
  });

  it.each([
    ['its display is gone', 2000, 100],
    ['it is off to the left', -950, 100],
    ['its title bar is above the display', 100, 0],
    ['its title bar is below the display', 100, 1060],
  ])('is placed anew when %s', (_why, x, y) => {
    expect(fitToDisplays({ x, y, ...size }, [left])).toEqual(size);
  });

  it('is no larger than the largest display', () => {
    const huge = { width: 5000, height: 4000, isMaximized: false };
    expect(fitToDisplays(huge, [left, right])).toMatchObject({ width: 1920, height: 1055 });
    expect(fitToDisplays(huge, [])).toMatchObject({ width: 800, height: 560 });
  });
});
