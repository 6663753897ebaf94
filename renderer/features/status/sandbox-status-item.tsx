import { Box } from 'lucide-react';
import { useActiveDocument } from '../editor/editor-store.ts';
import { describeEngine, describeImage } from '../sandbox/sandbox-state.ts';
import { useSandboxStore } from '../sandbox/sandbox-store.ts';
import styles from './status-bar.module.css';
import { useIsCutOff } from './connection-store.ts';
import { StatusItem } from './status-item.tsx';

/** Where the next run goes, and whether the image for it is there. */
export function SandboxStatusItem() {
  const { status, work, failure, show } = useSandboxStore();
  const isPython = useActiveDocument()?.language === 'python';
  if (useIsCutOff()) return <StatusItem testId="sandbox-status">Sandbox unknown</StatusItem>;
  if (!status) {
    return (
      <StatusItem onClick={show}>{failure ? 'Sandbox unknown' : 'Looking for sandbox'}</StatusItem>
    );
  }
  const engine = describeEngine(status);
  const image = describeImage(isPython ? status.pythonImage : status.image, work);
  return (
    <StatusItem tooltip={status.reason} testId="sandbox-status" onClick={show}>
      <Box aria-hidden="true" />
      <span className={styles.dot} data-tone={engine.tone} aria-hidden="true" />
      {engine.text}
      {status.engine.state === 'ready' && (
        <span className={styles.image}>
          <span className={styles.dot} data-tone={image.tone} aria-hidden="true" />
          {image.text}
        </span>
      )}
    </StatusItem>
  );
}
