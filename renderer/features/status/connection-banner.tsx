import { Spinner } from '../../ui/spinner.tsx';
import styles from './connection-banner.module.css';
import { useConnectionStore } from './connection-store.ts';

const words = {
  silent:
    'Stratbox does not answer: it is busy, or it hangs. Your text stays here and is stored as soon as it answers again.',
  lost: 'The connection to Stratbox was lost and is being made again. Your text stays here. If Stratbox was ended, a run under way ended with it: start it again and open the address that it prints.',
};

/** Across the window's top while it hears nothing of Stratbox. */
export function ConnectionBanner() {
  const state = useConnectionStore((store) => store.state);
  if (state !== 'lost' && state !== 'silent') return null;
  return (
    <div role="alert" className={styles.banner} data-testid="connection-banner">
      <Spinner label="" />
      <span>{words[state]}</span>
    </div>
  );
}
