import { describe, expect, it } from 'vitest';
import type { StrategyDocument } from '../../../shared/contract/models/workspace.ts';
import {
  activated,
  activeDocument,
  closed,
  edited,
  initialEditorState,
  isDirty,
  opened,
  saved,
} from './editor-state.ts';

const read = (id: string, changes: Partial<StrategyDocument> = {}): StrategyDocument => ({
  id,
  name: id,
  language: 'javascript',
  kind: 'saved',
  description: '',
  updatedAt: 0,
  hasDraft: false,
  source: 'saved text',
  draft: null,
  revision: 'r0',
  ...changes,
});
const three = ['a', 'b', 'c'].reduce((state, id) => opened(state, read(id)), initialEditorState);

describe('opening', () => {
  it('brings back the edits that were not saved', () => {
    const state = opened(initialEditorState, read('a', { draft: 'edited' }));
    const document = activeDocument(state);
    expect(document?.text).toBe('edited');
    expect(document && isDirty(document)).toBe(true);
  });

  it('keeps the edits of a strategy that is open already', () => {
    const state = opened(edited(three, 'a', 'typed'), read('a'));
    expect(state.documents).toHaveLength(3);
    expect(activeDocument(state)?.text).toBe('typed');
  });
});

describe('saving', () => {
  it('leaves what was typed meanwhile as an edit', () => {
    const sent = edited(three, 'c', 'sent');
    const state = saved(edited(sent, 'c', 'sent and more'), 'c', 'sent');
    const document = activeDocument(state);
    expect(document?.text).toBe('sent and more');
    expect(document && isDirty(document)).toBe(true);
  });
});

describe('closing', () => {
  it('shows the right neighbour, or at the end the left one', () => {
    expect(closed(activated(three, 'b'), 'b').activeId).toBe('c');
    expect(closed(three, 'c').activeId).toBe('b');
  });

  it('changes nothing else when another tab is closed', () => {
    expect(closed(three, 'a')).toMatchObject({ activeId: 'c' });
    expect(closed(three, 'unknown')).toBe(three);
  });

  it('ends with nothing', () => {
    const one = opened(initialEditorState, read('a'));
    expect(closed(one, 'a')).toMatchObject({ activeId: null, documents: [] });
  });
});
