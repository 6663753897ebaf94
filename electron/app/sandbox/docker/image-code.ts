import { AppError } from '../../../../shared/contract/errors.ts';

const codeDigits = 32;

/**
 * What a person carries from the computer that saved an image to the one that loads it: the first 128
 * bits of the file's SHA-256 in groups of four. Finding another file with the same ones is out of reach.
 */
export function codeOf(sha256: string): string {
  return (sha256.slice(0, codeDigits).match(/.{4}/g) ?? []).join(' ');
}

/** The digits of a code as typed or pasted; the whole SHA-256 of other tools will do. @throws {AppError} */
export function readCode(text: string): string {
  const digits = text.replace(/[\s:-]/g, '').toLowerCase();
  if (/^[0-9a-f]+$/.test(digits) && digits.length >= codeDigits && digits.length <= 64) {
    return digits;
  }
  throw new AppError(
    'bad-input',
    'That is not the code of a saved image.',
    `It was shown when the image was saved: ${codeDigits} digits and letters from a to f, in groups of four.`,
  );
}

/** `digits` as `readCode` gave them. */
export function isCodeOf(digits: string, sha256: string): boolean {
  return sha256.startsWith(digits);
}
