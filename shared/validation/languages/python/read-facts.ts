import type { Facts } from '../../facts.ts';
import { collectAnnotations } from './collect/annotations.ts';
import { collectAttributes } from './collect/attributes.ts';
import { collectBackends } from './collect/backends.ts';
import { collectCalls } from './collect/calls.ts';
import { collectDraws, withoutSeeded } from './collect/chance.ts';
import { collectClassHooks } from './collect/class-hooks.ts';
import { collectCodeWrappers } from './collect/code-wrappers.ts';
import { decidesNothing } from './collect/decides-nothing.ts';
import { collectFutureReads } from './collect/future-reads.ts';
import { collectHashOrders } from './collect/hash-orders.ts';
import { collectImports } from './collect/imports.ts';
import { collectLoops } from './collect/loops.ts';
import { collectLuxuries } from './collect/luxuries.ts';
import { collectMachineDates } from './collect/machine-dates.ts';
import { collectModuleDeclarations, collectNames } from './collect/names.ts';
import { collectReaches } from './collect/reaches.ts';
import { collectRegularExpressions } from './collect/regular-expressions.ts';
import { collectSharedWrites } from './collect/shared-writes.ts';
import { PythonEvaluator } from './evaluate.ts';
import { PythonScopes } from './resolve-scopes.ts';
import type { PythonSurvey } from './survey.ts';

/** A Python text as it was understood. */
export interface PythonReading {
  readonly facts: Facts;
  readonly survey: PythonSurvey;
  readonly evaluator: PythonEvaluator;
}

/** Everything the rules ask of a Python text. */
export function readFacts(source: string, survey: PythonSurvey): PythonReading {
  const scopes = new PythonScopes(survey);
  const evaluator = new PythonEvaluator(survey, scopes);
  const { calls, methodCalls, imported, codeTexts } = collectCalls(survey, evaluator);
  const { attributes, unknowableMembers } = collectAttributes(survey, evaluator);
  const reaches = withoutSeeded(
    [...collectReaches(survey, evaluator), ...collectDraws(survey, evaluator)],
    calls,
  );
  const facts: Facts = {
    language: 'python',
    source,
    reaches,
    calls,
    methodCalls,
    imports: [...collectImports(survey), ...imported, ...collectBackends(survey, calls, evaluator)],
    sharedWrites: collectSharedWrites(survey, evaluator),
    attributes,
    unknowableMembers,
    codeWrappers: collectCodeWrappers(survey, evaluator),
    codeTexts: [...codeTexts, ...collectAnnotations(survey, evaluator)],
    classHooks: collectClassHooks(survey, evaluator),
    luxuries: () => collectLuxuries(survey, attributes),
    moduleDeclarations: collectModuleDeclarations(scopes),
    names: collectNames(source, survey),
    loops: collectLoops(survey, evaluator),
    regularExpressions: collectRegularExpressions(calls),
    futureReads: decidesNothing(survey, scopes) ? [] : collectFutureReads(survey, evaluator),
    machineDates: collectMachineDates(calls),
    machineValues: [],
    fixedLocales: [],
    hashOrders: collectHashOrders(survey, evaluator),
    unstableOrders: [],
    tangledAt: () => evaluator.tangledAt,
  };
  return { facts, survey, evaluator };
}
