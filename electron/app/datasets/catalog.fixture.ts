import { fileURLToPath } from 'node:url';
import { AppError } from '../../../shared/contract/errors.ts';

/** Where the built-in samples lie in a checkout. */
export const sampleFolder = fileURLToPath(
  new URL('../../../node_modules/vega-datasets/data/', import.meta.url),
);

/** The error that an attempt ends with. */
export function errorOf(attempt: () => unknown): AppError {
  try {
    attempt();
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error('Nothing was thrown');
}
