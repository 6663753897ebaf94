import type { RunRecord } from '../../../../shared/contract/models/run.ts';
import { countReasons, reasonNames } from '../../../../shared/reports/order-event-reasons.ts';
import { formatBarTime } from '../format/format-date.ts';
import { formatCount, formatNumber } from '../format/format-number.ts';
import styles from './order-events.module.css';

/** Nobody reads more than this; the reports have the first thousand. */
const shownAtMost = 100;

/** What kept orders from being filled as given, each with its reason. Nothing when nothing did. */
export function OrderEvents({
  events,
  eventCount,
}: Readonly<Pick<RunRecord, 'events' | 'eventCount'>>) {
  if (eventCount === 0) return null;
  const shown = events.slice(0, shownAtMost);
  const more = eventCount - shown.length;
  const among = eventCount > events.length ? `of the first ${formatNumber(events.length)}: ` : '';
  return (
    <section aria-labelledby="order-events-title" data-testid="order-events">
      <div className={styles.bar}>
        <h3 id="order-events-title" className={styles.title}>
          Order events
        </h3>
        <p className={styles.count}>
          {formatCount(eventCount, 'event')} · {among}
          {countReasons(events)}
        </p>
      </div>
      <ul
        className={styles.events}
        tabIndex={0}
        aria-label={formatCount(eventCount, 'order event')}
      >
        {shown.map(({ bar, time, reason, message }, index) => (
          <li key={index} className={styles.event}>
            <span className={styles.when} title={`Bar ${formatNumber(bar)}`}>
              {time === null ? `Bar ${formatNumber(bar)}` : formatBarTime(time)}
            </span>
            <span>
              <span className={styles.reason} data-reason={reason}>
                {reasonNames[reason]}
              </span>
            </span>
            <span className={styles.message}>{message}</span>
          </li>
        ))}
        {more > 0 && <li className={styles.more}>and {formatNumber(more)} more.</li>}
      </ul>
    </section>
  );
}
