import { Info, OctagonAlert, TriangleAlert } from 'lucide-react';
import { FindingLinks } from './finding-links.tsx';
import styles from './notice-list.module.css';
import type { RunNotice } from './run-notices.ts';

interface Props {
  readonly notices: readonly RunNotice[];
  readonly onGoToLine: (line: number, column: number) => void;
}

const icons = { accent: Info, medium: TriangleAlert, critical: OctagonAlert };

/** What has to be read together with the figures: always open, above them. */
export function NoticeList({ notices, onGoToLine }: Props) {
  if (notices.length === 0) return null;
  return (
    <ul className={styles.notices} aria-label="Read before using these figures">
      {notices.map(({ id, tone, title, text, findings }) => {
        const Icon = icons[tone];
        return (
          <li key={id} className={styles.notice} data-tone={tone} data-testid={`notice-${id}`}>
            <Icon size={14} aria-hidden className={styles.icon} />
            <div className={styles.body}>
              <p className={styles.title}>{title}</p>
              <p className={styles.text}>{text}</p>
              <FindingLinks findings={findings} onGoToLine={onGoToLine} />
            </div>
          </li>
        );
      })}
    </ul>
  );
}
