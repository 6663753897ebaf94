import { Plus, X } from 'lucide-react';
import { useId } from 'react';
import { Button } from '../../../ui/button.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Input } from '../../../ui/input.tsx';
import {
  maximumTiers,
  tierField,
  tiersOf,
  withTierAdded,
  withTierRemoved,
  type TierFieldId,
} from '../fields/tier-fields.ts';
import { errorOf, textOf } from '../settings-state.ts';
import { useSettingsStore } from '../settings-store.ts';
import styles from './setting-group.module.css';

/** The tiers of a tiered commission: up to which value of a fill which rate holds. */
export function TierTable() {
  const { preferences, choose } = useSettingsStore();
  const tiers = tiersOf(preferences);
  if (tiers.length === 0) return null;
  return (
    <div>
      <div className={styles.tiers} role="group" aria-label="Tiers of the commission">
        <span className={styles.tierHead}>Part of a fill’s value up to</span>
        <span className={styles.tierHead}>Rate</span>
        <span />
        {tiers.map(({ upTo }, index) => (
          <TierRow
            key={index}
            index={index}
            bounded={upTo !== null}
            onRemove={() => choose('commission', withTierRemoved(preferences, index))}
          />
        ))}
      </div>
      <Button
        variant="ghost"
        disabled={tiers.length >= maximumTiers}
        onClick={() => choose('commission', withTierAdded(preferences))}
      >
        <Plus aria-hidden="true" />
        Add tier
      </Button>
    </div>
  );
}

interface RowProps {
  readonly index: number;
  readonly bounded: boolean;
  readonly onRemove: () => void;
}

function TierRow({ index, bounded, onRemove }: RowProps) {
  const errorId = useId();
  const state = useSettingsStore();
  const ids: readonly TierFieldId[] = bounded
    ? [`tierUpTo.${index}`, `tierRate.${index}`]
    : [`tierRate.${index}`];
  const error = ids.map((id) => errorOf(state, id)).find((text) => text !== '');
  return (
    <>
      {!bounded && <span className={styles.tierBeyond}>beyond</span>}
      {ids.map((id) => {
        const { label, unit } = tierField(id, state.preferences);
        return (
          <Input
            key={id}
            numeric
            aria-label={label}
            aria-invalid={errorOf(state, id) !== ''}
            aria-describedby={error ? errorId : undefined}
            unit={unit}
            value={textOf(state, id)}
            onValueChange={(text) => state.type(id, text)}
            onBlur={() => state.settle(id)}
          />
        );
      })}
      {bounded ? (
        <IconButton label={`Remove tier ${index + 1}`} onClick={onRemove}>
          <X />
        </IconButton>
      ) : (
        <span />
      )}
      {error && (
        <p id={errorId} className={`${styles.error} ${styles.tierError}`}>
          {error}
        </p>
      )}
    </>
  );
}
