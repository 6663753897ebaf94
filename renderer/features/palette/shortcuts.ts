import { commandIds, type CommandId } from '../../../shared/contract/commands.ts';

/** `mod` is Command on a Mac and Ctrl elsewhere. */
export interface Shortcut {
  readonly key: string;
  readonly mod?: boolean;
  readonly shift?: boolean;
  /** A browser keeps these keys to itself: they work in the desktop window only. */
  readonly browserTakes?: boolean;
}

/** The first one of a command is the one that is shown. */
const shortcuts: Partial<Record<CommandId, readonly Shortcut[]>> = {
  'strategy.new': [{ key: 'n', mod: true, browserTakes: true }],
  'strategy.open': [{ key: 'o', mod: true }],
  'strategy.save': [{ key: 's', mod: true }],
  'strategy.saveAs': [{ key: 's', mod: true, shift: true }],
  'run.start': [{ key: 'Enter', mod: true }],
  'run.cancel': [{ key: 'F5', shift: true }, { key: 'Escape' }],
  'report.export': [{ key: 'e', mod: true, shift: true }],
  'view.palette': [{ key: 'k', mod: true }, { key: 'p', mod: true, shift: true }, { key: 'F1' }],
  'view.problems': [{ key: 'm', mod: true, shift: true }],
  'view.console': [{ key: 'y', mod: true, shift: true }],
  'view.results': [{ key: 'r', mod: true, shift: true, browserTakes: true }],
  'problem.next': [{ key: 'F8' }],
  'problem.previous': [{ key: 'F8', shift: true }],
  'view.nextPane': [{ key: 'F6' }],
  'view.previousPane': [{ key: 'F6', shift: true }],
};

export function shortcutsOf(id: CommandId): readonly Shortcut[] {
  return shortcuts[id] ?? [];
}

export function shortcutOf(id: CommandId): Shortcut | undefined {
  return shortcuts[id]?.[0];
}

type Keystroke = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

/** The command that a keystroke means, if any. */
export function commandOfKeystroke(stroke: Keystroke, mac: boolean): CommandId | undefined {
  if (stroke.altKey) return undefined;
  const mod = mac ? stroke.metaKey : stroke.ctrlKey;
  const otherMod = mac ? stroke.ctrlKey : stroke.metaKey;
  if (otherMod) return undefined;
  return commandIds.find((id) =>
    shortcutsOf(id).some(
      (shortcut) =>
        shortcut.key.toLowerCase() === stroke.key.toLowerCase() &&
        (shortcut.mod ?? false) === mod &&
        (shortcut.shift ?? false) === stroke.shiftKey,
    ),
  );
}

export const isMac = typeof navigator !== 'undefined' && navigator.userAgent.includes('Mac OS');

const isBrowser = typeof window !== 'undefined' && !('stratbox' in window);

/** The keys as text, or '' where there are none or they do not reach the window. */
export function printShortcut(
  shortcut: Shortcut | undefined,
  mac = isMac,
  inBrowser = isBrowser,
): string {
  if (!shortcut || (inBrowser && shortcut.browserTakes)) return '';
  const key = shortcut.key.length === 1 ? shortcut.key.toUpperCase() : shortcut.key;
  if (mac) return `${shortcut.shift ? '⇧' : ''}${shortcut.mod ? '⌘' : ''}${key}`;
  return [shortcut.mod ? 'Ctrl' : '', shortcut.shift ? 'Shift' : '', key].filter(Boolean).join('+');
}
