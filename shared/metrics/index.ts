import { prepareContext, type MetricsContext } from './context.ts';
import type { Figure, Metric, MetricDefinition, MetricsInput } from './definition.ts';
import { metricDefinitions } from './definitions/index.ts';
import { notAvailable } from './figure.ts';

export type { Metric, MetricDefinition, MetricsInput } from './definition.ts';

/**
 * All figures of a run, in the order of `definitions/index.ts`. A value is never NaN or infinite. One
 * that cannot be computed takes no other with it: it is n/a, and `onFailure` hears of it in words.
 */
export function computeMetrics(
  input: MetricsInput,
  onFailure: (sentence: string) => void = () => undefined,
  definitions: readonly MetricDefinition[] = metricDefinitions,
): Metric[] {
  const isolated = (label: string, compute: () => Figure): Figure => {
    try {
      return compute();
    } catch (error) {
      const reason = `it could not be computed: ${error instanceof Error ? error.message : String(error)}`;
      onFailure(`${label}: ${reason}.`);
      return notAvailable(reason);
    }
  };
  let context: MetricsContext | undefined;
  return definitions.map((definition) => {
    const { id, label, group, unit, formula } = definition;
    const figure = isolated(label, () => {
      // What several figures need may fail as well; each of them then says so.
      context ??= prepareContext(input);
      return finite(definition, context);
    });
    return { id, label, group, unit, formula, ...figure };
  });
}

function finite(definition: MetricDefinition, context: MetricsContext): Figure {
  const figure = definition.compute(context);
  if (figure.value === null) return figure;
  if (!Number.isFinite(figure.value)) {
    return notAvailable('the figure is beyond what a number can hold');
  }
  // A negative zero would be printed with a sign.
  return figure.value === 0 ? { ...figure, value: 0 } : figure;
}
