import { merged } from './knowledge.ts';
import { Moment, held, native, none, plain, unknown, type Held } from './things.ts';

/** Methods of dates. All is in UTC here: what is local is a finding of its own. */
export const momentMethod = (name: string): Held =>
  native(name, (args, self) => {
    const { value } = self;
    if (!(value instanceof Moment)) return plain(unknown);
    const { time } = value;
    if (typeof time.value !== 'number') return held(unknown, time.knows);
    const date = new Date(time.value);
    if (name === 'getTime' || name === 'valueOf') return time;
    if (Number.isNaN(time.value)) return held(NaN, time.knows);
    if (name === 'toISOString' || name === 'toJSON') return held(date.toISOString(), time.knows);
    if (name === 'setTime') value.time = args[0] ?? none;
    const method = name.replace(/^([gs]et)(?:UTC)?/, '$1UTC');
    if (method.startsWith('getUTC')) return held(read(date, method), time.knows);
    if (!method.startsWith('setUTC')) return held(unknown, time.knows);
    const numbers = args.map((one) => Number(one.value));
    write(date, method, numbers);
    const knows = args.reduce((all, one) => merged(all, one.knows), time.knows);
    value.time = held(date.getTime(), knows);
    return value.time;
  });

function read(date: Date, method: string): number | typeof unknown {
  switch (method) {
    case 'getUTCFullYear':
      return date.getUTCFullYear();
    case 'getUTCMonth':
      return date.getUTCMonth();
    case 'getUTCDate':
      return date.getUTCDate();
    case 'getUTCDay':
      return date.getUTCDay();
    case 'getUTCHours':
      return date.getUTCHours();
    case 'getUTCMinutes':
      return date.getUTCMinutes();
    case 'getUTCSeconds':
    case 'getUTCMilliseconds':
      return 0;
    default:
      return unknown;
  }
}

function write(date: Date, method: string, [first = NaN, second, third]: readonly number[]): void {
  if (method === 'setUTCDate') date.setUTCDate(first);
  else if (method === 'setUTCHours') date.setUTCHours(first, second ?? 0, third ?? 0, 0);
  else if (method === 'setUTCMonth') date.setUTCMonth(first, second ?? date.getUTCDate());
  else if (method === 'setUTCFullYear') date.setUTCFullYear(first);
  else if (method === 'setUTCMinutes') date.setUTCMinutes(first);
}
