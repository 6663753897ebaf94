import { describe, expect, it } from 'vitest';
import { commandIds } from '../../../shared/contract/commands.ts';
import { commandOfKeystroke, printShortcut, shortcutOf, shortcutsOf } from './shortcuts.ts';

const stroke = (key: string, held: { ctrl?: boolean; meta?: boolean; shift?: boolean } = {}) => ({
  key,
  ctrlKey: held.ctrl ?? false,
  metaKey: held.meta ?? false,
  shiftKey: held.shift ?? false,
  altKey: false,
});

describe('shortcuts', () => {
  it('mean one command each', () => {
    const all = commandIds.flatMap((id) => shortcutsOf(id).map((one) => printShortcut(one, false)));
    expect(new Set(all).size).toBe(all.length);
  });

  it.each([
    [stroke('s', { ctrl: true }), 'strategy.save'],
    [stroke('S', { ctrl: true, shift: true }), 'strategy.saveAs'],
    [stroke('Enter', { ctrl: true }), 'run.start'],
    [stroke('F5', { shift: true }), 'run.cancel'],
    [stroke('.', { ctrl: true }), undefined],
    [stroke('Escape'), 'run.cancel'],
    [stroke('k', { ctrl: true }), 'view.palette'],
    [stroke('P', { ctrl: true, shift: true }), 'view.palette'],
    [stroke('F1'), 'view.palette'],
    [stroke('n', { ctrl: true }), 'strategy.new'],
    [stroke('F6'), 'view.nextPane'],
    [stroke('F6', { shift: true }), 'view.previousPane'],
    [stroke('s'), undefined],
    [stroke('Enter'), undefined],
    [stroke('s', { meta: true }), undefined],
    [{ ...stroke('k', { ctrl: true }), altKey: true }, undefined],
  ])('%o means %s', (keystroke, id) => {
    expect(commandOfKeystroke(keystroke, false)).toBe(id);
  });

  it('use Command on a Mac', () => {
    expect(commandOfKeystroke(stroke('s', { meta: true }), true)).toBe('strategy.save');
    expect(commandOfKeystroke(stroke('s', { ctrl: true }), true)).toBeUndefined();
    expect(printShortcut({ key: 's', mod: true, shift: true }, true)).toBe('⇧⌘S');
    expect(printShortcut({ key: 'Enter', mod: true }, false)).toBe('Ctrl+Enter');
  });

  it('are not promised where the browser keeps them to itself', () => {
    const hint = (inBrowser: boolean) =>
      printShortcut(shortcutOf('strategy.new'), false, inBrowser);
    expect([hint(true), hint(false)]).toEqual(['', 'Ctrl+N']);
  });
});
