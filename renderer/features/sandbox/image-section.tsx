import { useState } from 'react';
import type { SandboxStatus } from '../../../shared/contract/models/sandbox.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { formatMoment } from '../results/format/format-date.ts';
import { ImageWorkView } from './image-work-view.tsx';
import { LoadForm } from './load-form.tsx';
import { SaveForm } from './save-form.tsx';
import styles from './sandbox-dialog.module.css';
import { describeImage } from './sandbox-state.ts';
import { useSandboxStore } from './sandbox-store.ts';

/** The sandbox image: what it is, and all that can be done to it. */
export function ImageSection({ status }: { readonly status: SandboxStatus }) {
  const { work, buildImage, removeImage } = useSandboxStore();
  const [form, setForm] = useState<'save' | 'load' | null>(null);
  const { image, engine, loadedFrom } = status;
  const { text, tone } = describeImage(status, work);
  const isBusy = work.state === 'under-way' || engine.state !== 'ready';
  const exists = image.state === 'ready' || image.state === 'stale';
  return (
    <section className={styles.section}>
      <h3>Sandbox image</h3>
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
      <ImageWorkView />
      <div className={styles.actions}>
        <Button
          disabled={isBusy}
          onClick={() => {
            setForm(null);
            void buildImage();
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
        <Button variant="ghost" disabled={isBusy || !exists} onClick={() => void removeImage()}>
          Remove image
        </Button>
      </div>
      {form === 'save' && <SaveForm image={image} disabled={isBusy} />}
      {form === 'load' && <LoadForm disabled={isBusy} onLoaded={() => setForm(null)} />}
    </section>
  );
}
