import { useId, useState } from 'react';
import type {
  EngineStatus,
  ImageStatus,
  LoadedFrom,
} from '../../../shared/contract/models/sandbox.ts';
import type { Language } from '../../../shared/validation/types.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { formatMoment } from '../results/format/format-date.ts';
import { ImageWorkView } from './image-work-view.tsx';
import { LoadForm } from './load-form.tsx';
import { SaveForm } from './save-form.tsx';
import styles from './sandbox-dialog.module.css';
import { describeImage, workOn } from './sandbox-state.ts';
import { languageNames } from '../../lib/language-names.ts';
import { useSandboxStore } from './sandbox-store.ts';

interface Props {
  readonly language: Language;
  readonly image: ImageStatus;
  readonly loadedFrom: LoadedFrom | null;
  readonly engine: EngineStatus;
}

/** The image that a language runs in: what it is, and all that can be done to it. */
export function ImageSection({ language, image, loadedFrom, engine }: Props) {
  const titleId = useId();
  const { work, buildImage, removeImage } = useSandboxStore();
  const [form, setForm] = useState<'save' | 'load' | null>(null);
  const ownWork = workOn(work, language);
  const { text, tone } = describeImage(image, ownWork);
  const isBusy = work.state === 'under-way' || engine.state !== 'ready';
  const exists = image.state === 'ready' || image.state === 'stale';
  return (
    <section className={styles.section} aria-labelledby={titleId} data-testid={`image-${language}`}>
      <h3 id={titleId}>Image for {languageNames[language]}</h3>
      <Badge tone={tone}>{text}</Badge>
      {image.state !== 'ready' && image.message !== '' && <p>{image.message}</p>}
      <dl className={styles.facts}>
        <dt>Name</dt>
        <dd className="selectable">{image.tag}</dd>
        {image.sizeBytes !== null && (
          <>
            <dt>Size</dt>
            <dd>{Math.round(image.sizeBytes / 1e6)} MB</dd>
          </>
        )}
        {image.createdAt !== null && (
          <>
            <dt>Built</dt>
            <dd>{formatMoment(image.createdAt)}</dd>
          </>
        )}
        {loadedFrom && (
          <>
            <dt>Origin</dt>
            <dd className="selectable">
              Loaded from {loadedFrom.fileName}, {formatMoment(loadedFrom.at)}, with the code that
              was given
            </dd>
          </>
        )}
      </dl>
      <ImageWorkView work={ownWork} />
      <div className={styles.actions}>
        <Button
          disabled={isBusy}
          onClick={() => {
            setForm(null);
            void buildImage(language);
          }}
        >
          {exists ? 'Build again' : 'Build image'}
        </Button>
        <Button
          disabled={isBusy || image.state !== 'ready'}
          aria-expanded={form === 'save'}
          onClick={() => setForm(form === 'save' ? null : 'save')}
        >
          Save to file
        </Button>
        <Button
          disabled={isBusy}
          aria-expanded={form === 'load'}
          onClick={() => setForm(form === 'load' ? null : 'load')}
        >
          Load from file
        </Button>
        <Button
          variant="ghost"
          disabled={isBusy || !exists}
          onClick={() => void removeImage(language)}
        >
          Remove image
        </Button>
      </div>
      {form === 'save' && <SaveForm language={language} image={image} disabled={isBusy} />}
      {form === 'load' && (
        <LoadForm language={language} disabled={isBusy} onLoaded={() => setForm(null)} />
      )}
    </section>
  );
}
