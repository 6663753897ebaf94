import type { Manifest } from '../../../../shared/contract/models/run.ts';
import { describeSettings } from '../../../../shared/reports/describe-settings.ts';
import styles from './assumptions.module.css';

/** Every rule that the figures rest on, in words, set or not. */
export function Assumptions({ manifest }: { readonly manifest: Manifest }) {
  return (
    <section aria-labelledby="assumptions-title" data-testid="assumptions">
      <h3 id="assumptions-title" className={styles.title}>
        Assumptions
      </h3>
      <div className={styles.groups}>
        {describeSettings(manifest).map(({ title, rules }) => (
          <div key={title} className={styles.group}>
            <h4>{title}</h4>
            <ul>
              {rules.map((rule) => (
                <li key={rule}>{rule}</li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </section>
  );
}
