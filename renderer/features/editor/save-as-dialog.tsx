import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { Input } from '../../ui/input.tsx';
import { documentOf, type OpenDocument } from './editor-state.ts';
import { useEditorStore } from './editor-store.ts';

export function SaveAsDialog() {
  const document = useEditorStore((state) => documentOf(state, state.namingId));
  return document ? <SaveAs key={document.id} document={document} /> : null;
}

function SaveAs({ document }: { readonly document: OpenDocument }) {
  const { saveAs, stopAsking, saving } = useEditorStore();
  const [name, setName] = useState(`${document.name} (mine)`);
  const empty = name.trim() === '';
  const confirm = () => {
    if (!empty && !saving) void saveAs(name.trim());
  };
  return (
    <Dialog
      title="Save as"
      width={400}
      onClose={stopAsking}
      footer={
        <>
          <Button onClick={stopAsking}>Cancel</Button>
          <Button variant="primary" disabled={empty || saving} onClick={confirm}>
            Save
          </Button>
        </>
      }
    >
      <Field
        label="Name"
        stacked
        error={empty ? 'Enter a name.' : ''}
        hint={document.kind === 'example' ? 'Examples stay as they are; this is your copy.' : ''}
      >
        {(control) => (
          <Input
            {...control}
            data-autofocus
            value={name}
            maxLength={120}
            onValueChange={setName}
            onFocus={(event) => event.target.select()}
            onKeyDown={(event) => event.key === 'Enter' && confirm()}
          />
        )}
      </Field>
    </Dialog>
  );
}
