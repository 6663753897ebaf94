import { Moon, Sun } from 'lucide-react';
import { IconButton } from '../../ui/icon-button.tsx';
import { useActiveDocument, useEditorStore } from '../editor/editor-store.ts';
import { selectedDataset, useExplorerStore } from '../explorer/explorer-store.ts';
import { toggleTheme, useTheme } from '../settings/theme.ts';
import { useSettingsStore } from '../settings/settings-store.ts';
import { isoDate } from '../settings/data-error.ts';
import { useLayoutStore } from '../shell/layout-store.ts';
import { NetworkStatusItem } from './network-status-item.tsx';
import { RiskStatus } from './risk-status.tsx';
import { SandboxStatusItem } from './sandbox-status-item.tsx';
import { StatusItem } from './status-item.tsx';
import { languageNames } from '../../lib/language-names.ts';
import styles from './status-bar.module.css';

/** The state of everything that decides a run, always in view. */
export function StatusBar() {
  const theme = useTheme();
  const document = useActiveDocument();
  const cursor = useEditorStore((state) => state.cursor);
  return (
    <footer className={styles.bar} data-testid="status-bar" data-pane="status" aria-label="Status">
      <RiskStatus />
      <div className={styles.spacer} />
      {document && (
        <>
          <StatusItem className={styles.optional}>
            Ln {cursor.line}, Col {cursor.column}
          </StatusItem>
          <StatusItem className={styles.optional}>{languageNames[document.language]}</StatusItem>
        </>
      )}
      <DatasetStatus />
      <NetworkStatusItem />
      <SandboxStatusItem />
      <IconButton
        label={theme === 'dark' ? 'Switch to the light theme' : 'Switch to the dark theme'}
        className={styles.theme}
        onClick={toggleTheme}
      >
        {theme === 'dark' ? <Moon /> : <Sun />}
      </IconButton>
    </footer>
  );
}

function DatasetStatus() {
  const datasetId = useSettingsStore((state) => state.preferences.datasetId);
  const datasets = useExplorerStore((state) => state.datasets);
  const setRunSettingsOpen = useLayoutStore((state) => state.setRunSettingsOpen);
  const dataset = selectedDataset({ datasets }, datasetId);
  if (!dataset) return null;
  const { name, barCount, firstTime, lastTime } = dataset;
  return (
    <StatusItem
      tooltip={`${name}: ${isoDate(firstTime)} to ${isoDate(lastTime)}`}
      onClick={() => setRunSettingsOpen(true)}
    >
      {name} · {barCount.toLocaleString('en-US')} bars
    </StatusItem>
  );
}
