import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useConflictStore } from './conflict-store.ts';
import { documentOf } from './editor-state.ts';
import { useEditorStore } from './editor-store.ts';
import { keepAsCopy, overwriteTheirs, takeTheirs } from './resolve-conflict.ts';

/** Asks what becomes of two windows' texts of one strategy. */
export function ConflictDialog() {
  const { askingId, postpone } = useConflictStore();
  const document = useEditorStore((state) => documentOf(state, askingId));
  if (!document) return null;
  const { id, name } = document;
  return (
    <Dialog
      title={`“${name}” was changed in another window`}
      width={520}
      onClose={postpone}
      footer={
        <>
          <Button variant="danger" onClick={() => void overwriteTheirs(id)}>
            Overwrite
          </Button>
          <Button onClick={() => void takeTheirs(id)}>Reload theirs</Button>
          <Button variant="primary" data-autofocus onClick={() => void keepAsCopy(id)}>
            Keep mine as a copy
          </Button>
        </>
      }
    >
      <p>
        Your edits are in this editor only and are not stored yet. Keeping them as a copy saves them
        as a new strategy and loses nothing. Reloading shows the other window’s text here in place
        of yours; overwriting puts yours in place of theirs.
      </p>
    </Dialog>
  );
}
