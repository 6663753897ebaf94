/** Texts on which a pattern is tried: none, a letter, a number, blanks, signs and several lines. */
const samples = ['', 'a', 'Z9', ' x ', '12.5', 'a,b;', '-\n', '"\\"'] as const;
const longestPattern = 60;

/**
 * Whether a pattern with a memory finds a place in any text, an empty one at its end if nothing else:
 * then it never says that there are no more. Tried on short texts, of which each takes no time.
 */
export function findsNothingEverywhere(source: string, flags: string): boolean {
  if (!/[gy]/.test(flags) || source.length > longestPattern) return false;
  // A repetition of repetitions may take for ever, even on a short text.
  if (/[+*}]\)[+*{]/.test(source) || /\\[1-9k]/.test(source)) return false;
  try {
    const pattern = new RegExp(source, flags);
    return samples.every((text) => {
      pattern.lastIndex = 0;
      for (let round = 0; round < text.length + 2; round++) {
        if (pattern.exec(text) === null) return false;
      }
      return true;
    });
  } catch {
    // No pattern at all: making it fails, and no loop begins.
    return false;
  }
}
