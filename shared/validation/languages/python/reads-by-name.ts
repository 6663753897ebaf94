import { nameOf, type PythonNode } from './node.ts';
import { isNoVariable } from './scope.ts';
import type { PythonSurvey } from './survey.ts';

/** Where each name is read, whichever variable of that name it is. */
export function readsByName(survey: PythonSurvey): Map<string, PythonNode[]> {
  const reads = new Map<string, PythonNode[]>();
  for (const node of survey.ofKind('identifier')) {
    if (node.isBound || isNoVariable(node)) continue;
    const known = reads.get(nameOf(node));
    if (known === undefined) reads.set(nameOf(node), [node]);
    else known.push(node);
  }
  return reads;
}
