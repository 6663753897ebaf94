import type { RunRecord } from '../../../../shared/contract/models/run.ts';
import { formatCount, formatNumber } from '../format/format-number.ts';
import styles from './trades-table.module.css';

/** A strategy may be refused on every bar; nobody reads more than this, and the report has them all. */
const shownAtMost = 100;

/** Orders that were not filled, each with its reason. Nothing at all when every order was. */
export function RejectionsList({
  rejections,
}: {
  readonly rejections: Readonly<RunRecord['rejections']>;
}) {
  if (rejections.length === 0) return null;
  const more = rejections.length - shownAtMost;
  return (
    <section aria-labelledby="rejections-title" data-testid="rejections">
      <div className={styles.bar}>
        <h3 id="rejections-title" className={styles.title}>
          Orders not filled
        </h3>
        <p className={styles.count}>{formatCount(rejections.length, 'order')}</p>
      </div>
      <ul
        className={styles.rejections}
        tabIndex={0}
        aria-label={`${formatCount(rejections.length, 'order')} not filled`}
      >
        {rejections.slice(0, shownAtMost).map(({ decisionBar, message }, index) => (
          <li key={index} className={styles.rejection}>
            <span className={styles.rejectionBar}>Bar {formatNumber(decisionBar)}</span>
            <span>{message}</span>
          </li>
        ))}
        {more > 0 && (
          <li className={styles.rejection}>
            <span />
            <span>and {formatNumber(more)} more; the JSON report lists all of them.</span>
          </li>
        )}
      </ul>
    </section>
  );
}
