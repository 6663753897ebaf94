import { ChevronRight } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { Button } from '../../../ui/button.tsx';
import { changedItems, settingGroups, type GroupId } from '../setting-groups.ts';
import { hasError } from '../settings-state.ts';
import { useSettingsStore } from '../settings-store.ts';
import styles from './setting-group.module.css';

interface Props {
  readonly id: GroupId;
  /** It holds what must be seen, beside what is wrong with its own fields. */
  readonly mustShow?: boolean;
  readonly children: ReactNode;
}

/** Some settings under a title that folds them away, says how many are not the default, and resets them. */
export function SettingGroup({ id, mustShow = false, children }: Props) {
  const bodyId = useId();
  const state = useSettingsStore();
  const { title, items, rare } = settingGroups[id];
  const changed = changedItems(state.preferences, id);
  const remembered = state.preferences.layout[`settings.${id}`];
  // What cannot be used must be seen, wherever it hides.
  const open = mustShow || hasError(state, items) || (remembered ?? !rare) === true;
  return (
    <section className={styles.group} aria-label={title} data-testid={`setting-group-${id}`}>
      <div className={styles.header}>
        <h3>
          <button
            type="button"
            className={styles.toggle}
            aria-expanded={open}
            aria-controls={bodyId}
            onClick={() => state.updateLayout(`settings.${id}`, !open)}
          >
            <ChevronRight size={14} aria-hidden className={styles.chevron} />
            {title}
          </button>
        </h3>
        {changed.length > 0 && (
          <>
            <span className={styles.changed}>{changed.length} changed</span>
            <Button
              variant="ghost"
              aria-label={`Reset ${title}`}
              onClick={() => state.resetItems(items)}
            >
              Reset
            </Button>
          </>
        )}
      </div>
      <div id={bodyId} className={styles.body} hidden={!open}>
        {open && children}
      </div>
    </section>
  );
}
