import { RotateCcw } from 'lucide-react';
import { Button } from '../../ui/button.tsx';
import { CostSettings } from './cost-settings.tsx';
import { DataSettings } from './data-settings.tsx';
import { MoneySettings, MarginSettings, SessionSettings } from './money-settings.tsx';
import styles from './run-settings.module.css';
import { SandboxSettings } from './sandbox-settings.tsx';
import { useSettingsStore } from './settings-store.ts';

/** Everything a run is given beside the code, on one compact sheet. */
export function RunSettings() {
  const resetRunSettings = useSettingsStore((state) => state.resetRunSettings);
  return (
    <div data-testid="run-settings">
      <div className={styles.columns}>
        <div className={styles.column}>
          <DataSettings />
        </div>
        <div className={styles.column}>
          <MoneySettings />
          <CostSettings />
          <MarginSettings />
          <SessionSettings />
          <SandboxSettings />
        </div>
      </div>
      <div className={styles.footer}>
        <span>Kept for the next runs and written into every result.</span>
        <Button variant="ghost" onClick={resetRunSettings}>
          <RotateCcw aria-hidden="true" />
          Reset
        </Button>
      </div>
    </div>
  );
}
