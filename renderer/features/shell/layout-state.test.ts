import { describe, expect, it } from 'vitest';
import {
  bottomToggled,
  initialLayoutState,
  resized,
  resultsShown,
  resultsToggled,
} from './layout-state.ts';
import { rememberedLayout, sizesToRemember } from './remember-sizes.ts';

describe('the layout', () => {
  it('moves the results into the panel when the window gets narrow, and back', () => {
    const narrow = resized(initialLayoutState, 1024);
    expect(narrow).toMatchObject({ narrow: true, bottomTab: 'results' });
    expect(resized(narrow, 1440)).toMatchObject({
      narrow: false,
      bottomTab: 'problems',
      resultsOpen: true,
    });
  });

  it('shows the results wherever they are', () => {
    const narrow = { ...resized(initialLayoutState, 800), bottomOpen: false };
    expect(resultsShown(narrow)).toMatchObject({ bottomOpen: true, bottomTab: 'results' });
    const closed = resultsToggled(initialLayoutState);
    expect(closed.resultsOpen).toBe(false);
    expect(resultsShown(closed).resultsOpen).toBe(true);
  });

  it('takes a tab away only when it is the one in view', () => {
    const console = bottomToggled(initialLayoutState, 'console');
    expect(console).toMatchObject({ bottomOpen: true, bottomTab: 'console' });
    expect(bottomToggled(console, 'console').bottomOpen).toBe(false);
  });
});

describe('remembered sizes', () => {
  const panels = ['column-explorer', 'column-work', 'column-results'];
  const layout = { 'column-explorer': 20, 'column-work': 40.123456, 'column-results': 39.876544 };

  it('come back for the same panels, under names that the app takes', () => {
    const entries = sizesToRemember(layout, panels);
    for (const [name] of entries) expect(name.length).toBeLessThanOrEqual(60);
    expect(rememberedLayout(Object.fromEntries(entries), panels)).toEqual({
      'column-explorer': 20,
      'column-work': 40.12,
      'column-results': 39.88,
    });
  });

  it('do not apply to other arrangements, nor when they make no sense', () => {
    const entries = Object.fromEntries(sizesToRemember(layout, panels));
    expect(rememberedLayout(entries, panels.slice(0, 2))).toBeNull();
    const [[name]] = sizesToRemember(layout, panels) as [[string, number]];
    expect(rememberedLayout({ ...entries, [name]: 'wide' }, panels)).toBeNull();
  });
});
