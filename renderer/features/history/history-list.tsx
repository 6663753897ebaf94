import { History } from 'lucide-react';
import { useCallback, useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { RunSummary } from '../../../shared/contract/models/run.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Menu } from '../../ui/menu.tsx';
import { useRunStore } from '../run/run-store.ts';
import { HistoryItem } from './history-item.tsx';
import styles from './history-list.module.css';
import { movedIndex } from './history-order.ts';
import { useHistoryStore } from './history-store.ts';
import { openCodeOfRun, takeSettingsOfRun } from './reuse-run.ts';
import { RemoveDialog } from './remove-dialog.tsx';
import { useMinute } from './use-minute.ts';

/** Every run that was kept, newest first. Arrow keys move, Enter opens, Delete asks to delete. */
export function HistoryList() {
  const { runs, failure, load, remove } = useHistoryStore();
  const shownId = useRunStore((state) => state.record?.summary.runId ?? null);
  const now = useMinute();
  const list = useRef<HTMLUListElement>(null);
  const [focusedId, setFocusedId] = useState<string | null>(null);
  const [menu, setMenu] = useState<{ run: RunSummary; at: { x: number; y: number } } | null>(null);
  const closeMenu = useCallback(() => setMenu(null), []);
  const [removing, setRemoving] = useState<RunSummary | null>(null);
  useEffect(() => void load(), [load]);

  if (failure !== null && runs === null) {
    return (
      <EmptyState
        title="The history could not be read"
        action={<Button onClick={() => void load()}>Try again</Button>}
      >
        {failure.message} {failure.hint}
      </EmptyState>
    );
  }
  if (runs === null) return null;
  if (runs.length === 0) {
    return (
      <EmptyState icon={<History aria-hidden />} title="No runs yet">
        Every run is kept here with its code, settings and result, so that you can open it again.
      </EmptyState>
    );
  }

  const reachableId = (runs.find(({ runId }) => runId === focusedId) ?? runs[0])?.runId;
  const onKeyDown = (event: KeyboardEvent) => {
    const at = runs.findIndex(({ runId }) => runId === reachableId);
    if (event.key === 'Delete') setRemoving(runs[at] ?? null);
    const target = movedIndex(event.key, at, runs.length);
    if (target === null) return;
    event.preventDefault();
    list.current?.querySelectorAll<HTMLElement>('[data-run-id]')[target]?.focus();
  };

  return (
    <div className={styles.pane}>
      {failure !== null && (
        <p role="alert" className={styles.failure}>
          {failure.message} {failure.hint}
        </p>
      )}
      <ul
        ref={list}
        className={styles.list}
        aria-label="Runs"
        data-testid="history-list"
        onKeyDown={onKeyDown}
      >
        {runs.map((run) => (
          <HistoryItem
            key={run.runId}
            run={run}
            now={now}
            current={run.runId === shownId}
            reachable={run.runId === reachableId}
            onOpen={() => void useRunStore.getState().open(run.runId)}
            onFocus={() => setFocusedId(run.runId)}
            onMenu={(at) => setMenu({ run, at })}
          />
        ))}
      </ul>
      {menu !== null && (
        <Menu
          label={`The run ${menu.run.name}`}
          at={menu.at}
          onClose={closeMenu}
          items={[
            {
              label: 'Open its result',
              onChoose: () => void useRunStore.getState().open(menu.run.runId),
            },
            { label: 'Open its code', onChoose: () => void openCodeOfRun(menu.run.runId) },
            { label: 'Use its settings', onChoose: () => void takeSettingsOfRun(menu.run.runId) },
            { label: 'Delete…', danger: true, onChoose: () => setRemoving(menu.run) },
          ]}
        />
      )}
      {removing !== null && (
        <RemoveDialog
          run={removing}
          onClose={() => setRemoving(null)}
          onRemove={() => {
            setRemoving(null);
            void remove(removing.runId);
          }}
        />
      )}
    </div>
  );
}
