import { RefreshCw } from 'lucide-react';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import type { Tone } from '../../ui/tone.ts';
import { ImageSection } from './image-section.tsx';
import styles from './sandbox-dialog.module.css';
import { useSandboxStore } from './sandbox-store.ts';
import { StatisticsSection } from './statistics-section.tsx';
import { WaitingSection } from './waiting-section.tsx';

const engineStates: Record<string, { readonly text: string; readonly tone: Tone }> = {
  ready: { text: 'Ready', tone: 'low' },
  'not-installed': { text: 'Not installed', tone: 'medium' },
  'not-running': { text: 'Not running', tone: 'medium' },
  'no-permission': { text: 'No permission', tone: 'high' },
  error: { text: 'Error', tone: 'critical' },
};

const routes = {
  docker: 'Runs go to a locked-down container',
  embedded: 'Runs go to the embedded WebAssembly sandbox',
  none: 'No sandbox can take a run',
};

/** The doctor: where runs go and why, and what to do where something is missing. */
export function SandboxDialog() {
  const { open, hide, refresh, checking, status, failure } = useSandboxStore();
  if (!open) return null;
  return (
    <Dialog
      title="Sandbox"
      width={580}
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
          <section className={styles.route}>
            <h3>{routes[status.route]}</h3>
            <p>{status.reason}</p>
          </section>
          <section className={styles.section}>
            <h3>Container engine</h3>
            <Badge tone={engineStates[status.engine.state]?.tone ?? 'neutral'}>
              {engineStates[status.engine.state]?.text ?? status.engine.state}
            </Badge>
            <dl className={styles.facts}>
              <dt>Version</dt>
              <dd className="selectable">{status.engine.version || 'unknown'}</dd>
              <dt>Endpoint</dt>
              <dd className="selectable">{status.engine.endpoint || 'none'}</dd>
            </dl>
            {status.engine.state !== 'ready' && <p>{status.engine.message}</p>}
            {status.engine.hint !== '' && <pre className={styles.hint}>{status.engine.hint}</pre>}
          </section>
          <ImageSection status={status} />
          <WaitingSection status={status} />
          <section className={styles.section}>
            <h3>Embedded sandbox</h3>
            <Badge tone={status.embedded.state === 'ready' ? 'low' : 'critical'}>
              {status.embedded.state === 'ready' ? 'Ready' : 'Missing'}
            </Badge>
            <p>{status.embedded.message}</p>
          </section>
          <StatisticsSection statistics={status.statistics} />
        </>
      )}
    </Dialog>
  );
}
