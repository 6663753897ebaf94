import { TriangleAlert } from 'lucide-react';
import type { EngineStatus, SandboxStatus } from '../../../shared/contract/models/sandbox.ts';
import { Badge } from '../../ui/badge.tsx';
import { Disclosure } from './disclosure.tsx';
import styles from './sandbox-dialog.module.css';
import { engineStates } from './sandbox-state.ts';

/** The container engine as the doctor found it, what to do about it, and the embedded sandbox. */
export function EngineSection({ status }: { readonly status: SandboxStatus }) {
  const { engine, embedded } = status;
  const { text, tone } = engineStates[engine.state];
  const isReady = engine.state === 'ready';
  return (
    <>
      <section className={styles.section}>
        <h3>Container engine</h3>
        <Badge tone={tone}>{text}</Badge>
        {!isReady && <p>{engine.message}</p>}
        {engine.hint !== '' && <pre className={styles.hint}>{engine.hint}</pre>}
        {isReady && (
          <dl className={styles.facts}>
            <dt>Version</dt>
            <dd className="selectable">{engine.version}</dd>
            <dt>Made of</dt>
            <dd className="selectable">{engine.details}</dd>
            <dt>Endpoint</dt>
            <dd className="selectable">{engine.endpoint}</dd>
          </dl>
        )}
        {engine.warnings.map((warning) => (
          <p key={warning} className={styles.warning}>
            <TriangleAlert size={14} aria-hidden="true" />
            {warning}
          </p>
        ))}
        <Disclosure label="Where it was looked for">
          <SearchedPlaces searched={engine.searched} />
        </Disclosure>
      </section>
      <section className={styles.section}>
        <h3>Embedded sandbox</h3>
        <Badge tone={embedded.state === 'ready' ? 'low' : 'critical'}>
          {embedded.state === 'ready' ? 'Ready' : 'Missing'}
        </Badge>
        <p>{embedded.message}</p>
      </section>
    </>
  );
}

function SearchedPlaces({ searched }: Pick<EngineStatus, 'searched'>) {
  return (
    <ol className={styles.searched}>
      {searched.map(({ address, origin, state, finding }) => (
        <li key={`${origin} ${address}`} data-state={state}>
          <span>{origin}</span>
          <code className="selectable">{address}</code>
          <span>{finding}</span>
        </li>
      ))}
    </ol>
  );
}
