import { ChevronDown, ChevronUp } from 'lucide-react';
import styles from './trades-table.module.css';

interface Props {
  readonly label: string;
  readonly isText: boolean;
  readonly sorted: 'asc' | 'desc' | false;
  readonly onSort: () => void;
}

const spoken = { asc: 'ascending', desc: 'descending' } as const;

/** A column's head: a button that sorts by it, in one direction, then the other, then not at all. */
export function SortHeader({ label, isText, sorted, onSort }: Props) {
  const Arrow = sorted === 'asc' ? ChevronUp : ChevronDown;
  return (
    <th
      scope="col"
      aria-sort={sorted === false ? 'none' : spoken[sorted]}
      className={isText ? styles.text : undefined}
    >
      <button type="button" className={styles.sort} data-sorted={sorted} onClick={onSort}>
        <span>{label}</span>
        <Arrow size={12} aria-hidden className={styles.arrow} />
      </button>
    </th>
  );
}
