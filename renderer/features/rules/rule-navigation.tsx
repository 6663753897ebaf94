import { Search } from 'lucide-react';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { describePolicy, differencesFromPreset } from '../../../shared/contract/models/policy.ts';
import type { Policy } from '../../../shared/validation/policy.ts';
import { Badge } from '../../ui/badge.tsx';
import { movedIndex } from '../history/history-order.ts';
import { effectiveRule } from '../policy/policy-changes.ts';
import { toneOfFinding } from '../editor/finding-marks.ts';
import styles from './rules-page.module.css';
import { familyTitles, searchRules } from './rules-list.ts';

interface Props {
  readonly search: string;
  readonly policy: Policy | null;
  /** Null: the policy. */
  readonly selected: string | null;
  readonly onSearch: (search: string) => void;
  readonly onSelect: (ruleId: string | null) => void;
}

/** The policy and every rule, with how much each counts here. Arrow keys move, from the search too. */
export function RuleNavigation({ search, policy, selected, onSearch, onSelect }: Props) {
  const list = useRef<HTMLElement>(null);
  const groups = searchRules(search);
  const ids = groups.flatMap(({ rules }) => rules.map(({ id }) => id));
  const entries: (string | null)[] = [null, ...ids];
  useEffect(() => {
    list.current?.querySelector('[aria-current="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  const onKeyDown = (event: KeyboardEvent) => {
    const inSearch = event.target instanceof HTMLInputElement;
    if (inSearch && !event.key.startsWith('Arrow')) return;
    const at = inSearch ? (event.key === 'ArrowDown' ? 0 : -1) : entries.indexOf(selected);
    const target = movedIndex(event.key, at, entries.length);
    if (target === null || (inSearch && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    onSelect(entries[target] ?? null);
    list.current?.querySelectorAll<HTMLElement>('[data-entry]')[target]?.focus();
  };
  const entry = (id: string | null) => ({
    type: 'button' as const,
    'data-entry': true,
    tabIndex: id === selected ? 0 : -1,
    'aria-current': id === selected,
    className: styles.entry,
    onClick: () => onSelect(id),
  });
  return (
    <nav className={styles.navigation} aria-label="Rules" ref={list} onKeyDown={onKeyDown}>
      <div className={styles.search}>
        <Search aria-hidden="true" />
        <input
          data-autofocus
          type="search"
          aria-label="Search the rules"
          placeholder="Search by name, words or code"
          value={search}
          spellCheck={false}
          onChange={(event) => onSearch(event.target.value)}
        />
      </div>
      <div className={styles.entries}>
        <button {...entry(null)}>
          <b>Policy</b>
          {policy && <Badge tone="accent">{nameOf(policy)}</Badge>}
        </button>
        {groups.map(({ family, rules }) => (
          <section key={family} aria-label={familyTitles[family]}>
            <h3>
              {familyTitles[family]} <span>{rules.length}</span>
            </h3>
            {rules.map((rule) => {
              const counted = policy ? effectiveRule(rule, policy) : null;
              const { off = false, points = rule.points, changed = false } = counted ?? {};
              const tone = off ? 'neutral' : toneOfFinding({ points, severity: rule.severity });
              return (
                <button key={rule.id} {...entry(rule.id)} data-off={off}>
                  <span className={styles.name}>{rule.title}</span>
                  {changed && <i title="Changed in this workspace" aria-label="changed" />}
                  {(off || family === 'security') && (
                    <Badge tone={tone}>{off ? 'off' : `+${points}`}</Badge>
                  )}
                </button>
              );
            })}
          </section>
        ))}
        {ids.length === 0 && <p className={styles.none}>No rule has all of these words.</p>}
      </div>
    </nav>
  );
}

/** The preset, and whether the workspace has changed it. */
function nameOf(policy: Policy): string {
  const changed = Object.keys(differencesFromPreset(policy)).length > 1;
  return describePolicy({ preset: policy.preset, changed });
}
