import { isBuiltin } from './tables/builtins.ts';
import type { Binding, Source } from './binding.ts';
import { callResult, passedTo, type Passed } from './call-result.ts';
import { collectionValues } from './collection.ts';
import { collectCallSites, type CallSites } from './call-sites.ts';
import { mayBeBuiltin } from './early-reads.ts';
import { foldOperator } from './fold-operator.ts';
import { readText } from './fold-string.ts';
import { collectHandedModules } from './handed-modules.ts';
import { itemsOf, subscriptOf } from './items.ts';
import { memberOf } from './member.ts';
import { argumentsFor } from './passed.ts';
import { childOf, nameOf, namedOf, placeOf, type PythonNode } from './node.ts';
import { isNoVariable, Variable } from './scope.ts';
import type { PythonScopes } from './resolve-scopes.ts';
import { toNumber } from './to-number.ts';
import { collectStored, type Stored } from './stored.ts';
import { readsByName } from './reads-by-name.ts';
import type { PythonSurvey } from './survey.ts';
import type { Place } from '../../types.ts';
import {
  listValue,
  numberValue,
  pathValue,
  union,
  unknown,
  type Value,
  type Values,
} from './value.ts';
import { spend } from '../work.ts';

const deepest = 150;

/** The assignment that changes a name, `name += …`, where a binding is one. */
function changeIn({ source }: Binding): PythonNode | undefined {
  const isChange = source.how === 'value' && source.node.kind === 'augmented_assignment';
  return isChange ? source.node : undefined;
}

/** Follows values through a text, each expression once. What it cannot follow is unknown. */
export class PythonEvaluator {
  readonly scopes: PythonScopes;
  readonly stored: Stored;
  readonly callSites: CallSites;
  /** Modules that anything unknown may be. */
  readonly handedModules: readonly string[];
  /** What was found to be a column of market data, or not. */
  readonly marketParts = new Map<PythonNode, boolean>();
  /** Functions that were found to know the past only, or not. */
  readonly handlers = new Map<PythonNode, boolean>();
  /** Parameters whose columns are used as a table's: asked for at every call that is passed one. */
  readonly usedAsTables = new Map<Variable, boolean>();
  tangledAt: Place | undefined;
  private readonly survey: PythonSurvey;
  private reads: ReadonlyMap<string, readonly PythonNode[]> | undefined;
  /** In a round of a comprehension, what holds in it alone; outside, things keep their own values. */
  private round: Map<PythonNode | Variable, Values> | undefined;
  private passed = new Map<PythonNode, Passed>();
  private readonly given = new Map<Variable, Values>();
  private depth = 0;

  constructor(survey: PythonSurvey, scopes: PythonScopes) {
    this.scopes = scopes;
    this.survey = survey;
    this.stored = collectStored(survey);
    this.callSites = collectCallSites(survey, scopes);
    this.handedModules = collectHandedModules(survey);
  }

  /** Where a name is read, whichever variable of that name it is. */
  readsOf(name: string): readonly PythonNode[] {
    this.reads ??= readsByName(this.survey);
    return this.reads.get(name) ?? [];
  }

  valuesOf(node: PythonNode): Values {
    return this.known(node) ?? this.followed(node, node);
  }

  /** The values of an expression while a variable is certain ones: one round of a comprehension. */
  valuesWith(variable: Variable, values: Values, node: PythonNode): Values {
    const [outer, passed] = [this.round, this.passed];
    this.round = new Map();
    this.passed = new Map();
    this.given.set(variable, values);
    try {
      return this.valuesOf(node);
    } finally {
      this.given.delete(variable);
      this.round = outer;
      this.passed = passed;
    }
  }

  /** The variable that a name reads; undefined for the language's own names. */
  variableOf(name: PythonNode): Variable | undefined {
    const { variable: known } = name;
    if (known !== undefined) return known ?? undefined;
    const variable = this.scopes.scopeOf(name).find(nameOf(name));
    name.variable = variable ?? null;
    return variable;
  }

  /** What a call passes, looked at once. */
  passedTo(call: PythonNode): Passed {
    const known = this.passed.get(call);
    if (known !== undefined) return known;
    const passed = passedTo(call, this);
    // What is still being followed may turn out to be more.
    if (this.depth === 0) this.passed.set(call, passed);
    return passed;
  }

  /** Whether a name stands for something that was laid hands on elsewhere. */
  isAlias(node: PythonNode): boolean {
    if (node.kind !== 'identifier') return false;
    const variable = this.variableOf(node);
    return variable !== undefined && !(isBuiltin(variable.name) && mayBeBuiltin(variable, node));
  }

  valuesOfSource(source: Source): Values {
    switch (source.how) {
      case 'value':
        return this.valuesOf(source.node);
      case 'element':
        return union(itemsOf(this.valuesOf(source.of)) ?? [unknown]);
      case 'item': {
        const items = itemsOf(this.valuesOfSource(source.of));
        if (items === undefined) return unknown;
        if (source.rest) return [listValue(undefined)];
        return items.at(source.index) ?? unknown;
      }
      case 'import':
        return [pathValue(source.path)];
      case 'definition':
        return [
          {
            kind: source.node.kind === 'class_definition' ? 'class' : 'function',
            node: source.node,
          },
        ];
      case 'parameter':
        return argumentsFor(source, this);
      case 'unknown':
        return unknown;
    }
  }

