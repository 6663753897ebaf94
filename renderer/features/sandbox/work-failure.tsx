import type { Language } from '../../../shared/validation/types.ts';
import { intoView } from './into-view.ts';
import styles from './sandbox-dialog.module.css';
import { useSandboxStore } from './sandbox-store.ts';

/** Why the save or load of this language's image did not come to an end. */
export function WorkFailure({ language }: { readonly language: Language }) {
  const { workFailure: failure, work } = useSandboxStore();
  if (!failure || work.language !== language) return null;
  return (
    <p ref={intoView} role="alert" className={styles.failure}>
      {failure.message} {failure.hint}
    </p>
  );
}
