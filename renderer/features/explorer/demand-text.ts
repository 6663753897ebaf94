import { AppError } from '../../../shared/contract/errors.ts';

/** What a decoder puts in place of bytes that are no UTF-8, and what no text has. */
const signsOfOtherThings = /[\u0000\ufffd]/;

/** @throws {AppError} if what was read from a file is not the text that a person would see in it. */
export function demandText(fileName: string, content: string): void {
  if (!signsOfOtherThings.test(content)) return;
  throw new AppError(
    'bad-input',
    `${fileName} is not a text file.`,
    'Choose another one; if it is text, save it as UTF-8 first.',
  );
}
