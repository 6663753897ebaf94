export interface Debounced<Arguments extends unknown[]> {
  (...values: Arguments): void;
  /** Does now what is waiting, if anything is. */
  flush(): void;
}

/** Calls `act` once, with the newest arguments, when nothing was asked for `milliseconds`. */
export function debounce<Arguments extends unknown[]>(
  act: (...values: Arguments) => void,
  milliseconds: number,
): Debounced<Arguments> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waiting: Arguments | undefined;
  const flush = () => {
    clearTimeout(timer);
    if (waiting === undefined) return;
    const values = waiting;
    waiting = undefined;
    act(...values);
  };
  const debounced = (...values: Arguments) => {
    waiting = values;
    clearTimeout(timer);
    timer = setTimeout(flush, milliseconds);
  };
  return Object.assign(debounced, { flush });
}
