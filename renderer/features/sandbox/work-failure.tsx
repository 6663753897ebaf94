import { intoView } from './into-view.ts';
import styles from './sandbox-dialog.module.css';
import { useSandboxStore } from './sandbox-store.ts';

/** Why the save or load that was asked for did not come to an end. */
export function WorkFailure() {
  const failure = useSandboxStore((state) => state.workFailure);
  if (!failure) return null;
  return (
    <p ref={intoView} role="alert" className={styles.failure}>
      {failure.message} {failure.hint}
    </p>
  );
}
