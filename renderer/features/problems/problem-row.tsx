import { BookOpen, CircleX, Info, TriangleAlert, WandSparkles } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { CodeText } from '../../ui/code-text.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { plainText } from '../../ui/plain-text.ts';
import { Tooltip } from '../../ui/tooltip.tsx';
import { toneOfFinding } from '../editor/finding-marks.ts';
import { revealInEditor } from '../editor/reveal.ts';
import { ruleOf } from '../rules/rule-of.ts';
import { useRulesPageStore } from '../rules/rules-page-store.ts';
import { applyQuickFix } from './apply-quick-fix.ts';
import styles from './problems-list.module.css';
import type { Problem } from './problems-state.ts';

const icons = { error: CircleX, warning: TriangleAlert, info: Info };

interface Props {
  readonly problem: Problem;
  /** The one of the list that the Tab key reaches. */
  readonly reachable: boolean;
  /** The editor's cursor is at it. */
  readonly current: boolean;
  readonly onFocus: () => void;
}

/** One problem: choosing it goes to its place, its button takes it away. */
export function ProblemRow({ problem, reachable, current, onFocus }: Props) {
  const { severity, source, points, message, fix, line, column, quickFix } = problem;
  const Icon = icons[severity];
  const tabIndex = reachable ? 0 : -1;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== '.' || !(event.ctrlKey || event.metaKey) || !quickFix) return;
    event.preventDefault();
    applyQuickFix(quickFix);
  };
  return (
    <li className={styles.row} data-current={current} onFocus={onFocus}>
      <button
        type="button"
        data-row
        tabIndex={tabIndex}
        className={styles.place}
        aria-current={current}
        onKeyDown={onKeyDown}
        onClick={() => revealInEditor(line, column)}
      >
        <Icon className={styles[severity]} aria-label={severity} />
        <span className={styles.text}>
          <span>
            <CodeText text={message} />
          </span>
          {fix !== '' && (
            <span className={styles.fix}>
              <CodeText text={fix} />
            </span>
          )}
        </span>
        <Badge tone={toneOfFinding({ points, severity })}>
          {points > 0 ? `+${points} ` : ''}
          {source}
        </Badge>
        <span className={styles.where} aria-label={`line ${line}, column ${column}`}>
          {line}:{column}
        </span>
      </button>
      <span className={styles.action}>
        {ruleOf(source) && (
          <IconButton
            label={`About the rule ${source}`}
            tabIndex={tabIndex}
            onClick={() => useRulesPageStore.getState().show(source)}
          >
            <BookOpen />
          </IconButton>
        )}
        {quickFix && (
          <Tooltip text={plainText(quickFix.title)} shortcut="Ctrl+.">
            <Button
              tabIndex={tabIndex}
              aria-label={`Fix: ${plainText(quickFix.title)}, line ${line}`}
              onClick={() => applyQuickFix(quickFix)}
            >
              <WandSparkles aria-hidden="true" />
              Fix
            </Button>
          </Tooltip>
        )}
      </span>
    </li>
  );
}
