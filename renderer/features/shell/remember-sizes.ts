type Remembered = Readonly<Record<string, number | string | boolean>>;

/** The last panel tells the arrangements apart. */
const nameOf = (panels: readonly string[], panel: string) => `size:${panels.at(-1)}:${panel}`;

/** Percentages by panel as they were left when exactly these panels were shown, or null. */
export function rememberedLayout(
  remembered: Remembered,
  panels: readonly string[],
): Record<string, number> | null {
  const layout: Record<string, number> = {};
  for (const panel of panels) {
    const size = remembered[nameOf(panels, panel)];
    if (typeof size !== 'number' || !(size >= 0 && size <= 100)) return null;
    layout[panel] = size;
  }
  return layout;
}

/** The entries to keep of a layout, rounded so that a pixel's change is not a new value. */
export function sizesToRemember(
  layout: Readonly<Record<string, number>>,
  panels: readonly string[],
): [name: string, size: number][] {
  return panels.flatMap((panel) => {
    const size = layout[panel];
    return size === undefined ? [] : [[nameOf(panels, panel), Math.round(size * 100) / 100]];
  });
}
