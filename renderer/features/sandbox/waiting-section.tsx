import type { SandboxStatus } from '../../../shared/contract/models/sandbox.ts';
import { Select } from '../../ui/select.tsx';
import { Badge } from '../../ui/badge.tsx';
import { useSettingsStore } from '../settings/settings-store.ts';
import styles from './sandbox-dialog.module.css';

const counts = [0, 1, 2, 3, 4];
const idleTimes = [5, 15, 30, 60, 240];

/** How many containers wait for the next run, and for how long after the analyst's last move. */
export function WaitingSection({ status }: { readonly status: SandboxStatus }) {
  const { count, idleMinutes } = useSettingsStore((state) => state.preferences.warmContainers);
  const update = useSettingsStore((state) => state.update);
  const change = (changes: Partial<{ count: number; idleMinutes: number }>) =>
    update({ warmContainers: { count, idleMinutes, ...changes } });
  return (
    <section className={styles.section}>
      <h3>Waiting containers</h3>
      <Badge tone={status.waiting > 0 ? 'low' : 'neutral'}>
        {status.waiting === 0 ? 'None waits now' : `${status.waiting} waiting`}
      </Badge>
      <p>
        A container that was started and verified before you click saves its start. Each serves one
        run.
      </p>
      <div className={styles.choices}>
        <label>
          Keep waiting
          <Select
            value={String(count)}
            options={withCurrent(counts, count).map((value) => ({
              value: String(value),
              label: value === 0 ? 'None' : String(value),
            }))}
            onValueChange={(value) => change({ count: Number(value) })}
          />
        </label>
        <label>
          After your last change, for
          <Select
            value={String(idleMinutes)}
            options={withCurrent(idleTimes, idleMinutes).map((value) => ({
              value: String(value),
              label: `${value} minutes`,
            }))}
            disabled={count === 0}
            onValueChange={(value) => change({ idleMinutes: Number(value) })}
          />
        </label>
      </div>
    </section>
  );
}

/** A choice made elsewhere stays choosable. */
function withCurrent(choices: readonly number[], current: number): number[] {
  return [...new Set([...choices, current])].sort((a, b) => a - b);
}
