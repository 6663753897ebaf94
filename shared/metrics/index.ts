import { prepareContext, type MetricsContext } from './context.ts';
import type { Figure, Metric, MetricDefinition, MetricsInput } from './definition.ts';
import { metricDefinitions } from './definitions/index.ts';
import { notAvailable } from './figure.ts';

export type { Metric, MetricDefinition, MetricsInput } from './definition.ts';

/** All figures of a run, in the order of `definitions/index.ts`. A value is never NaN or infinite. */
export function computeMetrics(input: MetricsInput): Metric[] {
  const context = prepareContext(input);
  return metricDefinitions.map((definition) => {
    const { id, label, group, unit, formula } = definition;
    return { id, label, group, unit, formula, ...finite(definition, context) };
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
