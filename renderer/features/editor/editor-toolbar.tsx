import { RotateCcw, Save } from 'lucide-react';
import { IconButton } from '../../ui/icon-button.tsx';
import { printShortcut, shortcutOf } from '../palette/shortcuts.ts';
import { RunControls } from '../run/run-controls.tsx';
import styles from './editor-toolbar.module.css';
import { EditorTabs } from './editor-tabs.tsx';
import { isDirty } from './editor-state.ts';
import { useActiveDocument, useEditorStore } from './editor-store.ts';

export function EditorToolbar() {
  const document = useActiveDocument();
  const { save, saving, discardEdits } = useEditorStore();
  const isExample = document?.kind === 'example';
  const canSave = document !== undefined && !saving && (isExample || isDirty(document));
  return (
    <header className={styles.bar}>
      <EditorTabs />
      <div className={styles.actions}>
        {document && isDirty(document) && (
          <IconButton label="Discard edits" onClick={discardEdits}>
            <RotateCcw />
          </IconButton>
        )}
        <IconButton
          label={isExample ? 'Save as your own strategy' : 'Save'}
          shortcut={printShortcut(shortcutOf('strategy.save'))}
          disabled={!canSave}
          onClick={() => void save()}
        >
          <Save />
        </IconButton>
        <RunControls />
      </div>
    </header>
  );
}
