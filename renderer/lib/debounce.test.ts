import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { debounce } from './debounce.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('debounce', () => {
  it('acts once, with the newest value, after the pause', () => {
    const act = vi.fn();
    const debounced = debounce(act, 100);
    debounced(1);
    vi.advanceTimersByTime(99);
    debounced(2);
    vi.advanceTimersByTime(99);
    expect(act).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(act.mock.calls).toEqual([[2]]);
  });

  it('acts at once when flushed, and not again', () => {
    const act = vi.fn();
    const debounced = debounce(act, 100);
    debounced(1);
    debounced.flush();
    debounced.flush();
    vi.advanceTimersByTime(200);
    expect(act.mock.calls).toEqual([[1]]);
  });
});
