import type { Rectangle } from 'electron';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';

export const minimumSize = { width: 800, height: 560 } as const;
const defaultSize = { width: 1440, height: 900 } as const;

const coordinate = z.number().int().min(-100_000).max(100_000);
const windowStateSchema = z.object({
  x: coordinate.optional(),
  y: coordinate.optional(),
  width: z.number().int().min(minimumSize.width).max(20_000),
  height: z.number().int().min(minimumSize.height).max(20_000),
  isMaximized: z.boolean(),
});
export type WindowState = z.infer<typeof windowStateSchema>;

/** Without x and y the system places the window. */
export interface WindowPlace {
  readonly x?: number;
  readonly y?: number;
  readonly width: number;
  readonly height: number;
  readonly isMaximized: boolean;
}

/** What was kept in `file`, or a fresh state: a file that is broken or not there loses nothing. */
export function readWindowState(file: string): WindowState {
  try {
    return windowStateSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return { ...defaultSize, isMaximized: false };
  }
}

export function writeWindowState(file: string, state: WindowState): void {
  mkdirSync(dirname(file), { recursive: true });
  // A crash while writing must not leave half a file.
  writeFileSync(`${file}.new`, JSON.stringify(state));
  renameSync(`${file}.new`, file);
}

/** How much of a window must lie on a display for its title bar to be grasped. */
const graspable = { width: 120, height: 40 };

/** The state on the displays that are there now: a display may have been unplugged since. */
export function fitToDisplays(state: WindowState, workAreas: readonly Rectangle[]): WindowPlace {
  const largest = {
    width: Math.max(minimumSize.width, ...workAreas.map(({ width }) => width)),
    height: Math.max(minimumSize.height, ...workAreas.map(({ height }) => height)),
  };
  const { x, y, isMaximized } = state;
  const width = Math.min(state.width, largest.width);
  const height = Math.min(state.height, largest.height);
  const unplaced = { width, height, isMaximized };
  if (x === undefined || y === undefined) return unplaced;
  const isReachable = workAreas.some(
    (area) =>
      Math.min(x + width, area.x + area.width) - Math.max(x, area.x) >= graspable.width &&
      y >= area.y &&
      y <= area.y + area.height - graspable.height,
  );
  return isReachable ? { x, y, ...unplaced } : unplaced;
}
