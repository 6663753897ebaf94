import { Play, SlidersHorizontal, Square } from 'lucide-react';
import { useCallback, useRef, type MouseEvent } from 'react';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Popover } from '../../ui/popover.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { Tooltip } from '../../ui/tooltip.tsx';
import { useActiveDocument } from '../editor/editor-store.ts';
import { printShortcut, shortcutOf } from '../palette/shortcuts.ts';
import { RunSettings } from '../settings/run-settings.tsx';
import { useLayoutStore } from '../shell/layout-store.ts';
import styles from './run-controls.module.css';
import { runStrategy } from './run-strategy.ts';
import { useRunStore } from './run-store.ts';

/** Run settings, and the button that runs; while a run is under way, its progress and Cancel. */
export function RunControls() {
  const running = useRunStore((state) => state.phase === 'running');
  const hasDocument = useActiveDocument() !== undefined;
  const { runSettingsOpen, setRunSettingsOpen } = useLayoutStore();
  const close = useCallback(() => setRunSettingsOpen(false), [setRunSettingsOpen]);
  const settingsButton = useRef<HTMLButtonElement>(null);
  return (
    <>
      <IconButton
        ref={settingsButton}
        label="Run settings"
        aria-haspopup="dialog"
        aria-expanded={runSettingsOpen}
        data-testid="run-settings-button"
        onClick={() => setRunSettingsOpen(!runSettingsOpen)}
      >
        <SlidersHorizontal />
      </IconButton>
      {running ? (
        <RunningControls />
      ) : (
        <Tooltip text="Run in sandbox" shortcut={printShortcut(shortcutOf('run.start'))}>
          <Button
            variant="primary"
            data-testid="run-button"
            disabled={!hasDocument}
            onClick={() => void runStrategy()}
          >
            <Play fill="currentcolor" aria-hidden="true" />
            Run in sandbox
          </Button>
        </Tooltip>
      )}
      {runSettingsOpen && (
        <Popover label="Run settings" width={700} anchor={settingsButton} onClose={close}>
          <RunSettings />
        </Popover>
      )}
    </>
  );
}

function RunningControls() {
  const { progress, cancelling, cancel } = useRunStore();
  // It took the place of the button that runs: the rest of a double click is not meant for it. The
  // system counts the clicks; how long this window was busy between them does not matter.
  const cancelIfMeant = ({ detail }: MouseEvent) => {
    if (detail <= 1) void cancel();
  };
  const message = cancelling ? 'Cancelling' : (progress?.message ?? 'Starting');
  const fraction = cancelling ? null : (progress?.fraction ?? null);
  const percent = fraction === null ? '' : `${Math.floor(fraction * 100)}%`;
  return (
    <>
      <span className={styles.progress} data-testid="run-progress">
        <span className={styles.message}>{message}</span>
        <span className={styles.percent}>{percent}</span>
      </span>
      <Tooltip text="Cancel the run" shortcut={printShortcut(shortcutOf('run.cancel'))}>
        <Button
          variant="danger"
          data-testid="cancel-button"
          disabled={cancelling}
          onClick={cancelIfMeant}
        >
          <Square fill="currentcolor" aria-hidden="true" />
          Cancel
        </Button>
      </Tooltip>
      <div className={styles.bar}>
        <ProgressBar label="Run" fraction={fraction} />
      </div>
    </>
  );
}
