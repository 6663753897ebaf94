/** A piece of an example. */
export interface CodePart {
  readonly text: string;
  readonly marked: boolean;
  /** A name for a character that cannot be seen. */
  readonly hidden: boolean;
}

const unseen =
  /[\p{Cf}\p{Cc}\u115f\u1160\u3164\uffa0\u034f\u17b4\u17b5\u180b-\u180f\ufe00-\ufe0f]/u;

/** Code in pieces: what a rule marks apart, and unseen characters by their numbers. */
export function visibleCode(code: string, at = ''): CodePart[] {
  const from = at === '' ? -1 : code.indexOf(at);
  const parts: CodePart[] = [];
  let index = 0;
  for (const character of code) {
    const marked = from >= 0 && index >= from && index < from + at.length;
    const hidden = unseen.test(character) && character !== '\n';
    const number = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    const text = hidden ? `U+${number}` : character;
    const last = parts.at(-1);
    if (last && !hidden && !last.hidden && last.marked === marked) {
      parts[parts.length - 1] = { ...last, text: last.text + text };
    } else parts.push({ text, marked, hidden });
    index += character.length;
  }
  return parts;
}
