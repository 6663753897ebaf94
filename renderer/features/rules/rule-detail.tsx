import type { Policy } from '../../../shared/validation/policy.ts';
import type { Rule } from '../../../shared/validation/rule.ts';
import { rulesWithQuickFix as inJavaScript } from '../../../shared/validation/languages/javascript/quick-fixes/index.ts';
import { rulesWithQuickFix as inPythonTexts } from '../../../shared/validation/languages/python/quick-fixes/index.ts';
import { Badge } from '../../ui/badge.tsx';
import { CodeText } from '../../ui/code-text.tsx';
import { toneOfFinding } from '../editor/finding-marks.ts';
import { languageNames } from '../../lib/language-names.ts';
import styles from './rule-detail.module.css';
import { RuleExample } from './rule-example.tsx';
import { RulePolicy } from './rule-policy.tsx';
import { familyTitles } from './rules-list.ts';

interface Props {
  readonly rule: Rule;
  /** Null until it has been read. */
  readonly policy: Policy | null;
  readonly disabled: boolean;
  readonly onChange: (policy: Policy) => void;
}

/** One rule in its own words and examples, and how the workspace counts it. */
export function RuleDetail({ rule, policy, disabled, onChange }: Props) {
  const { id, title, family, severity, points, explain, fix, bad, good, inPython, languages } =
    rule;
  return (
    <article className={styles.rule} aria-label={title} data-testid="rule-detail">
      <header>
        <h3>{title}</h3>
        <p className={styles.facts}>
          <code className="selectable">{id}</code>
          <Badge>{familyTitles[family]}</Badge>
          <Badge tone={toneOfFinding({ points, severity })}>
            {family === 'security' ? `+${points} points` : severity}
          </Badge>
          {languages.map((language) => (
            <Badge key={language}>{languageNames[language]}</Badge>
          ))}
          {(inJavaScript.has(id) || inPythonTexts.has(id)) && (
            <Badge tone="accent">Quick fix where safe</Badge>
          )}
        </p>
      </header>
      <section>
        <h4>Why</h4>
        <p>
          <CodeText text={explain} />
        </p>
      </section>
      <section>
        <h4>Instead</h4>
        <p>
          <CodeText text={fix} />
        </p>
      </section>
      {policy && <RulePolicy rule={rule} policy={policy} disabled={disabled} onChange={onChange} />}
      <section>
        <h4>Found</h4>
        {[...bad, ...(inPython?.bad ?? [])].map(({ code, at }) => (
          <RuleExample key={code} code={code} at={at} />
        ))}
      </section>
      <section>
        <h4>Left alone</h4>
        {[...good, ...(inPython?.good ?? [])].map((code) => (
          <RuleExample key={code} code={code} />
        ))}
      </section>
    </article>
  );
}
