import { FileCode2 } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import styles from './editor-pane.module.css';
import { useActiveDocument, useEditorStore } from './editor-store.ts';
import { EditorToolbar } from './editor-toolbar.tsx';
import { useNewStrategyStore } from './new-strategy/new-strategy-store.ts';
import { SaveAsDialog } from './save-as-dialog.tsx';

const CodeEditor = lazy(() => import('./code-editor.tsx'));

/** The middle of the window: tabs, actions and the code. */
export function EditorPane() {
  const document = useActiveDocument();
  const opening = useEditorStore((state) => state.openingId !== null);
  const ask = useNewStrategyStore((state) => state.ask);
  return (
    <section aria-label="Editor" className={styles.pane} data-pane="editor">
      <EditorToolbar />
      <div className={styles.code} data-testid="editor">
        <Suspense
          fallback={
            <div className={styles.loading}>
              <Spinner label="Loading the editor" size={20} />
            </div>
          }
        >
          <CodeEditor />
        </Suspense>
        {!document && (
          <div className={styles.cover}>
            {opening ? (
              <div className={styles.loading}>
                <Spinner label="Opening the strategy" size={20} />
              </div>
            ) : (
              <EmptyState
                icon={<FileCode2 />}
                title="No strategy is open"
                action={<Button onClick={ask}>New strategy…</Button>}
              >
                Choose one in the explorer, or begin a new one.
              </EmptyState>
            )}
          </div>
        )}
      </div>
      <SaveAsDialog />
    </section>
  );
}
