import { ChevronRight } from 'lucide-react';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { Badge } from '../../ui/badge.tsx';
import { useEditorStore } from '../editor/editor-store.ts';
import { movedIndex } from '../history/history-order.ts';
import { ProblemRow } from './problem-row.tsx';
import type { ProblemGroup, ProblemsView } from './problem-groups.ts';
import { changeView } from './problems-view.ts';
import styles from './problems-list.module.css';

/** A hostile text may have a hundred thousand; nobody reads more than this. */
const mostShown = 1000;

interface Props {
  readonly groups: readonly ProblemGroup[];
  readonly view: ProblemsView;
}

/** Groups that fold, and in each its problems. Arrow keys move, Enter goes to the code. */
export function ProblemsList({ groups, view }: Props) {
  const list = useRef<HTMLDivElement>(null);
  const [focused, setFocused] = useState<string | null>(null);
  const cursor = useEditorStore((state) => state.cursor);
  const fold = (id: string, folded: boolean) => {
    const others = view.folded.filter((one) => one !== id);
    changeView({ folded: folded ? [...others, id] : others });
  };
  const rows = () => [...(list.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
  const onKeyDown = (event: KeyboardEvent) => {
    const all = rows();
    const at = all.findIndex((row) => row === document.activeElement);
    const group = all[at]?.dataset['group'];
    if (group !== undefined && (event.key === 'ArrowLeft' || event.key === 'ArrowRight')) {
      event.preventDefault();
      return fold(group, event.key === 'ArrowLeft');
    }
    const target = movedIndex(event.key, at, all.length);
    if (target === null) return;
    event.preventDefault();
    all[target]?.focus();
  };
  const listed = limited(groups);
  const keys = listed.flatMap(({ id, title, folded, problems }) => [
    ...(title === '' ? [] : [id]),
    ...(folded ? [] : problems.map(({ key }) => key)),
  ]);
  const reachable = focused !== null && keys.includes(focused) ? focused : keys[0];
  // What had the focus is gone when it was fixed: the next one takes it.
  const lastAt = useRef(-1);
  useEffect(() => {
    const all = rows();
    if (document.activeElement === document.body && lastAt.current >= 0) {
      all[Math.min(lastAt.current, all.length - 1)]?.focus();
    }
  });
  const total = groups.reduce((sum, { problems }) => sum + problems.length, 0);

  return (
    <div
      ref={list}
      className={styles.list}
      data-testid="problems-list"
      role="group"
      aria-label="Problems"
      onKeyDown={onKeyDown}
      onFocus={({ target }) => {
        const row = target.closest('li')?.querySelector<HTMLElement>('[data-row]') ?? target;
        lastAt.current = rows().indexOf(row);
      }}
      onBlur={({ relatedTarget }) => {
        if (relatedTarget !== null) lastAt.current = -1;
      }}
    >
      {listed.map(({ id, title, points, problems, count, folded }) => (
        <section key={id} aria-label={title || 'All'}>
          {title !== '' && (
            <h3>
              <button
                type="button"
                data-row
                data-group={id}
                tabIndex={reachable === id ? 0 : -1}
                aria-expanded={!folded}
                className={styles.group}
                onFocus={() => setFocused(id)}
                onClick={() => fold(id, !folded)}
              >
                <ChevronRight aria-hidden="true" data-open={!folded} />
                {title}
                <span className={styles.count}>{count}</span>
                {points > 0 && <Badge>+{points} points</Badge>}
              </button>
            </h3>
          )}
          {!folded && (
            <ul>
              {problems.map((problem) => (
                <ProblemRow
                  key={problem.key}
                  problem={problem}
                  reachable={reachable === problem.key}
                  current={problem.line === cursor.line && problem.column === cursor.column}
                  onFocus={() => setFocused(problem.key)}
                />
              ))}
            </ul>
          )}
        </section>
      ))}
      {total > mostShown && (
        <p className={styles.more}>
          The first {mostShown.toLocaleString('en-US')} of {total.toLocaleString('en-US')} are
          listed.
        </p>
      )}
    </div>
  );
}

/** Each group with how many it has in all, and of the problems as many as are shown. */
function limited(groups: readonly ProblemGroup[]) {
  let left = mostShown;
  return groups.map((group) => {
    const problems = group.problems.slice(0, left);
    left -= problems.length;
    return { ...group, problems, count: group.problems.length };
  });
}
