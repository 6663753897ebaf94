import { useVirtualizer } from '@tanstack/react-virtual';
import type { RefObject } from 'react';

export const rowHeight = 24;

interface VisibleRows {
  /** Positions of the rows to draw: those in sight and a few around them. */
  readonly indexes: readonly number[];
  /** Pixels taken by the rows above and below that are not drawn. */
  readonly before: number;
  readonly after: number;
}

/** Which rows of a long list are in sight of its scrolling element. */
export function useVisibleRows(
  count: number,
  scroller: RefObject<HTMLElement | null>,
): VisibleRows {
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  });
  const items = virtualizer.getVirtualItems();
  return {
    indexes: items.map(({ index }) => index),
    before: items[0]?.start ?? 0,
    after: virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0),
  };
}
