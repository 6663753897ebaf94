import type { Program } from 'acorn';
import type { Facts } from '../../facts.ts';
import { collectAttributes, collectUnknowableMembers } from './collect/attributes.ts';
import { collectCalls } from './collect/calls.ts';
import { decidesNothing } from './collect/decides-nothing.ts';
import { collectFutureReads } from './collect/future-reads.ts';
import { collectImports } from './collect/imports.ts';
import { collectLoops } from './collect/loops.ts';
import { collectFixedLocales } from './collect/fixed-locales.ts';
import { collectMachineDates } from './collect/machine-dates.ts';
import { collectMachineValues } from './collect/machine-values.ts';
import { collectModuleDeclarations } from './collect/module-declarations.ts';
import { collectNames } from './collect/names.ts';
import { collectReaches } from './collect/reaches.ts';
import { collectRegularExpressions } from './collect/regular-expressions.ts';
import { collectSharedWrites } from './collect/shared-writes.ts';
import { collectUnstableOrders } from './collect/unstable-orders.ts';
import { Evaluator } from './evaluate.ts';
import { collectLeavings } from './leavings.ts';
import { placeOf } from './node.ts';
import { resolveScopes } from './scopes.ts';
import { collectStored } from './stored.ts';
import { surveyTree, type Survey } from './survey.ts';

/** A JavaScript text as it was understood. */
export interface Reading {
  readonly facts: Facts;
  readonly survey: Survey;
  readonly evaluator: Evaluator;
}

/** Everything the rules ask of a JavaScript text: one walk over the tree, then lists by kind of node. */
export function readFacts(source: string, program: Program): Reading {
  // The scopes first: their walk must not meet the links to parents.
  const scopes = resolveScopes(program);
  const survey = surveyTree(program);
  const evaluator = new Evaluator(
    scopes,
    collectStored(survey, scopes),
    collectLeavings(survey),
    survey.size,
  );
  const { calls, methodCalls, codeWrappers, required } = collectCalls(survey, evaluator);
  const facts: Facts = {
    language: 'javascript',
    source,
    reaches: collectReaches(survey, evaluator),
    calls,
    methodCalls,
    imports: [...collectImports(survey, evaluator), ...required],
    sharedWrites: collectSharedWrites(survey, evaluator),
    attributes: collectAttributes(survey, evaluator),
    unknowableMembers: collectUnknowableMembers(survey, evaluator),
    codeWrappers,
    codeTexts: [],
    classHooks: [],
    luxuries: () => [],
    hashOrders: [],
    moduleDeclarations: collectModuleDeclarations(scopes),
    names: collectNames(source, survey),
    loops: collectLoops(survey, evaluator),
    regularExpressions: collectRegularExpressions(survey, evaluator, calls),
    futureReads: decidesNothing(survey) ? [] : collectFutureReads(survey, evaluator),
    machineDates: collectMachineDates(survey, evaluator),
    machineValues: collectMachineValues(survey, evaluator),
    fixedLocales: collectFixedLocales(survey, evaluator),
    unstableOrders: collectUnstableOrders(survey, evaluator),
    tangledAt: () => evaluator.tangledAt && placeOf(evaluator.tangledAt),
  };
  return { facts, survey, evaluator };
}
