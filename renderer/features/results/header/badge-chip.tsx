import { Check, Minus, X } from 'lucide-react';
import type { Badge, Badges } from '../../../../shared/contract/models/run.ts';
import { Tooltip } from '../../../ui/tooltip.tsx';
import styles from './result-header.module.css';

interface Props {
  readonly name: keyof Badges;
  readonly label: string;
  readonly badge: Badge;
  /** Opens the section with all the details. */
  readonly onChoose: () => void;
}

export const stateIcons = { passed: Check, failed: X, unknown: Minus };
/** `unknown` never reads as a pass. */
export const stateWords = { passed: 'passed', failed: 'failed', unknown: 'not tested' };

/** One promise: its state by shape and word, not by colour alone; the detail on hover and focus. */
export function BadgeChip({ name, label, badge, onChoose }: Props) {
  const Icon = stateIcons[badge.state];
  const words = stateWords[badge.state];
  return (
    <Tooltip text={`${label}, ${words}. ${badge.detail}`}>
      <button
        type="button"
        className={styles.chip}
        data-state={badge.state}
        data-testid={`badge-${name}`}
        aria-label={`${label}: ${words}. ${badge.detail}`}
        onClick={onChoose}
      >
        <Icon size={12} strokeWidth={2.5} aria-hidden />
        {label}
      </button>
    </Tooltip>
  );
}
