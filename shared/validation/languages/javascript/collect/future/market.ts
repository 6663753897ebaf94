import type { Evaluator } from '../../evaluate.ts';
import { unwrap, type AnyNode, type NodeOf } from '../../node.ts';
import { propertyKey } from '../../property-key.ts';
import type { Survey } from '../../survey.ts';
import { memberName } from './member-name.ts';
import { CallSites } from './call-sites.ts';
import { walkedBy } from './moment.ts';
import { ofArray, ofTable } from './of-array.ts';
import { ofCall, ofNew } from './of-call.ts';
import { ofMember } from './of-member.ts';
import { ofRun } from './of-run.ts';
import { ofVariable } from './of-variable.ts';
import type { Range } from './range-value.ts';
import { rangeOf } from './range.ts';
import { declaredBelowZero, isBarCount } from './strategy-state.ts';
import { combined, seriesIn, type Provenance, type Series } from './provenance.ts';

/** Says of every list in a text whether it covers the whole run or only what was seen so far. */
export class Market {
  readonly evaluator: Evaluator;
  readonly survey: Survey;
  readonly #known = new Map<AnyNode, Provenance>();
  readonly #walked = new Map<AnyNode, Series | undefined>();
  #pending = 0;
  #sites: CallSites | undefined;
  #collected: ReadonlySet<string> | undefined;
  #settings: ReadonlyMap<string, number> | undefined;
  readonly #barCounts = new Map<string, boolean>();

  constructor(survey: Survey, evaluator: Evaluator) {
    this.survey = survey;
    this.evaluator = evaluator;
  }

  get sites(): CallSites {
    this.#sites ??= new CallSites(this.survey, this.evaluator);
    return this.#sites;
  }

  /** Names of properties that lists are collected in: `x.closes.push(…)`. */
  get collected(): ReadonlySet<string> {
    this.#collected ??= collectedNames(this.survey, this.evaluator);
    return this.#collected;
  }

  /** The range of an index or a distance. */
  range(node: AnyNode, depth = 0): Range {
    return rangeOf(this, node, depth);
  }

  /** `this.n`, where it counts the bars. */
  isBarCount(node: NodeOf<'MemberExpression'>, key: string): boolean {
    if (node.object.type !== 'ThisExpression' || key === '') return false;
    let isCount = this.#barCounts.get(key);
    if (isCount === undefined) {
      this.#barCounts.set(key, (isCount = isBarCount(this.survey, key)));
    }
    return isCount;
  }

  /** `n = -1` in a field or in initialize. */
  beginsBelowZero(node: NodeOf<'MemberExpression'>): boolean {
    return this.evaluator
      .evaluate(node)
      .some((value) => value.kind === 'constant' && Number(value.value) < 0);
  }

  /** What `this.parameters.lag` is by default, where that is below zero. */
  settingOf({ object }: NodeOf<'MemberExpression'>, key: string): number | undefined {
    const isParameters = object.type === 'MemberExpression' && memberName(object) === 'parameters';
    if (!isParameters) return undefined;
    this.#settings ??= declaredBelowZero(this.evaluator);
    return this.#settings.get(key);
  }

  of(node: AnyNode): Provenance {
    const inner = unwrap(node);
    const known = this.#known.get(inner);
    if (known !== undefined || this.#known.has(inner)) return known;
    // Lists made of themselves, step by step, are asked for while they are worked out.
    this.#known.set(inner, undefined);
    this.#pending++;
    const provenance = this.#read(inner);
    this.#pending--;
    this.#known.set(inner, provenance);
    return provenance;
  }

  /** The series that a loop or a callback goes along, bar by bar. */
  walked(moment: AnyNode): Series | undefined {
    if (this.#walked.has(moment)) return this.#walked.get(moment);
    const series = walkedBy(this, moment);
    // Half-way through a list that depends on itself, "none" may only mean "not yet".
    if (series !== undefined || this.#pending === 0) this.#walked.set(moment, series);
    return series;
  }

  series(node: AnyNode): Series | undefined {
    return seriesIn(this.of(node));
  }

  #read(node: AnyNode): Provenance {
    switch (node.type) {
      case 'Identifier':
        return ofVariable(this, node);
      case 'MemberExpression':
        return ofRun(this, node) ?? ofMember(this, node);
      case 'CallExpression':
        return ofRun(this, node) ?? ofCall(this, node) ?? ofTable(this, node);
      case 'NewExpression':
        return ofNew(this, node);
      case 'ArrayExpression':
        return ofArray(this, node);
      case 'ConditionalExpression':
        return combined([this.of(node.consequent), this.of(node.alternate)]);
      case 'LogicalExpression':
        return combined([this.of(node.left), this.of(node.right)]);
      case 'AssignmentExpression':
        return node.operator === '=' ? this.of(node.right) : undefined;
      case 'AwaitExpression':
      case 'SpreadElement':
        return this.of(node.argument);
      default:
        return undefined;
    }
  }
}

const growing = /^(?:push|unshift|shift|pop|splice)$/;

function collectedNames(survey: Survey, evaluator: Evaluator): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { callee } of survey.ofType('CallExpression')) {
    if (callee.type !== 'MemberExpression' || callee.object.type !== 'MemberExpression') continue;
    if (!growing.test(propertyKey(evaluator, callee)[0] ?? '')) continue;
    for (const name of propertyKey(evaluator, callee.object)) names.add(name);
  }
  for (const { left } of survey.ofType('AssignmentExpression')) {
    // `this.closes[bar.index] = bar.close`
    if (left.type !== 'MemberExpression' || !left.computed) continue;
    if (left.object.type !== 'MemberExpression') continue;
    for (const name of propertyKey(evaluator, left.object)) names.add(name);
  }
  for (const { key, value } of survey.ofType('Property')) {
    // `{ closes: [] }`
    const isEmpty = value.type === 'ArrayExpression' && value.elements.length === 0;
    if (isEmpty && key.type === 'Identifier') names.add(key.name);
  }
  return names;
}
