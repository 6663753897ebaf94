import { beforeEach, describe, expect, it } from 'vitest';
import type { StrategyDocument } from '../../../shared/contract/models/workspace.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import { connectTestApp } from '../../test-bridge.ts';
import { useConflictStore } from './conflict-store.ts';
import { activeDocument, initialEditorState, isDirty } from './editor-state.ts';
import { useEditorStore } from './editor-store.ts';
import { flushDrafts } from './keep-drafts.ts';
import { followOthers, keepAsCopy, overwriteTheirs, takeTheirs } from './resolve-conflict.ts';

/** An app that keeps one strategy and refuses what was based on another state of it. */
function openApp() {
  let count = 1;
  const kept: StrategyDocument = {
    id: `s${Math.random()}`,
    name: 'Cross',
    language: 'javascript',
    kind: 'saved',
    description: '',
    updatedAt: 0,
    hasDraft: false,
    source: 'one',
    draft: null,
    revision: 'r1',
  };
  const put = (changes: Partial<StrategyDocument>) =>
    Object.assign(kept, changes, { revision: `r${(count += 1)}` });
  const refuseStale = (revision: string | undefined) => {
    if (revision === undefined || revision === kept.revision) return;
    throw new AppError('conflict', 'changed', 'decide');
  };
  const app = connectTestApp({
    'strategy.read': () => ({ ...kept }),
    'strategy.saveDraft': (input: { source: string | null; revision?: string }) => {
      refuseStale(input.revision);
      return { ok: true, revision: put({ draft: input.source }).revision };
    },
    'strategy.save': (input: { id?: string; source: string; name: string; revision?: string }) => {
      if (input.id === undefined) return { ...kept, ...input, id: 'copy', draft: null };
      refuseStale(input.revision);
      return { ...put({ source: input.source, draft: null }) };
    },
  });
  return { ...app, kept, put };
}

const store = () => useEditorStore.getState();
const text = () => activeDocument(store())?.text;
const asking = () => useConflictStore.getState().askingId;

let app: ReturnType<typeof openApp>;
beforeEach(async () => {
  useEditorStore.setState({ ...initialEditorState, namingId: null });
  useConflictStore.setState({ refused: {}, askingId: null });
  app = openApp();
  await store().open(app.kept.id);
});
const editHere = async () => {
  store().edit(app.kept.id, 'mine');
  await store().save();
};

describe('a strategy that another window has changed', () => {
  beforeEach(async () => {
    app.put({ source: 'theirs' });
    await editHere();
  });

  it('is not overwritten by a save, nor by drafts, until a person has decided', async () => {
    expect(asking()).toBe(app.kept.id);
    expect(app.kept).toMatchObject({ source: 'theirs', draft: null });
    useConflictStore.getState().postpone();
    const before = app.asked.length;
    store().edit(app.kept.id, 'mine, more');
    flushDrafts();
    await store().save();
    expect(app.asked).toHaveLength(before);
    expect(asking()).toBe(app.kept.id);
  });

  it('is shown on "Reload theirs"', async () => {
    await takeTheirs(app.kept.id);
    expect(text()).toBe('theirs');
    expect(asking()).toBeNull();
  });

  it('stays beside a copy of this window’s text on "Keep mine as a copy"', async () => {
    await keepAsCopy(app.kept.id);
    const copy = app.asked.findLast(({ name }) => name === 'strategy.save')?.input;
    expect(copy).toMatchObject({ name: 'Cross (mine)', source: 'mine' });
    expect(app.kept.source).toBe('theirs');
    expect(store().documents.find(({ id }) => id === app.kept.id)?.text).toBe('theirs');
  });

  it('is replaced on "Overwrite"', async () => {
    await overwriteTheirs(app.kept.id);
    expect(app.kept).toMatchObject({ source: 'mine', draft: null });
    const shown = activeDocument(store());
    expect(shown && isDirty(shown)).toBe(false);
  });
});

describe('several writes of one window', () => {
  it('are no conflict, nor is one whose answer was lost', async () => {
    await editHere();
    app.kept.revision = 'unheard of';
    store().edit(app.kept.id, 'mine, more');
    await store().save();
    expect(asking()).toBeNull();
    expect(app.kept.source).toBe('mine, more');
  });

  it('leaves a strategy without edits to follow what others save', async () => {
    app.put({ source: 'theirs', name: 'Crossing' });
    await followOthers();
    expect(activeDocument(store())).toMatchObject({ text: 'theirs', name: 'Crossing' });
    await editHere();
    expect(asking()).toBeNull();
  });
});
