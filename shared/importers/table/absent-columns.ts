import type { FoundColumns } from './columns.ts';

/** What stands in for columns that the file does not have. */
export function absentColumns({
  open,
  high,
  low,
  close,
  adjusted,
  volume,
}: FoundColumns): string[] {
  const warnings: string[] = [];
  if (!open && !high && !low) {
    warnings.push(
      'The file has closes only: open, high and low are set to the close, so an order filled at the next open gets the next close.',
    );
  } else {
    if (!open) warnings.push('There is no open column: the open is set to the close.');
    if (!high) warnings.push('There is no high column: the higher of open and close stands in.');
    if (!low) warnings.push('There is no low column: the lower of open and close stands in.');
  }
  if (!adjusted && /adj/i.test(close.name)) {
    warnings.push('The only close is an adjusted one; it is used as the close.');
  }
  if (!volume) warnings.push('There is no volume column: the volume is 0 in every bar.');
  return warnings;
}
