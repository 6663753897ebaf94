import { useVirtualizer } from '@tanstack/react-virtual';
import { SquareTerminal } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useRunStore } from '../run/run-store.ts';
import { filterLines } from './console-lines.ts';
import styles from './console-panel.module.css';
import { useConsoleStore } from './console-store.ts';

const lineHeight = 18;

/** What the strategy printed, as it prints it. It follows the newest line until one scrolls up. */
export function ConsolePanel() {
  const { log, droppedLines, phase, record } = useRunStore();
  const filter = useConsoleStore((state) => state.filter);
  const lines = filterLines(log, filter);
  const scroller = useRef<HTMLDivElement>(null);
  const follows = useRef(true);
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => lineHeight,
    overscan: 20,
  });
  useEffect(() => {
    if (follows.current && lines.length > 0) virtual.scrollToIndex(lines.length - 1);
  }, [lines.length, virtual]);

  if (lines.length === 0) {
    return (
      <EmptyState
        icon={<SquareTerminal />}
        title={log.length > 0 ? 'No lines of this kind' : 'Nothing printed'}
      >
        {log.length === 0 && (
          <>
            What a strategy prints with <code>console.log</code> appears here.
          </>
        )}
      </EmptyState>
    );
  }
  return (
    <div
      ref={scroller}
      role="log"
      aria-label="Console"
      // A log that can be scrolled must be reachable by keyboard.
      tabIndex={0}
      className={styles.scroller}
      data-testid="console"
      onScroll={({ currentTarget: box }) => {
        follows.current = box.scrollHeight - box.scrollTop - box.clientHeight < lineHeight * 2;
      }}
    >
      {droppedLines > 0 && (
        <p className={styles.notice}>
          {droppedLines.toLocaleString('en-US')} earlier lines left out
        </p>
      )}
      <div className={styles.lines} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start, key }) => {
          const line = lines[index];
          if (!line) return null;
          return (
            <div
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              data-level={line.level}
              className={styles.line}
              style={{ transform: `translateY(${start}px)` }}
            >
              <span className={styles.bar}>{line.bar === null ? '' : `bar ${line.bar}`}</span>
              <span className={styles.text}>{line.text}</span>
            </div>
          );
        })}
      </div>
      {phase === 'idle' && record?.logTruncated && (
        <p className={styles.notice}>The output was cut at its limit.</p>
      )}
    </div>
  );
}
