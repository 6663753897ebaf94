import { assess } from '../../../shared/validation/index.ts';

/** The whole validation of a JavaScript text. */
export const work = (text: string): unknown => assess(text, 'javascript');
