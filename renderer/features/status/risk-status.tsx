import { CircleX, EyeOff, ShieldCheck, ShieldX, TriangleAlert } from 'lucide-react';
import { useCallback, useRef, useState } from 'react';
import { plainText } from '../../ui/plain-text.ts';
import { toneOfLevel } from '../../ui/tone.ts';
import { useActiveDocument } from '../editor/editor-store.ts';
import { countFindings, unjudged } from '../problems/problems-state.ts';
import { useProblemsStore } from '../problems/problems-store.ts';
import { useLayoutStore } from '../shell/layout-store.ts';
import { useIsCutOff } from './connection-store.ts';
import { RiskPopover } from './risk-popover.tsx';
import { StatusItem } from './status-item.tsx';

const decisions = {
  allow: 'may run',
  review: 'wants a review before it runs',
  reject: 'will not be run',
};

/** The risk of the shown strategy, which opens what it is made of, and what was found. */
export function RiskStatus() {
  const { assessment, status } = useProblemsStore();
  const document = useActiveDocument();
  const showBottom = useLayoutStore((state) => state.showBottom);
  const showProblems = () => showBottom('problems');
  const cutOff = useIsCutOff();
  const meter = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const close = useCallback(() => setOpen(false), []);
  if (!document) return null;
  if (cutOff) return <StatusItem testId="risk-badge">Not connected</StatusItem>;
  if (!assessment) {
    const text = status === 'failed' ? 'Check failed' : 'Checking…';
    return (
      <StatusItem testId="risk-badge" onClick={showProblems}>
        {text}
      </StatusItem>
    );
  }
  const { riskLevel, riskScore, decision, findings } = assessment;
  const { errors, warnings, lookAhead } = countFindings(findings);
  const Icon = decision === 'reject' ? ShieldX : ShieldCheck;
  const reason = unjudged(findings);
  return (
    <>
      <StatusItem
        tone={reason ? 'critical' : toneOfLevel(riskLevel)}
        testId="risk-badge"
        tooltip={
          reason
            ? `Not judged, will not be run: ${plainText(reason.message)}`
            : `Risk score ${riskScore}: the strategy ${decisions[decision]}`
        }
        anchor={meter}
        expanded={open}
        onClick={() => setOpen(!open)}
      >
        <Icon aria-hidden="true" />
        {reason ? 'Risk not judged' : `Risk ${riskScore} ${riskLevel}`}
      </StatusItem>
      {open && <RiskPopover assessment={assessment} anchor={meter} onClose={close} />}
      <StatusItem tooltip="Errors and warnings" onClick={showProblems}>
        <CircleX aria-hidden="true" />
        <span className="visually-hidden">Errors</span>
        {errors}
        <TriangleAlert aria-hidden="true" />
        <span className="visually-hidden">Warnings</span>
        {warnings}
      </StatusItem>
      <StatusItem
        {...(lookAhead > 0 ? { tone: 'high' as const } : {})}
        tooltip="Places where the strategy may look ahead"
        testId="look-ahead-count"
        onClick={showProblems}
      >
        <EyeOff aria-hidden="true" />
        {lookAhead} look-ahead
      </StatusItem>
    </>
  );
}
