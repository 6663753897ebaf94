import type { RunRecord } from '../../../../shared/contract/models/run.ts';
import { accountRows } from '../../../../shared/reports/account-rows.ts';
import styles from './account-block.module.css';

/** What the account held at the end, and what it earned and paid beside its trades. */
export function AccountBlock({ account }: Pick<RunRecord, 'account'>) {
  const rows = accountRows({ account });
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="account-title" data-testid="account">
      <h3 id="account-title" className={styles.title}>
        Account at the end
      </h3>
      <dl className={styles.rows}>
        {rows.map(({ label, text }) => (
          <div key={label} className={styles.row}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
