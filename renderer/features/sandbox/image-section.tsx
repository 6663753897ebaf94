import { useEffect, useRef } from 'react';
import type { SandboxStatus } from '../../../shared/contract/models/sandbox.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { formatMoment } from '../results/format/format-date.ts';
import styles from './sandbox-dialog.module.css';
import { describeImage } from './sandbox-state.ts';
import { useSandboxStore } from './sandbox-store.ts';

/** The sandbox image: what it is, and its build, cancel and removal. */
export function ImageSection({ status }: { readonly status: SandboxStatus }) {
  const { build, buildImage, cancelBuild, removeImage } = useSandboxStore();
  const { image, engine } = status;
  const { text, tone } = describeImage(status, build);
  const building = build.state === 'building';
  const exists = image.state === 'ready' || image.state === 'stale';
  return (
    <section className={styles.section}>
      <h3>Sandbox image</h3>
      <Badge tone={tone}>{text}</Badge>
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
      </dl>
      {image.state !== 'ready' && image.message !== '' && !building && <p>{image.message}</p>}
      {building && (
        <div className={styles.progress}>
          <ProgressBar label="Building the sandbox image" fraction={build.fraction} />
          <p>{build.step}</p>
        </div>
      )}
      {build.lines.length > 0 && <BuildLog lines={build.lines} />}
      <div className={styles.actions}>
        {building ? (
          <Button variant="danger" onClick={() => void cancelBuild()}>
            Cancel build
          </Button>
        ) : (
          <>
            <Button disabled={engine.state !== 'ready'} onClick={() => void buildImage()}>
              {exists ? 'Build again' : 'Build image'}
            </Button>
            {exists && (
              <Button variant="ghost" onClick={() => void removeImage()}>
                Remove image
              </Button>
            )}
          </>
        )}
      </div>
    </section>
  );
}

function BuildLog({ lines }: { readonly lines: readonly string[] }) {
  const box = useRef<HTMLPreElement>(null);
  useEffect(() => {
    box.current?.scrollTo({ top: box.current.scrollHeight });
  }, [lines]);
  return (
    // What is scrolled must be reachable by keyboard.
    <pre ref={box} tabIndex={0} aria-label="Build log" className={styles.log}>
      {lines.join('\n')}
    </pre>
  );
}
