import { Command } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { Group, Panel, Separator } from 'react-resizable-panels';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { HistoryList } from '../history/history-list.tsx';
import { usePaletteStore } from '../palette/palette-store.ts';
import { printShortcut, shortcutOf } from '../palette/shortcuts.ts';
import { DataSection } from './data-section.tsx';
import styles from './explorer.module.css';
import { useExplorerStore } from './explorer-store.ts';
import { StrategySections } from './strategy-sections.tsx';

/** Everything there is to open: strategies, examples, data and earlier runs. */
export function Explorer() {
  const togglePalette = usePaletteStore((state) => state.toggle);
  return (
    <nav
      aria-label="Explorer"
      className={styles.explorer}
      data-testid="explorer"
      data-pane="explorer"
    >
      <header className={styles.brand}>
        <h1>Stratbox</h1>
        <IconButton
          label="Show all commands"
          shortcut={printShortcut(shortcutOf('view.palette'))}
          onClick={togglePalette}
        >
          <Command />
        </IconButton>
      </header>
      <Group orientation="vertical" className={styles.panels}>
        <Panel id="section-library" defaultSize="60%" minSize={120}>
          <Library />
        </Panel>
        <Separator className={styles.separator} aria-label="Resize the list of runs" />
        <Panel id="section-runs" minSize={80}>
          <section aria-label="Runs" className={styles.runs}>
            <h2 className={styles.heading}>Runs</h2>
            <div className={styles.history}>
              <HistoryList />
            </div>
          </section>
        </Panel>
      </Group>
    </nav>
  );
}

function Library() {
  const { status, failure, load } = useExplorerStore();
  if (status === 'loading') {
    return (
      <div className={styles.loading}>
        <Spinner label="Loading strategies and data" />
      </div>
    );
  }
  if (status === 'failed') {
    return (
      <EmptyState
        title="Nothing could be read"
        action={<Button onClick={() => void load()}>Try again</Button>}
      >
        {failure?.message} {failure?.hint}
      </EmptyState>
    );
  }
  return (
    <div className={styles.library} onKeyDown={moveAlongRows}>
      <StrategySections />
      <DataSection />
    </div>
  );
}

/** Arrow keys move the focus from row to row, across the sections. */
function moveAlongRows(event: KeyboardEvent<HTMLDivElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const focused = document.activeElement;
  if (step === undefined || !(focused instanceof HTMLElement) || !('row' in focused.dataset))
    return;
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row]')].filter(
    (row) => row.offsetParent !== null,
  );
  const next = rows[rows.indexOf(focused) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
