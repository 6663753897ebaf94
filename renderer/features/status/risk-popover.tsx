import type { RefObject } from 'react';
import type { Finding, PolicyDecision } from '../../../shared/validation/types.ts';
import type { CheckedSource } from '../../../shared/contract/models/validation.ts';
import { presets, type JudgedFamily, type Policy } from '../../../shared/validation/policy.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { CodeText } from '../../ui/code-text.tsx';
import { Popover } from '../../ui/popover.tsx';
import { toneOfLevel } from '../../ui/tone.ts';
import { decisionNames } from '../policy/levels.ts';
import { usePolicyStore } from '../policy/policy-store.ts';
import { unjudged } from '../problems/problems-state.ts';
import { ruleOf } from '../rules/rule-of.ts';
import { useRulesPageStore } from '../rules/rules-page-store.ts';
import { useLayoutStore } from '../shell/layout-store.ts';
import styles from './risk-popover.module.css';
import { AcceptedNote } from './accepted-note.tsx';
import { RiskScale } from './risk-scale.tsx';
import { riskTermsOf } from './risk-sum.ts';

interface Props {
  readonly assessment: CheckedSource;
  readonly anchor: RefObject<HTMLElement | null>;
  readonly onClose: () => void;
}

/** Why the score is what it is: its sum, the scale, the policy, and what is judged beside the score. */
export function RiskPopover({ assessment, anchor, onClose }: Props) {
  const { findings, riskScore, riskLevel, decision } = assessment;
  const policy = usePolicyOf(assessment);
  const showRules = useRulesPageStore((state) => state.show);
  const showBottom = useLayoutStore((state) => state.showBottom);
  const reason = unjudged(findings);
  const leave = (act: () => void) => {
    onClose();
    act();
  };
  const changed = assessment.policy?.changed ? ', with changes of its own' : '';
  return (
    <Popover label="What the risk is made of" anchor={anchor} width={440} onClose={onClose}>
      <div className={styles.content} data-testid="risk-popover">
        <div className={styles.heading}>
          <span className={styles.score}>{reason ? '–' : riskScore}</span>
          <Badge tone={reason ? 'critical' : toneOfLevel(riskLevel)}>
            {reason ? 'NOT JUDGED' : riskLevel}
          </Badge>
          <span className={styles.verdict}>
            {assessment.acceptance ? 'May run: it was reviewed' : decisionNames[decision]}
          </span>
        </div>
        <AcceptedNote {...assessment} />
        {reason && (
          <p className={styles.reason}>
            <CodeText text={reason.message} />
          </p>
        )}
        {!reason && (
          <RiskSum assessment={assessment} onChoose={(id) => leave(() => showRules(id))} />
        )}
        <RiskScale policy={policy} score={reason ? null : riskScore} level={riskLevel} />
        {!reason && <Families findings={findings} policy={policy} />}
        <div className={styles.footer}>
          <span>
            Judged by the policy <b>{policy.preset}</b>
            {changed}.
          </span>
          <Button onClick={() => leave(() => showBottom('problems'))}>Show problems</Button>
          <Button onClick={() => leave(() => showRules())}>Rules and policy</Button>
        </div>
      </div>
    </Popover>
  );
}

/** The policy that judged, as far as it is still known; else the preset it came from. */
function usePolicyOf({ policy }: CheckedSource): Policy {
  const state = usePolicyStore((store) => store.state);
  if (state !== null && (policy === null || policy.hash === state.hash)) return state.policy;
  return presets[policy?.preset ?? 'standard'];
}

interface SumProps {
  readonly assessment: CheckedSource;
  readonly onChoose: (ruleId: string) => void;
}

function RiskSum({ assessment: { findings, riskScore }, onChoose }: SumProps) {
  const terms = riskTermsOf(findings);
  if (terms.length === 0) return <p className={styles.none}>No finding adds to the score.</p>;
  return (
    <table className={styles.sum}>
      <thead>
        <tr>
          <th scope="col">Rule</th>
          <th scope="col">Points × found</th>
          <th scope="col">Adds</th>
        </tr>
      </thead>
      <tbody>
        {terms.map(({ ruleId, points, count, subtotal }) => (
          <tr key={`${ruleId} ${points}`}>
            <td>
              <button type="button" className={styles.rule} onClick={() => onChoose(ruleId)}>
                {ruleOf(ruleId)?.title ?? ruleId} <code>{ruleId}</code>
              </button>
            </td>
            <td>
              {points} × {count}
            </td>
            <td>{subtotal}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={2}>
            Risk score
          </th>
          <td>{riskScore}</td>
        </tr>
      </tfoot>
    </table>
  );
}

const familyNames: Readonly<Record<JudgedFamily, string>> = {
  'look-ahead': 'Look-ahead',
  determinism: 'Not repeatable',
};

/** What a finding of the family does to a run, whatever the score says. */
const familyVerdicts: Readonly<Record<JudgedFamily, Readonly<Record<PolicyDecision, string>>>> = {
  'look-ahead': {
    allow: 'does not stop a run; the result wears it until it is fixed',
    review: 'wants a review before it runs',
    reject: 'is not run',
  },
  determinism: {
    allow: 'does not stop a run, but two runs need not agree',
    review: 'wants a review before it runs',
    reject: 'is not run',
  },
};

interface FamiliesProps {
  readonly findings: readonly Finding[];
  readonly policy: Policy;
}

/** The second axis: what is not dangerous but wrong. */
function Families({ findings, policy }: FamiliesProps) {
  return (
    <section className={styles.families} aria-label="Beside the score">
      <h3>Beside the score</h3>
      {(['look-ahead', 'determinism'] as const).map((family) => {
        const count = findings.filter((finding) => finding.family === family).length;
        return (
          <p key={family}>
            <Badge tone={count === 0 ? 'neutral' : family === 'look-ahead' ? 'high' : 'medium'}>
              {count}
            </Badge>
            <b>{familyNames[family]}</b>
            <span>
              {count === 0 ? 'none found' : familyVerdicts[family][policy.families[family]]}
            </span>
          </p>
        );
      })}
    </section>
  );
}
