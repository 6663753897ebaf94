import { Globe } from 'lucide-react';
import { useSettingsStore } from '../settings/settings-store.ts';
import { useLayoutStore } from '../shell/layout-store.ts';
import { StatusItem } from './status-item.tsx';

/** That the next run has a network: kept from run to run, so it must be seen before one starts. */
export function NetworkStatusItem() {
  const network = useSettingsStore(({ preferences }) => preferences.limits.network);
  const setRunSettingsOpen = useLayoutStore((state) => state.setRunSettingsOpen);
  if (network === 'none') return null;
  return (
    <StatusItem
      tone="medium"
      tooltip="Runs reach the network: their results are not isolated. The run settings change it."
      testId="network-status"
      onClick={() => setRunSettingsOpen(true)}
    >
      <Globe aria-hidden="true" />
      Network open
    </StatusItem>
  );
}
