import { X } from 'lucide-react';
import { IconButton } from '../../ui/icon-button.tsx';
import { TabPanel, Tabs, type Tab } from '../../ui/tabs.tsx';
import { ConsoleActions } from '../console/console-actions.tsx';
import { ConsolePanel } from '../console/console-panel.tsx';
import { useActiveDocument } from '../editor/editor-store.ts';
import { ProblemsActions } from '../problems/problems-actions.tsx';
import { ProblemsPanel } from '../problems/problems-panel.tsx';
import { problemsOf } from '../problems/problems-state.ts';
import { useProblemsStore } from '../problems/problems-store.ts';
import { useRunStore } from '../run/run-store.ts';
import styles from './shell.module.css';
import type { BottomTab } from './layout-state.ts';
import { useLayoutStore } from './layout-store.ts';
import { Results } from './results.tsx';

const label = 'Panel';

/** Problems and console, and in a narrow window the results. */
export function BottomPanel() {
  const { narrow, bottomTab, showBottom, closeBottom } = useLayoutStore();
  const text = useActiveDocument()?.text;
  const findings = useProblemsStore((state) => state.assessment?.findings);
  const record = useRunStore((state) => state.record);
  const lines = useRunStore((state) => state.log.length);
  const tabs: Tab<BottomTab>[] = [
    ...(narrow ? [{ id: 'results', label: 'Results' } as const] : []),
    { id: 'problems', label: 'Problems', count: problemsOf(findings ?? [], record, text).length },
    { id: 'console', label: 'Console', count: lines },
  ];
  return (
    <section aria-label={label} className={styles.bottom} data-pane="panel">
      <Tabs label={label} tabs={tabs} selected={bottomTab} onSelect={showBottom}>
        {bottomTab === 'problems' && <ProblemsActions />}
        {bottomTab === 'console' && <ConsoleActions />}
        <IconButton label="Close the panel" onClick={closeBottom}>
          <X />
        </IconButton>
      </Tabs>
      <TabPanel label={label} selected={bottomTab}>
        {bottomTab === 'problems' && <ProblemsPanel />}
        {bottomTab === 'console' && <ConsolePanel />}
        {bottomTab === 'results' && <Results />}
      </TabPanel>
    </section>
  );
}
