import { Entries, List, held, plain, unknown, type Held } from './things.ts';
import type { Knowledge } from './knowledge.ts';

/** What a JSON text says. */
export function fromJson({ value, knows }: Held): Held {
  if (typeof value !== 'string') return held(unknown, knows);
  try {
    return thingFrom(JSON.parse(value), knows);
  } catch {
    // A text that is no JSON throws; the rehearsal goes on with what it cannot know.
    return plain(unknown);
  }
}

function thingFrom(value: unknown, knows: Knowledge): Held {
  if (Array.isArray(value)) return plain(new List(value.map((one) => thingFrom(one, knows))));
  if (typeof value === 'object' && value !== null) {
    const entries = new Entries();
    for (const [key, one] of Object.entries(value)) entries.fields.set(key, thingFrom(one, knows));
    return plain(entries);
  }
  return held(value as string | number | boolean | null, knows);
}
