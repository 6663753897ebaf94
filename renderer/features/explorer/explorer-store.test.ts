import { beforeEach, describe, expect, it, vi } from 'vitest';
import { toast } from 'sonner';
import { connectTestApp } from '../../test-bridge.ts';
import { activeDocument, initialEditorState } from '../editor/editor-state.ts';
import { useEditorStore } from '../editor/editor-store.ts';
import { useExplorerStore } from './explorer-store.ts';

/** The desktop's dialog, in which a person chooses this file. */
function choose(fileName: string, content: string) {
  return connectTestApp({
    'app.info': () => ({ host: 'desktop' }),
    'host.openFile': () => ({ file: { fileName, content } }),
    'strategy.save': (input: object) => ({ id: fileName, kind: 'saved', draft: null, ...input }),
    'catalog.list': () => [],
    'catalog.import': () => ({ id: 'x', name: 'X', barCount: 3 }),
  });
}
const shown = () => activeDocument(useEditorStore.getState());
const errors = vi.spyOn(toast, 'error');
beforeEach(() => {
  useEditorStore.setState({ ...initialEditorState });
  errors.mockClear();
});

describe('a data file from the window', () => {
  it('that brings nothing new is said to be there already', async () => {
    const done = vi.spyOn(toast, 'success');
    choose('x.csv', 'date,close');
    useExplorerStore.setState({ datasets: [] });
    await useExplorerStore.getState().importData();
    expect(done.mock.lastCall?.[0]).toContain('“X” was added');
    useExplorerStore.setState({ datasets: [{ id: 'x', name: 'X' } as never] });
    await useExplorerStore.getState().importData();
    expect(done.mock.lastCall?.[0]).toContain('there already as “X”');
  });
});

describe('a strategy file from the window', () => {
  it.each([
    ['mine.js', 'mine', 'javascript'],
    ['Mine.PY', 'Mine', 'python'],
  ])('is taken as the language that its name says: %s', async (fileName, name, language) => {
    choose(fileName, 'text');
    await useExplorerStore.getState().openStrategyFile();
    expect(shown()).toMatchObject({ name, language, text: 'text' });
  });

  it.each(['\u0000\u0001', 'caf\ufffd'])('that is no text (%j) is refused', async (content) => {
    const { asked } = choose('logo.png', content);
    await useExplorerStore.getState().openStrategyFile();
    expect(asked.map(({ name }) => name)).not.toContain('strategy.save');
    expect(errors.mock.calls[0]?.[0]).toContain('not a text file');
  });
});
