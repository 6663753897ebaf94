import { RotateCcw } from 'lucide-react';
import { Button } from '../../ui/button.tsx';
import { useActiveDocument } from '../editor/editor-store.ts';
import { ParameterFields } from '../run/parameter-fields.tsx';
import { CostsGroup } from './groups/costs-group.tsx';
import { DataGroup } from './groups/data-group.tsx';
import { FiguresGroup, MarginGroup, MoneyGroup, OrdersGroup } from './groups/other-groups.tsx';
import { SandboxGroup } from './groups/sandbox-group.tsx';
import styles from './run-settings.module.css';
import { useSettingsStore } from './settings-store.ts';

/** Everything a run is given beside the code, on one sheet. */
export function RunSettings() {
  const document = useActiveDocument();
  const resetRunSettings = useSettingsStore((state) => state.resetRunSettings);
  return (
    <div className={styles.sheet} data-testid="run-settings">
      <div className={styles.columns}>
        <div className={styles.column}>
          <DataGroup />
          {document && (
            <section className={styles.parameters} aria-label="Parameters">
              <ParameterFields documentId={document.id} />
            </section>
          )}
        </div>
        <div className={styles.column}>
          <MoneyGroup />
          <CostsGroup />
          <OrdersGroup />
          <MarginGroup />
          <FiguresGroup />
          <SandboxGroup />
        </div>
      </div>
      <div className={styles.footer}>
        <span>Kept for the next runs and written into every result.</span>
        <Button variant="ghost" onClick={resetRunSettings}>
          <RotateCcw aria-hidden="true" />
          Reset all
        </Button>
      </div>
    </div>
  );
}
