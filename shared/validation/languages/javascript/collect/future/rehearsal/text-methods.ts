import { merged, type Knowledge } from './knowledge.ts';
import type { Player } from './player.ts';
import { isDateText, untagged } from './tagging.ts';
import { List, held, native, plain, unknown, type Held, asText } from './things.ts';

/** Methods of texts and numbers. */
export function textMethod(player: Player, name: string): Held {
  return native(name, (args, self) => {
    const { value, knows } = self;
    player.stage.spend(1 + (typeof value === 'string' ? value.length / 50 : 0));
    const by = args.reduce<Knowledge>((all, one) => merged(all, one.knows), knows);
    if (typeof value === 'number') return ofNumber(name, value, args, by);
    if (typeof value !== 'string') return held(unknown, by);
    return ofText(name, value, args, by);
  });
}

function ofNumber(name: string, value: number, [first]: readonly Held[], knows: Knowledge): Held {
  const digits = typeof first?.value === 'number' ? first.value : 0;
  if (name === 'toFixed') return held(value.toFixed(Math.min(20, Math.max(0, digits))), knows);
  if (name === 'toString') return held(String(value), knows);
  return held(name === 'valueOf' ? value : unknown, knows);
}

function ofText(name: string, text: string, args: readonly Held[], knows: Knowledge): Held {
  const [first, second] = args.map(({ value }) => value);
  const sought = asText(first);
  const numbers = args.map(({ value }) => (typeof value === 'number' ? value : undefined));
  const give = (value: string | number | boolean): Held =>
    typeof value === 'string' && isDateText(value) ? plain(value) : held(value, knows);
  switch (name) {
    case 'split':
      return parts(text, first, knows);
    case 'trim':
      return give(text.trim());
    case 'slice':
      return give(text.slice(numbers[0], numbers[1]));
    case 'substring':
      return give(text.substring(numbers[0] ?? 0, numbers[1]));
    case 'charAt':
    case 'at':
      return held(text.at(numbers[0] ?? 0), knows);
    case 'charCodeAt':
    case 'codePointAt':
      return give(text.charCodeAt(numbers[0] ?? 0));
    case 'startsWith':
      return give(text.startsWith(sought));
    case 'endsWith':
      return give(text.endsWith(sought));
    case 'includes':
      return give(text.includes(sought));
    case 'indexOf':
      return give(text.indexOf(sought));
    case 'toLowerCase':
      return give(text.toLowerCase());
    case 'toUpperCase':
      return give(text.toUpperCase());
    case 'padStart':
      return give(
        text.padStart(Math.min(numbers[0] ?? 0, 1000), second === undefined ? ' ' : asText(second)),
      );
    case 'replaceAll':
    case 'replace': {
      if (typeof first !== 'string' || typeof second !== 'string') return held(unknown, knows);
      return give(
        (name === 'replace' ? text.replace(first, second) : text.replaceAll(first, second)).slice(
          0,
          100_000,
        ),
      );
    }
    case 'toString':
    case 'valueOf':
      return give(text);
    case 'localeCompare':
      return give(text < sought ? -1 : text > sought ? 1 : 0);
    default:
      return held(unknown, knows);
  }
}

/** The parts of a text; a part that is a date is known before its day. */
function parts(text: string, by: Held['value'], knows: Knowledge): Held {
  // What a pattern splits at is taken to be space, commas and the like.
  const separator = by === unknown ? (text.includes('\n') ? /\r?\n/ : /[\s,;|]+/) : by;
  if (typeof separator !== 'string' && !(separator instanceof RegExp)) {
    return plain(new List([held(text, knows)]));
  }
  const items = text.split(separator).slice(0, 20_000);
  return plain(new List(items.map((part) => untagged(held(part, knows)))));
}
