import type { SandboxEvent } from '../../../shared/contract/models/sandbox.ts';
import { formatMoment } from '../results/format/format-date.ts';
import styles from './sandbox-dialog.module.css';

/** What last happened: runs that fell back or were refused, and what was done to the image. */
export function EventsSection({ events }: { readonly events: readonly SandboxEvent[] }) {
  return (
    <section className={styles.section}>
      <h3>Events</h3>
      <span />
      {events.length === 0 ? (
        <p>No run has fallen back or been refused, and nothing was done to the image.</p>
      ) : (
        <ol className={styles.events} tabIndex={0} aria-label="Events">
          {events.map(({ at, kind, text }, index) => (
            <li key={index} data-kind={kind}>
              <time dateTime={new Date(at).toISOString()}>{formatMoment(at)}</time>
              <span className="selectable">{text}</span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
