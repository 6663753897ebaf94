import { merged, nothing, type Knowledge } from './knowledge.ts';
import { Callable, Moment, held, native, none, plain, unknown, type Held } from './things.ts';

/** `Date`. Without a time it is now, which is not known. */
export function momentFrom(): Held {
  const maker = native('Date', (args) => {
    const [first] = args;
    if (first === undefined) return plain(unknown);
    if (args.length > 1) return plain(new Moment(utc(args)));
    const { value, knows } = first;
    if (value instanceof Moment) return plain(new Moment(value.time));
    return plain(new Moment(timeFrom(value, knows)));
  });
  if (!(maker.value instanceof Callable)) return maker;
  const { fields } = maker.value;
  fields.set(
    'UTC',
    native('UTC', (args) => utc(args)),
  );
  fields.set(
    'parse',
    native('parse', ([one = none]) => timeFrom(one.value, one.knows)),
  );
  fields.set(
    'now',
    native('now', () => plain(unknown)),
  );
  return maker;
}

function timeFrom(value: Held['value'], knows: Knowledge): Held {
  if (typeof value === 'number') return held(value, knows);
  if (typeof value !== 'string') return held(unknown, knows);
  // A day without a time is UTC; so is all else here.
  const hasZone = /(?:Z|[+-]\d\d:?\d\d)$/.test(value) || /^\d{4}-\d\d-\d\d$/.test(value);
  return held(Date.parse(hasZone ? value : `${value}Z`), knows);
}

function utc(args: readonly Held[]): Held {
  const knows = args.reduce<Knowledge>((all, one) => merged(all, one.knows), nothing);
  const numbers = args.map(({ value }) => (typeof value === 'number' ? value : NaN));
  const [year = NaN, month = 0, day = 1, hour = 0, minute = 0, second = 0] = numbers;
  return held(Date.UTC(year, month, day, hour, minute, second), knows);
}
