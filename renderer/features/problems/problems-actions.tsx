import { Search, WandSparkles, X } from 'lucide-react';
import { IconButton } from '../../ui/icon-button.tsx';
import { applyAllQuickFixes } from './apply-quick-fix.ts';
import type { Grouping, Sorting } from './problem-groups.ts';
import styles from './problems-actions.module.css';
import { useProblemsStore } from './problems-store.ts';
import { changeView, useProblemsView } from './problems-view.ts';
import { editsOfAll } from './quick-fix-edits.ts';

/** Filter, grouping, order and "fix all", at the end of the panel's tabs. */
export function ProblemsActions() {
  const { filter, grouping, sorting } = useProblemsView();
  const findings = useProblemsStore((state) => state.assessment?.findings);
  const { count } = editsOfAll(findings ?? []);
  return (
    <>
      <div className={styles.filter}>
        <Search aria-hidden="true" />
        <input
          type="text"
          aria-label="Filter problems"
          placeholder="Filter"
          value={filter}
          maxLength={100}
          spellCheck={false}
          onChange={(event) => changeView({ filter: event.target.value })}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || filter === '') return;
            event.preventDefault();
            changeView({ filter: '' });
          }}
        />
        {filter !== '' && (
          <button
            type="button"
            aria-label="Clear the filter"
            onClick={() => changeView({ filter: '' })}
          >
            <X aria-hidden="true" />
          </button>
        )}
      </div>
      <select
        aria-label="Group problems by"
        className={styles.select}
        value={grouping}
        onChange={(event) => changeView({ grouping: event.target.value as Grouping })}
      >
        <option value="severity">By severity</option>
        <option value="family">By kind</option>
        <option value="rule">By rule</option>
        <option value="none">No groups</option>
      </select>
      <select
        aria-label="Sort problems by"
        className={styles.select}
        value={sorting}
        onChange={(event) => changeView({ sorting: event.target.value as Sorting })}
      >
        <option value="line">Line</option>
        <option value="severity">Severity</option>
        <option value="points">Points</option>
        <option value="rule">Rule</option>
      </select>
      <IconButton
        label={count === 0 ? 'Nothing can be fixed safely' : `Apply all ${count} quick fixes`}
        disabled={count === 0}
        onClick={applyAllQuickFixes}
      >
        <WandSparkles />
      </IconButton>
    </>
  );
}
