import type { Variable } from '../../../scopes/scope.ts';
import { isFunction, parentOf, type AnyNode } from '../../../node.ts';
import { contains, isDescending, momentsAround } from '../moment.ts';
import type { Environment } from './environment.ts';
import { merged, single, told, withAhead, type Facet } from './facet.ts';
import type { Flow } from './flow.ts';
import { mentionsNow } from './now.ts';

/** What is written to a name after it was declared: step by step, it becomes a figure of all rows. */
export function figureWritten(
  flow: Flow,
  variable: Variable,
  declarator: AnyNode,
  read: AnyNode,
  environment: Environment,
): (Facet | undefined)[] {
  const facets: (Facet | undefined)[] = [];
  for (const reference of variable.references) {
    if (!reference.isWrite() || reference.init === true) continue;
    const use = reference.identifier;
    const step = parentOf(use);
    // A name that is stepped while it is read says nothing of itself.
    if (step === undefined || contains(step, read)) continue;
    const value =
      step.type === 'AssignmentExpression' ? flow.of(step.right, environment) : undefined;
    const test = testsAround(flow, step, declarator, environment);
    facets.push(ofWrite(flow, { step, declarator, read, environment }, merged([value, test])));
  }
  return facets;
}

interface Write {
  readonly step: AnyNode;
  readonly declarator: AnyNode;
  readonly read: AnyNode;
  readonly environment: Environment;
}

function ofWrite(
  flow: Flow,
  { step, declarator, read, environment }: Write,
  facet: Facet | undefined,
): Facet | undefined {
  if (facet === undefined || facet.isList) return facet;
  for (const moment of momentsAround(step)) {
    if (contains(moment, declarator)) break;
    if (contains(moment, read)) {
      return isDescending(moment) ? withAhead(facet, 'back-fill', step) : facet;
    }
    if (isFunction(moment) && parentOf(moment)?.type !== 'CallExpression') break;
    if (mentionsNow(flow.market, moment, environment)) {
      return nearest(flow, moment, step, facet);
    }
    return withAhead(single(facet), 'whole series', step);
  }
  return facet;
}

/** `if (Math.abs(row.t - bar.time) < …) near = row`; any other walk up to now keeps the past. */
function nearest(flow: Flow, moment: AnyNode, step: AnyNode, facet: Facet): Facet | undefined {
  flow.noteRead(facet);
  if (facet.ahead !== undefined) return facet;
  const isByDistance = flow.market.survey
    .ofType('MemberExpression')
    .some(
      (node) =>
        contains(moment, node) &&
        node.property.type === 'Identifier' &&
        node.property.name === 'abs',
    );
  return isByDistance ? withAhead(single(facet), 'later bar', step) : undefined;
}

/** `if (gain(n) > gain(best)) best = n`: the choice knows what its test knows. */
function testsAround(
  flow: Flow,
  step: AnyNode,
  declarator: AnyNode,
  environment: Environment,
): Facet | undefined {
  const tests: (Facet | undefined)[] = [];
  for (let node = parentOf(step); node !== undefined; node = parentOf(node)) {
    if (isFunction(node) || contains(node, declarator)) break;
    if (node.type === 'IfStatement') tests.push(flow.of(node.test, environment));
  }
  const facet = told(merged(tests));
  return facet && single(facet);
}
