import { useState } from 'react';
import type { ImageStatus, SavedImage } from '../../../shared/contract/models/sandbox.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Input } from '../../ui/input.tsx';
import { CopyButton } from '../results/trust/copy-button.tsx';
import type { Language } from '../../../shared/validation/types.ts';
import { languageNames } from '../../lib/language-names.ts';
import { intoView } from './into-view.ts';
import styles from './sandbox-dialog.module.css';
import { useSandboxStore } from './sandbox-store.ts';
import { useHasFileDialogs } from './use-has-file-dialogs.ts';
import { WorkFailure } from './work-failure.tsx';

interface SaveFormProps {
  readonly language: Language;
  readonly image: ImageStatus;
  readonly disabled: boolean;
}

/** Writes the image to a file for a computer without a network, and shows the code that proves it. */
export function SaveForm({ language, image, disabled }: SaveFormProps) {
  const { saveImage, saved, work } = useSandboxStore();
  const hasDialogs = useHasFileDialogs();
  const [path, setPath] = useState(suggestedFile(language, image));
  return (
    <form
      className={styles.form}
      aria-label={`Save the image for ${languageNames[language]}`}
      onSubmit={(event) => {
        event.preventDefault();
        void saveImage(language, hasDialogs ? undefined : path);
      }}
    >
      <p>For a computer without a network, with this version of Stratbox and this architecture.</p>
      {!hasDialogs && (
        <Field
          label="File"
          stacked
          hint="On the computer that Stratbox runs on; what is no full path begins in the home folder."
        >
          {(control) => <Input {...control} value={path} onValueChange={setPath} />}
        </Field>
      )}
      <div className={styles.actions}>
        <Button type="submit" variant="primary" disabled={disabled || path.trim() === ''}>
          {hasDialogs ? 'Choose a file and save' : 'Save'}
        </Button>
      </div>
      <WorkFailure language={language} />
      {saved && work.language === language && <Saved saved={saved} />}
    </form>
  );
}

function suggestedFile(language: Language, { tag }: ImageStatus): string {
  const kind = language === 'python' ? 'python-image' : 'image';
  return `stratbox-${kind}-${tag.split(':')[1] ?? ''}.tar`;
}

function Saved({ saved }: { readonly saved: SavedImage }) {
  return (
    <div ref={intoView} className={styles.saved} role="status">
      <p>
        Saved <span className="selectable">{saved.path}</span>, {Math.round(saved.sizeBytes / 1e6)}{' '}
        MB. Its code:
      </p>
      <p className={styles.code} data-testid="saved-code">
        <code className="selectable">{saved.code}</code>
        <CopyButton name="the code" text={saved.code} />
      </p>
      <p>
        Take the code along by another way than the file. It is asked for where the file is loaded,
        and only this very file has it.
      </p>
    </div>
  );
}
