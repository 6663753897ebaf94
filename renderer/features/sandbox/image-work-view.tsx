import { useEffect, useRef } from 'react';
import { Button } from '../../ui/button.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { languageNames } from '../../lib/language-names.ts';
import type { ImageWork } from './sandbox-state.ts';
import { Disclosure } from './disclosure.tsx';
import styles from './sandbox-dialog.module.css';
import { useSandboxStore } from './sandbox-store.ts';

const verbs = { build: 'Building', save: 'Saving', load: 'Loading' };

/** What is being done to an image: how far it is, its log, and the way to end it. */
export function ImageWorkView({ work }: { readonly work: ImageWork }) {
  const cancelWork = useSandboxStore((state) => state.cancelWork);
  const isUnderWay = work.state === 'under-way';
  const log = work.lines.length > 0 && <BuildLog lines={work.lines} />;
  if (!isUnderWay) {
    // A log of what went well is of use to few.
    if (work.state !== 'done') return log;
    return log && <Disclosure label="Log of the build">{log}</Disclosure>;
  }
  return (
    <>
      <div className={styles.progress}>
        <ProgressBar
          label={`${verbs[work.task]} the image for ${languageNames[work.language]}`}
          fraction={work.fraction}
        />
        <p>{work.step}</p>
        <Button variant="danger" onClick={() => void cancelWork()}>
          Cancel
        </Button>
      </div>
      {log}
    </>
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
