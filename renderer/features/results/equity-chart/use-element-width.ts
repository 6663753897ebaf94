import { useCallback, useState } from 'react';

/**
 * The width in whole pixels of the element that the returned ref is given to, 0 until it is known.
 * Charts take a width rather than a share of one, so that their ticks can be chosen to fit.
 */
export function useElementWidth(): [ref: (element: HTMLElement | null) => void, width: number] {
  const [width, setWidth] = useState(0);
  const ref = useCallback((element: HTMLElement | null) => {
    if (element === null) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry !== undefined) setWidth(Math.floor(entry.contentRect.width));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, width];
}
