import { RefreshCw } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { TabPanel, Tabs } from '../../ui/tabs.tsx';
import { EngineSection } from './engine-section.tsx';
import { EventsSection } from './events-section.tsx';
import { ImageSection } from './image-section.tsx';
import { RouteCard } from './route-card.tsx';
import styles from './sandbox-dialog.module.css';
import { useSandboxStore } from './sandbox-store.ts';
import { StatisticsSection } from './statistics-section.tsx';
import { WaitingSection } from './waiting-section.tsx';

const tabs = [
  { id: 'engine', label: 'Engine' },
  { id: 'image', label: 'Images' },
  { id: 'waiting', label: 'Waiting containers' },
  { id: 'activity', label: 'Activity' },
] as const;

/** The doctor: where runs go and why, and what to do where something is missing. */
export function SandboxDialog() {
  const { open, hide, refresh, checking, status, failure } = useSandboxStore();
  const [tab, setTab] = useState<(typeof tabs)[number]['id']>('engine');
  if (!open) return null;
  return (
    <Dialog
      title="Sandbox"
      width={620}
      onClose={hide}
      footer={
        <>
          <Button disabled={checking} onClick={() => void refresh()}>
            <RefreshCw aria-hidden="true" />
            {checking ? 'Checking' : 'Check again'}
          </Button>
          <Button variant="primary" onClick={hide}>
            Done
          </Button>
        </>
      }
    >
      {failure && (
        <p role="alert" className={styles.failure}>
          {failure.message} {failure.hint}
        </p>
      )}
      {!status && !failure && <Spinner label="Asking for the sandbox’s status" />}
      {status && (
        <>
          <RouteCard status={status} />
          <div className={styles.tabs}>
            <Tabs label="Sandbox" tabs={tabs} selected={tab} onSelect={setTab} />
          </div>
          <div className={styles.panel}>
            <TabPanel label="Sandbox" selected={tab}>
              {tab === 'engine' && <EngineSection status={status} />}
              {tab === 'image' && (
                <>
                  <ImageSection
                    language="javascript"
                    image={status.image}
                    loadedFrom={status.loadedFrom}
                    engine={status.engine}
                  />
                  <ImageSection
                    language="python"
                    image={status.pythonImage}
                    loadedFrom={status.pythonLoadedFrom}
                    engine={status.engine}
                  />
                </>
              )}
              {tab === 'waiting' && <WaitingSection status={status} />}
              {tab === 'activity' && (
                <>
                  <StatisticsSection statistics={status.statistics} />
                  <EventsSection events={status.events} />
                </>
              )}
            </TabPanel>
          </div>
        </>
      )}
    </Dialog>
  );
}
