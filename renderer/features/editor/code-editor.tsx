import { useEffect, useRef } from 'react';
import styles from './code-editor.module.css';
import { mountEditor } from './mount-editor.ts';

/** The code of the shown strategy. Loaded on demand, for Monaco is most of the window's weight. */
export default function CodeEditor() {
  const container = useRef<HTMLDivElement>(null);
  useEffect(() => (container.current ? mountEditor(container.current) : undefined), []);
  return <div ref={container} className={styles.editor} />;
}
