import { asAppError, call } from '../../api.ts';
import { debounce, type Debounced } from '../../lib/debounce.ts';
import { showError } from '../../ui/toast.ts';
import { isRefused, useConflictStore } from './conflict-store.ts';
import { write } from './strategy-writes.ts';

const delay = 500;
const waiting = new Map<string, Debounced<[source: string | null]>>();
let warned = false;

/** Keeps unsaved edits a moment after the last key; null says that there are none any more. */
export function keepDraft(id: string, source: string | null): void {
  let keep = waiting.get(id);
  if (!keep) {
    keep = debounce((text: string | null) => void send(id, text), delay);
    waiting.set(id, keep);
  }
  keep(source);
}

/** Sends what is waiting at once: before a save, and when the window is left. */
export function flushDrafts(): void {
  for (const keep of waiting.values()) keep.flush();
}

async function send(id: string, source: string | null): Promise<void> {
  if (isRefused(id)) return;
  try {
    await write({
      id,
      text: source,
      send: (revision) => call('strategy.saveDraft', { id, source, ...(revision && { revision }) }),
    });
    warned = false;
  } catch (error) {
    const failure = asAppError(error);
    if (failure.code === 'conflict') return useConflictStore.getState().raise(id, 'draft');
    // Said once, not at every key; the text is still in the editor and the next edit tries again.
    if (!warned) showError(failure);
    warned = true;
  }
}
