import type { CheckedSource } from '../../../shared/contract/models/validation.ts';
import { asAppError, call } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { showError } from '../../ui/toast.ts';
import styles from './risk-popover.module.css';

/** A person has accepted this very text: why, and a way back. */
export function AcceptedNote({ acceptance, sourceHash }: CheckedSource) {
  if (acceptance === null) return null;
  const revoke = () =>
    void call('review.revoke', { sourceHash }).catch((error: unknown) =>
      showError(asAppError(error)),
    );
  return (
    <p className={styles.accepted} data-testid="accepted-note">
      <span>
        Reviewed and accepted: <q>{acceptance.reason}</q>
      </span>
      <Button onClick={revoke}>Take back</Button>
    </p>
  );
}
