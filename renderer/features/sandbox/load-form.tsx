import { useState } from 'react';
import type { Language } from '../../../shared/validation/types.ts';
import { languageNames } from '../../lib/language-names.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Input } from '../../ui/input.tsx';
import styles from './sandbox-dialog.module.css';
import { useSandboxStore } from './sandbox-store.ts';
import { useHasFileDialogs } from './use-has-file-dialogs.ts';
import { WorkFailure } from './work-failure.tsx';

interface LoadFormProps {
  readonly language: Language;
  readonly disabled: boolean;
  readonly onLoaded: () => void;
}

/** Takes the image from a file whose code was shown when it was saved. */
export function LoadForm({ language, disabled, onLoaded }: LoadFormProps) {
  const loadImage = useSandboxStore((state) => state.loadImage);
  const hasDialogs = useHasFileDialogs();
  const [path, setPath] = useState('');
  const [code, setCode] = useState('');
  const isComplete = code.trim() !== '' && (hasDialogs || path.trim() !== '');
  const load = async () => {
    if (await loadImage(language, code, hasDialogs ? undefined : path)) onLoaded();
  };
  return (
    <form
      className={styles.form}
      aria-label={`Load the image for ${languageNames[language]}`}
      onSubmit={(event) => {
        event.preventDefault();
        void load();
      }}
    >
      <p>
        What a file holds cannot be judged by looking at it: whoever could change it could make it
        trade other than your strategy says. So it is loaded only with the code that was shown when
        it was saved, and is as trustworthy as the computer that showed it.
      </p>
      {!hasDialogs && (
        <Field
          label="File"
          stacked
          hint="On the computer that Stratbox runs on; what is no full path begins in the home folder."
        >
          {(control) => (
            <Input
              {...control}
              value={path}
              placeholder={
                language === 'python' ? 'stratbox-python-image-….tar' : 'stratbox-image-….tar'
              }
              onValueChange={setPath}
            />
          )}
        </Field>
      )}
      <Field label="Code" stacked>
        {(control) => (
          <Input {...control} value={code} placeholder="1f0c 52ab …" onValueChange={setCode} />
        )}
      </Field>
      <div className={styles.actions}>
        <Button type="submit" variant="primary" disabled={disabled || !isComplete}>
          {hasDialogs ? 'Choose the file and load' : 'Load'}
        </Button>
      </div>
      <WorkFailure language={language} />
    </form>
  );
}
