import type { ReactNode } from 'react';
import { defaultSettings, type EngineSettings } from '../../../shared/engine/settings.ts';
import styles from './run-settings.module.css';
import { useSettingsStore } from './settings-store.ts';

interface Props {
  readonly title: string;
  /** The settings inside, to tell whether one was changed. */
  readonly settings: readonly (keyof EngineSettings)[];
  readonly children: ReactNode;
}

/** Settings that few runs need: folded, and marked while one of them is not the default. */
export function SettingsGroup({ title, settings, children }: Props) {
  const current = useSettingsStore((state) => state.preferences.settings);
  const changed = settings.some(
    (name) => JSON.stringify(current[name]) !== JSON.stringify(defaultSettings[name]),
  );
  return (
    <details className={styles.group} open={changed || undefined}>
      <summary>
        {title}
        {changed && <span className={styles.changed}>changed</span>}
      </summary>
      <div className={styles.column}>{children}</div>
    </details>
  );
}
