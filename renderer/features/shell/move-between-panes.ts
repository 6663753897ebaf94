import { focusEditor } from '../editor/reveal.ts';

const focusable =
  'button:not([disabled]), input:not([disabled]), select:not([disabled]), textarea, a[href], [tabindex="0"]';

/** The panes that are in view, in the order of the window; each carries `data-pane`. */
function panesInView(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('[data-pane]')].filter(
    (pane) => pane.offsetParent !== null,
  );
}

/** Moves the focus into the next pane (1) or the previous one (-1), round and round. */
export function moveBetweenPanes(step: 1 | -1): void {
  // A dialog keeps the focus to itself.
  if (document.querySelector('dialog[open]')) return;
  const panes = panesInView();
  const from = panes.findIndex((pane) => pane.contains(document.activeElement));
  // From nowhere: forwards to the first, backwards to the last.
  const at = from < 0 ? (step > 0 ? 0 : panes.length - 1) : from + step;
  const pane = panes[(at + panes.length) % panes.length];
  if (pane) enter(pane);
}

function enter(pane: HTMLElement): void {
  if (pane.dataset['pane'] === 'editor') {
    focusEditor();
    if (pane.contains(document.activeElement)) return;
  }
  const candidates = [...pane.querySelectorAll<HTMLElement>(focusable)].filter(
    (element) => element.tabIndex >= 0 && element.offsetParent !== null,
  );
  const current = candidates.find((element) => element.ariaCurrent === 'true');
  const target = current ?? candidates.find((element) => 'row' in element.dataset) ?? candidates[0];
  // A pane without anything to work with can still be read and scrolled.
  if (!target) pane.tabIndex = -1;
  (target ?? pane).focus();
}
