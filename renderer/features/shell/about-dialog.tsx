import { use } from 'react';
import { Dialog } from '../../ui/dialog.tsx';
import { useAboutStore } from './about-store.ts';
import { appInfo } from './app-info.ts';
import styles from './about-dialog.module.css';

export function AboutDialog() {
  const open = useAboutStore((state) => state.open);
  return open ? <About /> : null;
}

function About() {
  const { version, host, platform } = use(appInfo());
  const hosts = { desktop: 'Desktop', web: 'Browser', cli: 'Command line' };
  return (
    <Dialog
      title="About Stratbox"
      width={420}
      onClose={() => useAboutStore.setState({ open: false })}
    >
      <p>A workbench for trading strategies whose results can be trusted.</p>
      <dl className={styles.facts}>
        <dt>Version</dt>
        <dd className="selectable">{version}</dd>
        <dt>Window</dt>
        <dd>
          {hosts[host]} on {platform}
        </dd>
        <dt>License</dt>
        <dd>MIT</dd>
      </dl>
      <p className={styles.note}>
        Strategies run only inside a sandbox. Every figure is computed again from the strategy’s
        orders, outside of it. Nothing here is investment advice.
      </p>
    </Dialog>
  );
}
