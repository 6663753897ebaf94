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
      <ChosenSetting
        item="network"
        label="Network"
        value={limits.network}
        options={networks}
        error={sandboxError(preferences)}
        changes={(network) => ({ limits: { ...limits, network } })}
      />
      {hasNetwork && (
        <>
          <p className={styles.warning} role="note" data-testid="network-warning">
            <TriangleAlert size={14} aria-hidden />
            The container reaches whatever this computer reaches. Results say so: not isolated, not
            reproducible.
          </p>
          <p className={styles.note}>
            The check still scores code that uses the network. JavaScript strategies are given no
            function for it.
          </p>
        </>
      )}
      <TypedSetting id="timeLimitSeconds" />
      <TypedSetting id="memoryMegabytes" />
      <TypedSetting id="cpus" />
      <TypedSetting id="seed" />
    </SettingGroup>
  );
}
