import type { Memory } from '../remembered.ts';
import type { AnyNode, NodeOf } from '../node.ts';
import type { Values } from '../value.ts';
import { spend } from '../../work.ts';

export type Identifier = NodeOf<'Identifier'>;

export type ScopeType =
  | 'module'
  | 'function'
  /** Holds nothing but the name of a function expression. */
  | 'function-expression-name'
  | 'class'
  | 'class-field-initializer'
  | 'class-static-block'
  | 'block'
  | 'switch'
  | 'for'
  | 'catch';

/** What `var` and `arguments` belong to. */
const variableScopes: ReadonlySet<ScopeType> = new Set([
  'module',
  'function',
  'class-field-initializer',
  'class-static-block',
]);

/** A stretch of the text in which names are declared. */
export class Scope {
  readonly type: ScopeType;
  readonly block: AnyNode;
  readonly upper: Scope | undefined;
  readonly variableScope: Scope;
  /** Those of the whole text. */
  private readonly variables: Variable[];
  /** Most blocks declare nothing. */
  private byName: Map<string, Variable> | undefined;

  constructor(type: ScopeType, block: AnyNode, upper: Scope | undefined, variables: Variable[]) {
    this.type = type;
    this.block = block;
    this.upper = upper;
    this.variables = variables;
    this.variableScope =
      upper === undefined || variableScopes.has(type) ? this : upper.variableScope;
  }

  /** The variable of a name that this very scope declares. */
  own(name: string): Variable | undefined {
    return this.byName?.get(name);
  }

  define(name: string): Variable {
    const known = this.own(name);
    if (known !== undefined) return known;
    const variable = new Variable(name, this);
    this.variables.push(variable);
    (this.byName ??= new Map()).set(name, variable);
    return variable;
  }
}

/** One place that declares a variable. */
export interface Definition {
  readonly type:
    'Variable' | 'Parameter' | 'FunctionName' | 'ClassName' | 'ImportBinding' | 'CatchClause';
  readonly name: Identifier;
  /** The declarator, function, class, import specifier or catch clause. */
  readonly node: AnyNode;
  /** The whole declaration of a 'Variable' or an 'ImportBinding'. */
  readonly parent?: AnyNode;
  readonly kind?: NodeOf<'VariableDeclaration'>['kind'];
}

/** Names of honest texts are seldom used more often. */
const fewUses = 200;

/** A name with all that the text does with it. */
export class Variable {
  readonly name: string;
  readonly scope: Scope;
  /** None for `arguments`. */
  readonly defs: Definition[] = [];
  /** What the evaluator knows of it. */
  values: Values | undefined = undefined;
  memory: Memory = undefined;
  private readonly uses: Reference[] = [];

  constructor(name: string, scope: Scope) {
    this.name = name;
    this.scope = scope;
  }

  /** Whoever goes through the many uses of one name, pays for each: so all of that has an end. */
  get references(): readonly Reference[] {
    if (this.uses.length > fewUses) spend(this.uses.length);
    return this.uses;
  }

  add(reference: Reference): void {
    this.uses.push(reference);
    reference.resolved = this;
  }
}

export type Access = 'read' | 'write' | 'read and write';

/** One use of a name, or one value that it gets: a default value in a pattern is one of its own. */
export class Reference {
  readonly identifier: Identifier;
  readonly from: Scope;
  /** What is written; a pattern takes a part of it. */
  readonly writeExpr: AnyNode | undefined;
  /** It is written where it is declared. */
  readonly init: boolean;
  resolved: Variable | undefined = undefined;
  private readonly access: Access;

  constructor(
    identifier: Identifier,
    from: Scope,
    access: Access,
    writeExpr?: AnyNode,
    init = false,
  ) {
    this.identifier = identifier;
    this.from = from;
    this.access = access;
    this.writeExpr = writeExpr;
    this.init = init;
  }

  isRead(): boolean {
    return this.access !== 'write';
  }

  isWrite(): boolean {
    return this.access !== 'read';
  }
}
