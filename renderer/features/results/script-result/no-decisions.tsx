import { formatMoney } from '../format/format-number.ts';
import styles from './script-result.module.css';

/** In place of an equity curve that would be a flat line. */
export function NoDecisions({ initialCash }: { readonly initialCash: number }) {
  return (
    <section aria-labelledby="no-decisions-title" data-testid="no-decisions">
      <div className={styles.heading}>
        <h3 id="no-decisions-title" className={styles.title}>
          Equity
        </h3>
        <p className={styles.word}>
          The script made no decisions: the account stayed at {formatMoney(initialCash)}, without
          trades.
        </p>
      </div>
    </section>
  );
}
