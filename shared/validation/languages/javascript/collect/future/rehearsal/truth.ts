import type { Stage } from './stage.ts';
import { unknown, type Raw } from './things.ts';

export const truthOf = (value: Raw, stage: Stage): boolean =>
  value === unknown ? stage.random() < 0.5 : Boolean(value);

export const isNothing = (value: Raw): value is undefined | null =>
  value === undefined || value === null;
