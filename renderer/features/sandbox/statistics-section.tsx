import type { SandboxStatistics } from '../../../shared/contract/models/sandbox.ts';
import { Badge } from '../../ui/badge.tsx';
import styles from './sandbox-dialog.module.css';

type Percentiles = SandboxStatistics['start'];

/** How the last runs fared: which way they went, how they failed, how long they took. */
export function StatisticsSection({ statistics }: { readonly statistics: SandboxStatistics }) {
  const { runs, inContainers, fallbacks, alert, failures, start, run } = statistics;
  if (runs === 0) return null;
  const share = Math.round((fallbacks / runs) * 100);
  return (
    <section className={styles.section}>
      <h3>{runs === 1 ? 'The last run' : `The last ${runs} runs`}</h3>
      <Badge tone={alert ? 'high' : 'neutral'}>
        {fallbacks === 0 ? 'No fallback' : `${fallbacks} fell back, ${share}%`}
      </Badge>
      <dl className={styles.facts}>
        <dt>Route</dt>
        <dd>
          {inContainers} in containers, {runs - inContainers} embedded
        </dd>
        <dt>Start</dt>
        <dd>{inWords(start)}</dd>
        <dt>Run</dt>
        <dd>{inWords(run)}</dd>
        <dt>Failures</dt>
        <dd>
          {failures
            .map(({ code, count }) => `${count} × ${code.replaceAll('-', ' ')}`)
            .join(', ') || 'none'}
        </dd>
      </dl>
      {alert && (
        <p role="alert">
          More than a tenth of these runs found no container and used the embedded sandbox. See what
          the engine’s tab says; to refuse such runs instead, choose “Containers only” above.
        </p>
      )}
    </section>
  );
}

function inWords(times: Percentiles): string {
  if (times === null) return 'not measured';
  return `half within ${inUnit(times.p50)}, 95% within ${inUnit(times.p95)}`;
}

function inUnit(milliseconds: number): string {
  return milliseconds < 1000
    ? `${Math.round(milliseconds)} ms`
    : `${(milliseconds / 1000).toFixed(1)} s`;
}
