import {
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  type CSSProperties,
  type ReactNode,
  type RefObject,
} from 'react';
import { createPortal } from 'react-dom';
import styles from './popover.module.css';

interface PopoverProps {
  readonly label: string;
  /** What opened it: the panel hangs from it, and the focus returns to it. */
  readonly anchor: RefObject<HTMLElement | null>;
  readonly width: number;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

const margin = 8;
const gap = 6;
/** With less room than this beneath its anchor, a panel stands above it. */
const roomBelow = 160;

/** A panel that stays open while one works in it; a click outside or Escape closes it. */
export function Popover({ label, anchor, width, onClose, children }: PopoverProps) {
  const panel = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<CSSProperties>();
  useLayoutEffect(() => {
    const measure = () => {
      const box = anchor.current?.getBoundingClientRect();
      if (!box) return;
      const left = Math.min(box.right - width, window.innerWidth - width - margin);
      const above = window.innerHeight - box.bottom < roomBelow;
      setPlace({
        left: Math.max(margin, left),
        ...(above ? { bottom: window.innerHeight - box.top + gap } : { top: box.bottom + gap }),
      });
    };
    measure();
    window.addEventListener('resize', measure);
    return () => window.removeEventListener('resize', measure);
  }, [anchor, width]);
  useEffect(() => {
    const opener = anchor.current;
    panel.current?.focus();
    return () => opener?.focus();
  }, [anchor]);
  useEffect(() => {
    const onPointerDown = (event: PointerEvent) => {
      const target = event.target as Node;
      if (!panel.current?.contains(target) && !anchor.current?.contains(target)) onClose();
    };
    document.addEventListener('pointerdown', onPointerDown);
    return () => document.removeEventListener('pointerdown', onPointerDown);
  }, [anchor, onClose]);
  return createPortal(
    <div
      ref={panel}
      role="dialog"
      aria-label={label}
      tabIndex={-1}
      className={styles.popover}
      style={{ ...place, width: `min(${width}px, calc(100vw - ${2 * margin}px))` }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onClose();
      }}
    >
      {children}
    </div>,
    document.body,
  );
}
