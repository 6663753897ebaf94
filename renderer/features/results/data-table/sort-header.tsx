import { ChevronDown, ChevronUp } from 'lucide-react';
import type { ColumnLayout } from './data-table.tsx';
import styles from './data-table.module.css';

interface Props {
  readonly label: string;
  readonly layout: ColumnLayout | undefined;
  readonly sorted: 'asc' | 'desc' | false;
  readonly onSort: () => void;
}

const spoken = { asc: 'ascending', desc: 'descending' } as const;

/** A column's head: a button that sorts by it, in one direction, then the other, then not at all. */
export function SortHeader({ label, layout, sorted, onSort }: Props) {
  const Arrow = sorted === 'asc' ? ChevronUp : ChevronDown;
  const stuckAt = layout?.stuckAt;
  return (
    <th
      scope="col"
      aria-sort={sorted === false ? 'none' : spoken[sorted]}
      className={layout?.text === true ? styles.text : undefined}
      data-stuck={stuckAt !== undefined}
      style={stuckAt === undefined ? undefined : { left: stuckAt }}
    >
      <button
        type="button"
        className={styles.sort}
        data-sorted={sorted}
        title={label}
        onClick={onSort}
      >
        <span>{label}</span>
        <Arrow size={12} aria-hidden className={styles.arrow} />
      </button>
    </th>
  );
}
