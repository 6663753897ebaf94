import {
  CircleCheck,
  CircleSlash,
  CircleX,
  Ellipsis,
  ShieldAlert,
  ShieldCheck,
  Unplug,
} from 'lucide-react';
import type { RunSummary } from '../../../shared/contract/models/run.ts';
import { formatMoment, formatTimeAgo } from '../results/format/format-date.ts';
import { toneOf } from '../results/format/format-metric.ts';
import { formatPercent } from '../results/format/format-number.ts';
import styles from './history-list.module.css';
import { runStatusWords } from './run-status.ts';

interface Props {
  readonly run: RunSummary;
  readonly now: number;
  /** It is the run that the results pane shows. */
  readonly current: boolean;
  /** It is the entry that Tab reaches; the arrow keys choose which. */
  readonly reachable: boolean;
  readonly onOpen: () => void;
  readonly onFocus: () => void;
  /** Asks what to do with the run, at this place of the window. */
  readonly onMenu: (at: { readonly x: number; readonly y: number }) => void;
}

const icons = {
  done: CircleCheck,
  failed: CircleX,
  blocked: ShieldAlert,
  cancelled: CircleSlash,
  'no-sandbox': Unplug,
};

/** One run of the list: how it ended, what it was, what it made, and whether that is verified. */
export function HistoryItem(props: Props) {
  const { run, now, current, reachable, onOpen, onFocus, onMenu } = props;
  const { name, datasetName, startedAt, status, sandboxKind, verified, totalReturn, tradeCount } =
    run;
  const Icon = icons[status];
  const { word, tone } = runStatusWords[status];
  const figure = status === 'done' && verified ? totalReturn : null;
  return (
    <li
      className={styles.item}
      data-current={current}
      onContextMenu={(event) => {
        event.preventDefault();
        const box = event.currentTarget.getBoundingClientRect();
        // The menu key asks without a place.
        const byKey = event.clientX === 0 && event.clientY === 0;
        onMenu(
          byKey ? { x: box.left + 24, y: box.bottom } : { x: event.clientX, y: event.clientY },
        );
      }}
    >
      <button
        type="button"
        className={styles.open}
        data-testid="history-item"
        data-run-id={run.runId}
        data-status={status}
        aria-current={current}
        tabIndex={reachable ? 0 : -1}
        onClick={onOpen}
        onFocus={onFocus}
      >
        <Icon size={14} aria-hidden className={styles.icon} data-tone={tone} />
        <span className={styles.name} title={name}>
          {name}
        </span>
        <span className={styles.end}>
          {figure === null ? (
            <span className={styles.word} data-tone={tone}>
              {status === 'done' ? 'Not verified' : word}
            </span>
          ) : (
            <>
              {figure === 0 && tradeCount === 0 ? (
                <span className={styles.word}>no trades</span>
              ) : (
                <span data-tone={toneOf(figure)} className={styles.figure}>
                  {formatPercent(figure, { signed: true })}
                </span>
              )}
              <ShieldCheck size={13} aria-hidden className={styles.verified} />
              <span className="visually-hidden">verified</span>
            </>
          )}
        </span>
        <span className={styles.facts}>
          <span className={styles.dataset}>{datasetName}</span>
          {sandboxKind === 'embedded' && <span className={styles.embedded}>embedded</span>}
          {sandboxKind === 'docker' && <span>Docker</span>}
          <time dateTime={new Date(startedAt).toISOString()} title={formatMoment(startedAt)}>
            {formatTimeAgo(startedAt, now)}
          </time>
        </span>
      </button>
      <button
        type="button"
        className={styles.more}
        data-testid="history-menu-button"
        aria-label={`Actions for the run ${name}, ${formatTimeAgo(startedAt, now)}`}
        aria-haspopup="menu"
        title="Open its code, use its settings, delete"
        tabIndex={reachable ? 0 : -1}
        onClick={(event) => {
          const box = event.currentTarget.getBoundingClientRect();
          onMenu({ x: box.left, y: box.bottom + 2 });
        }}
      >
        <Ellipsis size={14} aria-hidden />
      </button>
    </li>
  );
}
