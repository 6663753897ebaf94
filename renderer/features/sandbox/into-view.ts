/** For `ref`: what appears at a scrolled dialog's end is scrolled to. */
export function intoView(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' });
}