  private known(key: PythonNode | Variable): Values | undefined {
    return this.round === undefined ? key.values : this.round.get(key);
  }

  private followed(key: PythonNode | Variable, at: PythonNode): Values {
    if (key.isOpen) return unknown;
    if (this.depth >= deepest) {
      this.tangledAt ??= placeOf(at);
      return unknown;
    }
    spend(1);
    this.depth += 1;
    key.isOpen = true;
    try {
      const values = key instanceof Variable ? this.bound(key) : this.evaluate(key);
      if (this.round === undefined) key.values = values;
      else this.round.set(key, values);
      return values;
    } finally {
      key.isOpen = false;
      this.depth -= 1;
    }
  }

  private evaluate(node: PythonNode): Values {
    switch (node.kind) {
      case 'identifier':
        return this.nameValues(node);
      case 'string':
      case 'concatenated_string':
        return [readText(node, this)];
      case 'integer':
      case 'float':
        return [numberValue(toNumber(node))];
      case 'none':
        return [{ kind: 'unknown', isNothing: true }];
      case 'true':
      case 'false':
        return [{ kind: 'number', number: node.kind === 'true' ? 1 : 0, isTruth: true }];
      case 'attribute': {
        const [object, name] = [childOf(node, 'object'), childOf(node, 'attribute')];
        if (object === undefined || name === undefined) return unknown;
        return memberOf(this.valuesOf(object), nameOf(name), this);
      }
      case 'subscript':
        return subscriptOf(node, this);
      case 'call':
        return callResult(node, this);
      case 'binary_operator':
      case 'augmented_assignment':
      case 'unary_operator':
        return foldOperator(node, this);
      case 'lambda':
        return [{ kind: 'function', node }];
      case 'assignment':
        return this.part(node, 'right');
      case 'named_expression':
        return this.part(node, 'value');
      case 'conditional_expression': {
        const [yes, , no] = namedOf(node);
        return union([yes, no].map((one) => (one ? this.valuesOf(one) : unknown)));
      }
      case 'boolean_operator':
        return union(namedOf(node).map((one) => this.valuesOf(one)));
      // The grammar reads `[*a.b]` as a member of `*a`.
      case 'list_splat':
      case 'parenthesized_expression':
      case 'await': {
        const [inner] = namedOf(node);
        return inner ? this.valuesOf(inner) : unknown;
      }
      default:
        return collectionValues(node, this);
    }
  }

  private part(node: PythonNode, field: string): Values {
    const part = childOf(node, field);
    return part ? this.valuesOf(part) : unknown;
  }

  private nameValues(node: PythonNode): Values {
    if (isNoVariable(node)) return unknown;
    const name = nameOf(node);
    const variable = this.variableOf(node);
    if (variable !== undefined) {
      const values = this.variableValues(variable, node);
      const isOpen = isBuiltin(name) && mayBeBuiltin(variable, node);
      return isOpen ? union([values, [pathValue(name)]]) : values;
    }
    if (isBuiltin(name)) return [pathValue(name)];
    const { everythingOf } = this.scopes;
    return everythingOf.length === 0
      ? unknown
      : everythingOf.map((module) => pathValue(`${module}:${name}`));
  }

  private variableValues(variable: Variable, at: PythonNode): Values {
    return this.given.get(variable) ?? this.known(variable) ?? this.followed(variable, at);
  }

  /** All that a variable is ever bound to, and what is put into it elsewhere. */
  private bound(variable: Variable): Values {
    const { bindings } = variable;
    const [only, more] = bindings;
    if (only === undefined) return unknown;
    const isPlain = more === undefined && changeIn(only) === undefined;
    const values = isPlain ? this.valuesOfSource(only.source) : this.boundInTurn(variable);
    const kept = this.stored.items.get(variable.name);
    return kept === undefined ? values : this.withStored(values, kept);
  }

  /** `name = 'a'; name += 'b'`: what is bound, and then each change of it. */
  private boundInTurn(variable: Variable): Values {
    const { bindings } = variable;
    const plain = bindings.filter((binding) => changeIn(binding) === undefined);
    let values = union(plain.map(({ source }) => this.valuesOfSource(source)));
    for (const binding of bindings) {
      const change = changeIn(binding);
      if (change === undefined) continue;
      this.given.set(variable, values);
      values = union([values, this.evaluate(change)]);
      this.given.delete(variable);
    }
    return values;
  }

  /** A list or a table with what is put into it elsewhere. */
  private withStored(values: Values, kept: readonly PythonNode[]): Values {
    return values.map((value): Value => {
      if (value.kind !== 'list' && value.kind !== 'table') return value;
      const stored = kept.map((node) => this.valuesOf(node));
      const entries = new Map(value.kind === 'table' ? value.entries : []);
      const items = value.kind === 'list' ? (value.items ?? []) : [];
      [...items, ...stored].forEach((item, index) => entries.set(`\0${index}`, item));
      return { kind: 'table', entries, isWhole: false };
    });
  }
}
