import { beforeEach, describe, expect, it } from 'vitest';
import type { StrategyDocument } from '../../../shared/contract/models/workspace.ts';
import { connectTestApp } from '../../test-bridge.ts';
import { activeDocument, initialEditorState, isDirty } from './editor-state.ts';
import { useEditorStore } from './editor-store.ts';
import { flushDrafts } from './keep-drafts.ts';

const stored = (changes: Partial<StrategyDocument> = {}): StrategyDocument => ({
  id: 'one',
  name: 'One',
  language: 'javascript',
  kind: 'saved',
  description: '',
  updatedAt: 0,
  hasDraft: false,
  source: 'saved',
  draft: null,
  revision: 'r0',
  ...changes,
});
const store = () => useEditorStore.getState();
const shown = () => activeDocument(store());

beforeEach(() => useEditorStore.setState({ ...initialEditorState, namingId: null }));

describe('the editor', () => {
  it('keeps drafts while typing and drops them when the text is the saved one again', async () => {
    const app = connectTestApp({
      'strategy.read': () => stored(),
      'strategy.saveDraft': () => ({ ok: true, revision: 'r1' }),
    });
    await store().open('one');
    store().edit('one', 'saved, edited');
    flushDrafts();
    store().edit('one', 'saved');
    flushDrafts();
    await expect.poll(() => app.asked).toHaveLength(3);
    expect(app.asked.slice(1)).toEqual([
      {
        name: 'strategy.saveDraft',
        input: { id: 'one', source: 'saved, edited', revision: 'r0' },
      },
      { name: 'strategy.saveDraft', input: { id: 'one', source: null, revision: 'r1' } },
    ]);
  });

  it('saves what is shown', async () => {
    const app = connectTestApp({
      'strategy.read': () => stored(),
      'strategy.save': () => stored({ source: 'new' }),
    });
    await store().open('one');
    store().edit('one', 'new');
    await store().save();
    const sent = app.asked.find(({ name }) => name === 'strategy.save');
    expect(sent?.input).toMatchObject({ id: 'one', source: 'new' });
    const document = shown();
    expect(document && isDirty(document)).toBe(false);
  });

  it('saves an example under a name of its own and leaves the example as it came', async () => {
    const app = connectTestApp({
      'strategy.read': () => stored({ id: 'example:one', kind: 'example' }),
      'strategy.save': () => stored({ id: 'copy', name: 'Mine', source: 'edited' }),
    });
    await store().open('example:one');
    store().edit('example:one', 'edited');
    await store().save();
    expect(store().namingId).toBe('example:one');
    await store().saveAs('Mine');
    flushDrafts();
    expect(store().documents.map(({ id }) => id)).toEqual(['copy']);
    const sent = app.asked.find(({ name }) => name === 'strategy.save');
    expect(sent?.input).toEqual({ name: 'Mine', language: 'javascript', source: 'edited' });
    await expect
      .poll(() => app.asked.at(-1)?.input)
      .toMatchObject({ id: 'example:one', source: null });
  });

  it('brings back the tabs in their order, without those that are gone', async () => {
    connectTestApp({
      'strategy.read': ({ id }: { id: string }) => {
        if (id === 'gone') throw new Error('not in the library');
        return stored({ id, name: id, draft: id === 'b' ? 'edited' : null });
      },
    });
    await store().restore(['a', 'gone', 'b', 'c'], 'b');
    expect(store().documents.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(shown()).toMatchObject({ id: 'b', text: 'edited' });
    expect(store().openingId).toBeNull();
  });

  it('shows the strategy that was chosen last, whichever is read first', async () => {
    let answerSlow: (read: StrategyDocument) => void = () => undefined;
    connectTestApp({
      'strategy.read': ({ id }: { id: string }) =>
        id === 'slow' ? new Promise((resolve) => (answerSlow = resolve)) : stored({ id, name: id }),
    });
    const slow = store().open('slow');
    await store().open('quick');
    answerSlow(stored({ id: 'slow' }));
    await slow;
    expect(store().activeId).toBe('quick');
  });
});
