import styles from './key-hint.module.css';

/** A keyboard shortcut as text, such as "Ctrl+K". */
export function KeyHint({ keys }: { readonly keys: string }) {
  return <kbd className={styles.hint}>{keys}</kbd>;
}
