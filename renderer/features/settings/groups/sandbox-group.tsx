import { TriangleAlert } from 'lucide-react';
import { sandboxError } from '../sandbox-error.ts';
import { useSettingsStore } from '../settings-store.ts';
import { SettingGroup } from './setting-group.tsx';
import styles from './setting-group.module.css';
import { ChosenSetting, TypedSetting } from './setting-inputs.tsx';

const sandboxes = [
  { value: 'auto', label: 'Automatic' },
  { value: 'docker', label: 'Container' },
  { value: 'embedded', label: 'Embedded' },
] as const;

const networks = [
  { value: 'none', label: 'None' },
  { value: 'bridge', label: 'Bridge (not isolated)' },
] as const;

/** Where the strategy runs, and with how much. */
export function SandboxGroup() {
  const { preferences } = useSettingsStore();
  const { sandbox, limits } = preferences;
  const hasNetwork = limits.network !== 'none';
  return (
    <SettingGroup id="sandbox" mustShow={hasNetwork}>
      <ChosenSetting
        item="sandbox"
        label="Kind"
        value={sandbox}
        options={sandboxes}
        changes={(value) => ({ sandbox: value })}
      />
      <TypedSetting id="timeLimitSeconds" />
      <TypedSetting id="memoryMegabytes" />
      <TypedSetting id="cpus" />
      <ChosenSetting
        item="network"
        label="Network"
        value={limits.network}
        options={networks}
        error={sandboxError(preferences)}
        changes={(network) => ({ limits: { ...limits, network } })}
      />
      {hasNetwork && (
        <p className={styles.warning} role="note" data-testid="network-warning">
          <TriangleAlert size={14} aria-hidden />
          <span>
            The container can reach whatever this computer reaches: the internet, the local network,
            its own services. Each result carries a warning, is not isolated and never counts as
            reproducible. The code is checked as before, so code that uses the network still scores;
            JavaScript strategies are given no function that uses it.
          </span>
        </p>
      )}
      <TypedSetting id="seed" />
    </SettingGroup>
  );
}
