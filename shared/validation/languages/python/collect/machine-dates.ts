import type { Call, MachineDate } from '../../../facts.ts';

const readers =
  /^(?:pandas:(?:Timestamp|to_datetime|DatetimeIndex|Period|date_range)|numpy:datetime64)$/;

/** Times of day of a moment, where no zone is said. */
const locals = /^datetime:(?:datetime|date)\.fromtimestamp$/;
const alwaysLocal = /^time:(?:mktime|localtime|ctime|strftime)$/;

/** Dates that depend on the machine: `pd.Timestamp('now')`, `datetime.fromtimestamp(t)`. */
export function collectMachineDates(calls: readonly Call[]): MachineDate[] {
  return calls.flatMap(({ path, arguments: list, place }): MachineDate[] => {
    const isNow = list.some(({ text }) => text !== undefined && /^(?:now|today)$/i.test(text));
    if (readers.test(path) && isNow) return [{ how: 'now', place }];
    const isLocal = (locals.test(path) && list.length < 2) || alwaysLocal.test(path);
    return isLocal ? [{ how: 'local text', place }] : [];
  });
}
