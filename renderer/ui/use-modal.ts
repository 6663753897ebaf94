import { giveBackFocus } from './give-back-focus.ts';
import { useEffect, useRef, type RefObject } from 'react';

/**
 * Opens a <dialog> as a modal while its component is mounted. The browser would focus the first
 * thing that can have the focus; what carries `data-autofocus` goes before.
 */
export function useModal(): RefObject<HTMLDialogElement | null> {
  const element = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const opener = document.activeElement;
    const dialog = element.current;
    dialog?.showModal();
    dialog?.querySelector<HTMLElement>('[data-autofocus]')?.focus();
    return () => {
      dialog?.close();
      giveBackFocus(opener, dialog);
    };
  }, []);
  return element;
}
