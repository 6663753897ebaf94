import { runCommand } from './commands.ts';
import { commandOfKeystroke, isMac } from './shortcuts.ts';

/** Makes the shortcuts work everywhere in the window, the editor included. */
export function listenToKeys(target: Window): () => void {
  // Before Monaco, which has uses of its own for some of these keys.
  const early = (event: KeyboardEvent) => {
    const id = commandOfKeystroke(event, isMac);
    if (!id || event.key === 'Escape') return;
    event.preventDefault();
    // Behind a dialog nothing is carried out; the dialog may have a use for the key itself.
    if (id !== 'view.palette' && document.querySelector('dialog[open]')) return;
    event.stopPropagation();
    if (!event.repeat) runCommand(id);
  };
  // Escape first belongs to whatever is open: a dialog, a menu, the editor's suggestions.
  const late = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    if (document.querySelector('dialog[open]')) return;
    const id = commandOfKeystroke(event, isMac);
    if (id) runCommand(id);
  };
  target.addEventListener('keydown', early, { capture: true });
  target.addEventListener('keydown', late);
  return () => {
    target.removeEventListener('keydown', early, { capture: true });
    target.removeEventListener('keydown', late);
  };
}
