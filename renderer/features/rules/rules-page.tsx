import { Undo2 } from 'lucide-react';
import { useState } from 'react';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { toneOfLevel } from '../../ui/tone.ts';
import { useActiveDocument } from '../editor/editor-store.ts';
import { decisionNames } from '../policy/levels.ts';
import { PolicyForm } from '../policy/policy-form.tsx';
import { usePolicyStore } from '../policy/policy-store.ts';
import { unjudged } from '../problems/problems-state.ts';
import { useProblemsStore } from '../problems/problems-store.ts';
import { RuleDetail } from './rule-detail.tsx';
import { RuleNavigation } from './rule-navigation.tsx';
import { ruleOf } from './rule-of.ts';
import styles from './rules-page.module.css';
import { useRulesPageStore } from './rules-page-store.ts';

/** Every rule in its own words, and the policy that says how they count here. */
export function RulesPage() {
  const open = useRulesPageStore((state) => state.open);
  return open ? <OpenRulesPage /> : null;
}

function OpenRulesPage() {
  const { ruleId, select, close } = useRulesPageStore();
  const { state, earlier, save, undo, reset } = usePolicyStore();
  const [search, setSearch] = useState('');
  const policy = state?.policy ?? null;
  const rule = ruleId === null ? undefined : ruleOf(ruleId);
  const disabled = state?.problem !== undefined;
  return (
    <Dialog
      title="Rules and policy"
      width={1040}
      onClose={close}
      footer={
        <>
          <ShownRisk />
          <Button disabled={earlier.length === 0} onClick={() => void undo()}>
            <Undo2 aria-hidden="true" />
            Undo
          </Button>
          <Button disabled={state === null} onClick={() => void reset()}>
            Reset to standard
          </Button>
          <Button variant="primary" onClick={close}>
            Done
          </Button>
        </>
      }
    >
      <div className={styles.page} data-testid="rules-page">
        <RuleNavigation
          search={search}
          policy={policy}
          selected={rule?.id ?? null}
          onSearch={setSearch}
          onSelect={select}
        />
        <div className={styles.detail} key={rule?.id ?? 'policy'}>
          <PolicyNotice />
          {rule && (
            <RuleDetail
              rule={rule}
              policy={policy}
              disabled={disabled}
              onChange={(next) => void save(next)}
            />
          )}
          {!rule && policy && (
            <>
              <p className={styles.intro}>
                The policy says what may run in this workspace. Every change holds at once and is
                kept in the audit log.
              </p>
              <PolicyForm
                policy={policy}
                disabled={disabled}
                onChange={(next) => void save(next)}
              />
              <p className={styles.file}>
                Kept in <code className="selectable">{state?.file}</code>
              </p>
            </>
          )}
        </div>
      </div>
    </Dialog>
  );
}

/** Why the policy cannot be read or used. */
function PolicyNotice() {
  const { state, failure } = usePolicyStore();
  const problem = failure ?? state?.problem;
  if (!problem) return null;
  return (
    <p role="alert" className={styles.problem}>
      {problem.message} {problem.hint}
    </p>
  );
}

/** What a change means for the strategy at hand. */
function ShownRisk() {
  const document = useActiveDocument();
  const assessment = useProblemsStore((state) => state.assessment);
  if (!document || !assessment) return <span className={styles.risk} />;
  const { riskLevel, riskScore, findings } = assessment;
  const isJudged = unjudged(findings) === undefined;
  return (
    <span className={styles.risk} role="status" data-testid="rules-page-risk">
      {document.name}
      <Badge tone={isJudged ? toneOfLevel(riskLevel) : 'critical'}>
        {isJudged ? `${riskScore} ${riskLevel}` : 'Not judged'}
      </Badge>
      {decisionNames[assessment.decision]}
    </span>
  );
}
