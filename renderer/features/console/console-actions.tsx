import { Copy, Eraser } from 'lucide-react';
import { IconButton } from '../../ui/icon-button.tsx';
import { showDone, showNotice } from '../../ui/toast.ts';
import { useRunStore } from '../run/run-store.ts';
import styles from './console-panel.module.css';
import { linesAsText, type ConsoleFilter } from './console-lines.ts';
import { useConsoleStore } from './console-store.ts';

/** Filter, copy and clear, at the end of the panel's tabs. */
export function ConsoleActions() {
  const { log, clearLog } = useRunStore();
  const { filter, setFilter } = useConsoleStore();
  const copy = () =>
    navigator.clipboard.writeText(linesAsText(log)).then(
      () => showDone('Copied.'),
      () => showNotice('The browser did not allow copying.'),
    );
  return (
    <>
      <select
        aria-label="Lines shown"
        className={styles.filter}
        value={filter}
        onChange={(event) => setFilter(event.target.value as ConsoleFilter)}
      >
        <option value="all">All lines</option>
        <option value="warn">Warnings and errors</option>
        <option value="error">Errors</option>
      </select>
      <IconButton label="Copy all lines" disabled={log.length === 0} onClick={() => void copy()}>
        <Copy />
      </IconButton>
      <IconButton label="Clear console" disabled={log.length === 0} onClick={clearLog}>
        <Eraser />
      </IconButton>
    </>
  );
}
