import { Spinner } from '../../ui/spinner.tsx';
import styles from './connection-banner.module.css';
import { useConnectionStore } from './connection-store.ts';

/** Across the window's top while it has lost Stratbox. */
export function ConnectionBanner() {
  const state = useConnectionStore((store) => store.state);
  if (state !== 'lost') return null;
  return (
    <div role="alert" className={styles.banner} data-testid="connection-banner">
      <Spinner label="" />
      The connection to Stratbox was lost and is being made again. Your text stays here. If Stratbox
      was started anew, open the address that it printed.
    </div>
  );
}
