import type { Call, Import } from '../../../facts.ts';
import type { PythonEvaluator } from '../evaluate.ts';
import { childOf, placeOf, type PythonNode } from '../node.ts';
import type { PythonSurvey } from '../survey.ts';
import { memberNames } from './calls.ts';
import { pathsIn, textsIn, type Values } from '../value.ts';

const setters = /^pandas:(?:set_option|option_context)$/;
const option = /^pandas:options\.plotting\.(?:backend|matplotlib)$/;

/** pandas loads the module that an option or an argument names, to draw with it. */
export function collectBackends(
  survey: PythonSurvey,
  calls: readonly Call[],
  evaluator: PythonEvaluator,
): Import[] {
  const setting = calls
    .filter(({ path }) => setters.test(path))
    .flatMap(({ arguments: list, place }) =>
      list.flatMap(({ text }, index): Import[] =>
        text !== undefined && /^(?:plotting\.)?backend$/.test(text)
          ? [{ module: list[index + 1]?.text, how: 'dynamic', place }]
          : [],
      ),
    );
  const passing = survey.ofKind('call').flatMap((call) => {
    const backend = evaluator.passedTo(call).named.get('backend');
    return backend && isPlot(call, evaluator) ? named(backend, call) : [];
  });
  const writing = survey.ofKind('assignment').flatMap((node) => {
    const [target, value] = [childOf(node, 'left'), childOf(node, 'right')];
    if (target?.kind !== 'attribute' || value === undefined) return [];
    const isOption = pathsIn(evaluator.valuesOf(target)).some((path) => option.test(path));
    return isOption ? named(evaluator.valuesOf(value), node) : [];
  });
  return [...setting, ...passing, ...writing];
}

/** `frame.plot(…)`, `frame.plot.line(…)`. */
function isPlot(call: PythonNode, evaluator: PythonEvaluator): boolean {
  const callee = childOf(call, 'function');
  if (callee === undefined) return false;
  const owner = childOf(callee, 'object');
  const names = [
    ...memberNames(callee, evaluator.valuesOf(callee)),
    ...(owner ? memberNames(owner, evaluator.valuesOf(owner)) : []),
  ];
  return names.some((name) => /^(?:plot|hist|boxplot)$/.test(name));
}

function named(values: Values, node: PythonNode): Import[] {
  const { texts, isCertain } = textsIn(values);
  const known = texts.map((module): Import => ({ module, how: 'dynamic', place: placeOf(node) }));
  return isCertain
    ? known
    : [...known, { module: undefined, how: 'dynamic', place: placeOf(node) }];
}
