import type { RunRecord } from '../../../../shared/contract/models/run.ts';
import { formatCount, formatNumber } from '../format/format-number.ts';
import styles from './trades-table.module.css';

/** Nobody reads more than this, and the JSON report has them all. */
const shownAtMost = 100;

const reasons: Record<RunRecord['events'][number]['reason'], string> = {
  'not-enough-cash': 'no cash',
  'over-leverage': 'leverage',
  'less-than-one-lot': 'below a lot',
  'nothing-to-trade': 'nothing to do',
  'no-next-bar': 'end of data',
  'no-bar': 'no bar',
  'outside-volume': 'volume',
  'unknown-symbol': 'symbol',
  'unknown-order': 'no such order',
  expired: 'expired',
  'margin-call': 'margin call',
  cancelled: 'cancelled',
};

/** What kept orders from being filled as given, each with its reason. Nothing when nothing did. */
export function OrderEvents({
  events,
  eventCount,
}: Readonly<Pick<RunRecord, 'events' | 'eventCount'>>) {
  if (eventCount === 0) return null;
  const shown = events.slice(0, shownAtMost);
  const more = eventCount - shown.length;
  return (
    <section aria-labelledby="order-events-title" data-testid="order-events">
      <div className={styles.bar}>
        <h3 id="order-events-title" className={styles.title}>
          Order events
        </h3>
        <p className={styles.count}>{formatCount(eventCount, 'event')}</p>
      </div>
      <ul
        className={styles.events}
        tabIndex={0}
        aria-label={formatCount(eventCount, 'order event')}
      >
        {shown.map(({ bar, reason, message }, index) => (
          <li key={index} className={styles.event}>
            <span className={styles.eventBar}>Bar {formatNumber(bar)}</span>
            <span className={styles.eventReason}>{reasons[reason]}</span>
            <span>{message}</span>
          </li>
        ))}
        {more > 0 && (
          <li className={styles.event}>
            <span />
            <span />
            <span>and {formatNumber(more)} more.</span>
          </li>
        )}
      </ul>
    </section>
  );
}
