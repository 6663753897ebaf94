import { useEffect, useRef, useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import styles from './tooltip.module.css';

interface TooltipProps {
  readonly text: ReactNode;
  readonly shortcut?: string;
  readonly children: ReactNode;
}

interface Anchor {
  readonly x: number;
  readonly y: number;
  readonly above: boolean;
}

const delay = 450;
const roomBelow = 60;
const margin = 8;

/** Moves a tooltip centred on `x` sideways until none of it is cut off. */
function keepInWindow(element: HTMLElement | null, x: number): void {
  if (element === null) return;
  const half = element.offsetWidth / 2 + margin;
  const furthest = Math.max(half, window.innerWidth - half);
  element.style.left = `${Math.min(Math.max(x, half), furthest)}px`;
}

/**
 * A short explanation beside what it explains, on hover and on keyboard focus. It repeats or adds to
 * what the element says by itself, so it is hidden from screen readers.
 */
export function Tooltip({ text, shortcut, children }: TooltipProps) {
  const [anchor, setAnchor] = useState<Anchor | null>(null);
  const wrapper = useRef<HTMLSpanElement>(null);
  const timer = useRef(0);
  useEffect(() => () => window.clearTimeout(timer.current), []);

  const show = () => {
    const box = wrapper.current?.firstElementChild?.getBoundingClientRect();
    if (!box) return;
    const above = box.bottom + roomBelow > window.innerHeight;
    const middle = box.left + box.width / 2;
    setAnchor({ x: middle, y: above ? box.top - 6 : box.bottom + 6, above });
  };
  const hide = () => {
    window.clearTimeout(timer.current);
    setAnchor(null);
  };

  return (
    <span
      ref={wrapper}
      className={styles.wrapper}
      onMouseEnter={() => {
        timer.current = window.setTimeout(show, delay);
      }}
      onMouseLeave={hide}
      onMouseDown={hide}
      onFocus={(event) => {
        if (event.target.matches(':focus-visible')) show();
      }}
      onBlur={hide}
    >
      {children}
      {anchor &&
        createPortal(
          <span
            ref={(element) => keepInWindow(element, anchor.x)}
            aria-hidden="true"
            className={styles.tooltip}
            data-above={anchor.above}
            style={{ left: anchor.x, top: anchor.y }}
          >
            {text}
            {shortcut && <kbd className={styles.shortcut}>{shortcut}</kbd>}
          </span>,
          document.body,
        )}
    </span>
  );
}
