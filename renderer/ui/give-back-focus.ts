/**
 * Returns the focus to what had it before `closed` opened, unless what was chosen there has taken it
 * to where it is needed. The browser does this for a <dialog> only while it is still in the page.
 */
export function giveBackFocus(opener: Element | null, closed: Element | null): void {
  const focused = document.activeElement;
  const isFree =
    focused === null || focused === document.body || closed?.contains(focused) === true;
  if (isFree && opener instanceof HTMLElement && opener.isConnected) opener.focus();
}
