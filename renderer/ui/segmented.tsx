import styles from './segmented.module.css';

export interface Segment<Id extends string> {
  readonly id: Id;
  readonly label: string;
  readonly title?: string;
  readonly disabled?: boolean;
}

interface Props<Id extends string> {
  /** What is chosen among. */
  readonly label: string;
  readonly segments: readonly Segment<Id>[];
  readonly selected: Id;
  readonly onSelect: (id: Id) => void;
}

/** A choice of a few that are all in sight. */
export function Segmented<Id extends string>({ label, segments, selected, onSelect }: Props<Id>) {
  return (
    <div className={styles.segments} role="group" aria-label={label}>
      {segments.map(({ id, label, title, disabled = false }) => (
        <button
          key={id}
          type="button"
          className={styles.segment}
          aria-pressed={id === selected}
          disabled={disabled}
          title={title}
          onClick={() => onSelect(id)}
        >
          {label}
        </button>
      ))}
    </div>
  );
}
