import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import { shortcutOf } from '../../renderer/features/palette/shortcuts.ts';
import { commandIds, type CommandId } from '../../shared/contract/commands.ts';
import { menuTemplate } from './menu.ts';

const choose = vi.fn();
const flatten = (items: MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
  items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flatten(item.submenu) : [])]);
const itemsOf = (isMac: boolean, devTools = false) =>
  flatten(menuTemplate({ isMac, devTools, choose }));

describe.each([
  ['on a Mac', true],
  ['elsewhere', false],
])('the menu %s', (_name, isMac) => {
  const items = itemsOf(isMac);

  it('offers every command once, and each tells the window its id', () => {
    const commands = items.filter((item) => item.click);
    expect(commands.map((item) => item.id).sort()).toEqual([...commandIds].sort());
    for (const item of commands) {
      choose.mockClear();
      (item.click as () => void)();
      expect(choose).toHaveBeenCalledExactlyOnceWith(item.id);
    }
  });

  it('has the keys that the window itself has', () => {
    for (const item of items.filter((candidate) => candidate.click)) {
      const shortcut = shortcutOf(item.id as CommandId);
      const key = shortcut?.key.length === 1 ? shortcut.key.toUpperCase() : shortcut?.key;
      const held = `${shortcut?.mod ? 'CmdOrCtrl+' : ''}${shortcut?.shift ? 'Shift+' : ''}`;
      const expected = shortcut && `${held}${key}`;
      expect(item.accelerator, item.id).toBe(expected);
    }
  });

  it('has the native edit and window menus', () => {
    const roles = items.map((item) => item.role);
    expect(roles).toEqual(expect.arrayContaining(['editMenu', 'windowMenu', 'quit', 'zoomIn']));
  });
});

it('has developer tools in a checkout only', () => {
  const offers = (devTools: boolean) =>
    itemsOf(false, devTools).some((item) => item.role === 'toggleDevTools');
  expect([offers(true), offers(false)]).toEqual([true, false]);
});
