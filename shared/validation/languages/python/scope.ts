import type { Binding } from './binding.ts';
import type { PythonNode } from './node.ts';
import type { Values } from './value.ts';

/** A name in one scope, and everything that is ever bound to it. */
export class Variable {
  readonly bindings: Binding[] = [];
  readonly scope: Scope;
  readonly name: string;
  isDeleted = false;
  /** What the evaluator knows of it, as of a node. */
  values: Values | undefined = undefined;
  isOpen = false;

  constructor(name: string, scope: Scope) {
    this.name = name;
    this.scope = scope;
  }
}

export class Scope {
  readonly node: PythonNode;
  readonly parent: Scope | undefined;
  readonly variables = new Map<string, Variable>();
  /** Names that `global` or `nonlocal` give to another scope. */
  readonly handedOn = new Map<string, 'global' | 'nonlocal'>();

  constructor(node: PythonNode, parent: Scope | undefined) {
    this.node = node;
    this.parent = parent;
  }

  get isClass(): boolean {
    return this.node.kind === 'class_definition';
  }

  get isComprehension(): boolean {
    return comprehensions.has(this.node.kind);
  }

  get module(): Scope {
    let at: Scope = this.parent ?? this;
    while (at.parent !== undefined) at = at.parent;
    return at;
  }

  /** The scope in which binding this name binds it. */
  ownerOf(name: string): Scope {
    const to = this.handedOn.get(name);
    if (to === 'global') return this.module;
    if (to === 'nonlocal') {
      for (let at = this.parent; at !== undefined; at = at.parent) {
        if (!at.isClass && at.variables.has(name)) return at;
      }
    }
    return this;
  }

  declare(name: string): Variable {
    const owner = this.ownerOf(name);
    const known = owner.variables.get(name);
    if (known !== undefined) return known;
    const variable = new Variable(name, owner);
    owner.variables.set(name, variable);
    return variable;
  }

  /** As the language looks a name up: classes are skipped from within their functions. */
  find(name: string): Variable | undefined {
    const from = this.ownerOf(name);
    const own = from.variables.get(name);
    if (own !== undefined) return own;
    let child = from;
    for (let at = from.parent; at !== undefined; child = at, at = at.parent) {
      if (at.isClass && !(child.isComprehension && at === child.parent)) continue;
      const variable = at.variables.get(name);
      if (variable !== undefined) return variable;
    }
    return undefined;
  }
}

export const functions: ReadonlySet<string> = new Set(['function_definition', 'lambda']);

export const comprehensions: ReadonlySet<string> = new Set([
  'list_comprehension',
  'set_comprehension',
  'dictionary_comprehension',
  'generator_expression',
]);

const openers = new Set([...functions, ...comprehensions, 'class_definition', 'module']);

export const opensScope = ({ kind }: PythonNode): boolean => openers.has(kind);

/** Whether a part of a definition is worked out before its scope begins: defaults, bases, types. */
export function isOutside(part: PythonNode, opener: PythonNode, walked: boolean): boolean {
  if (opener.kind === 'module') return false;
  if (opener.kind === 'class_definition') return part.field !== 'body';
  if (functions.has(opener.kind)) return part.field !== 'body' && part.field !== 'parameters';
  // What a comprehension walks over first is worked out around it.
  return part === opener.children.find(({ kind }) => kind === 'for_in_clause') && walked;
}

/** Names that stand for no variable: members, keywords of calls, parts of module names. */
export function isNoVariable(node: PythonNode): boolean {
  const { parent, field } = node;
  if (parent === undefined) return false;
  if (parent.kind === 'attribute') return field === 'attribute';
  if (parent.kind === 'keyword_argument') return field === 'name';
  if (parent.kind === 'keyword_pattern') return parent.children[0] === node;
  if (parent.kind !== 'dotted_name') return false;
  return (
    /^(?:import_|future_|aliased_import|relative_import)/.test(parent.parent?.kind ?? '') ||
    parent.children[0] !== node
  );
}
