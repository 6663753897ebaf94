import { beforeEach, describe, expect, it } from 'vitest';
import { initialLayoutState } from '../shell/layout-state.ts';
import { useLayoutStore } from '../shell/layout-store.ts';
import { commands, isEnabled, runCommand } from './commands.ts';
import { usePaletteStore } from './palette-store.ts';
import { commandIds } from '../../../shared/contract/commands.ts';

beforeEach(() => useLayoutStore.setState(initialLayoutState));

describe('the command table', () => {
  it('has every command, each with a title of its own', () => {
    expect(Object.keys(commands).toSorted()).toEqual(commandIds.toSorted());
    const titles = Object.values(commands).map(({ title }) => title);
    expect(new Set(titles).size).toBe(titles.length);
  });

  it('carries out what the menu names', () => {
    runCommand('view.console');
    expect(useLayoutStore.getState()).toMatchObject({ bottomOpen: true, bottomTab: 'console' });
    runCommand('view.palette');
    expect(usePaletteStore.getState().open).toBe(true);
  });

  it('does nothing for names it does not know, the prototype’s own included', () => {
    for (const name of ['no.such', 'constructor', '__proto__', '']) runCommand(name);
    expect(useLayoutStore.getState()).toMatchObject(initialLayoutState);
  });

  it('offers no run, save or cancel where there is nothing to run, save or cancel', () => {
    for (const id of ['run.start', 'run.cancel', 'strategy.save', 'report.export'] as const) {
      expect(isEnabled(id), id).toBe(false);
    }
  });
});
