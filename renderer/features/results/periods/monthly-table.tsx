import type { YearReturns } from '../../../../shared/contract/models/periods.ts';
import { fullHeat, heatLevel } from '../../../../shared/metrics/periods/heat-level.ts';
import { formatNumber } from '../format/format-number.ts';
import styles from './monthly-table.module.css';

const monthNames = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'May',
  'Jun',
  'Jul',
  'Aug',
  'Sep',
  'Oct',
  'Nov',
  'Dec',
];

/** The return of every month and year, coloured by size and signed, so that nothing rests on colour. */
export function MonthlyTable({ monthly }: { readonly monthly: readonly YearReturns[] }) {
  if (monthly.length === 0) return null;
  const full = fullHeat(monthly);
  const isCut = monthly.some(({ partial }) => partial);
  return (
    <section aria-labelledby="months-title" data-testid="monthly-table">
      <div className={styles.bar}>
        <h3 id="months-title" className={styles.title}>
          Monthly returns
        </h3>
        <p className={styles.note}>percent, UTC{isCut && '; * the run has only a part of it'}</p>
      </div>
      <div className={styles.scroller} tabIndex={0} role="group" aria-labelledby="months-title">
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Year</th>
              {monthNames.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
              <th scope="col">Total</th>
            </tr>
          </thead>
          <tbody>
            {monthly.map(({ year, months, total, partialMonths, partial }) => (
              <tr key={year}>
                <th scope="row">{year}</th>
                {months.map((value, index) => (
                  <td key={monthNames[index]} data-heat={heatLevel(value, full)}>
                    {print(value)}
                    {partialMonths.includes(index + 1) && '*'}
                  </td>
                ))}
                <td className={styles.total} data-sign={Math.sign(total ?? 0)}>
                  {print(total)}
                  {partial && '*'}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** "+1.2"; nothing for a month without a bar. */
function print(value: number | null): string {
  if (value === null) return '';
  return formatNumber(value * 100, { signed: true, minimumDigits: 1, maximumDigits: 1 });
}
