import { TriangleAlert } from 'lucide-react';
import { sandboxChoiceSchema } from '../../../../shared/contract/models/run.ts';
import { sandboxChoiceLabels } from '../../../../shared/contract/models/sandbox.ts';
import { sandboxError } from '../sandbox-error.ts';
import { useSettingsStore } from '../settings-store.ts';
import { SettingGroup } from './setting-group.tsx';
import styles from './setting-group.module.css';
import { ChosenSetting, TypedSetting } from './setting-inputs.tsx';

const sandboxes = sandboxChoiceSchema.options.map((value) => ({
  value,
  label: sandboxChoiceLabels[value],
}));

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
            The container reaches whatever this computer reaches, and each result says so: not
            isolated, not reproducible. Code that uses the network still scores in the check, and
            JavaScript strategies are given no function for it.
          </span>
        </p>
      )}
      <TypedSetting id="seed" />
    </SettingGroup>
  );
}
