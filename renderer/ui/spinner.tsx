import styles from './spinner.module.css';

interface SpinnerProps {
  /** What is being waited for; read aloud. */
  readonly label: string;
  readonly size?: number;
}

export function Spinner({ label, size = 14 }: SpinnerProps) {
  return (
    <span role="status" className={styles.spinner} style={{ width: size, height: size }}>
      <span className="visually-hidden">{label}</span>
    </span>
  );
}
