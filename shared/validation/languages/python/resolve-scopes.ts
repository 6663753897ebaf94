import { unknownSource, type Source } from './binding.ts';
import { bindImport } from './imported-names.ts';
import { childOf, childrenOf, nameOf, namedOf, type PythonNode } from './node.ts';
import { bindParameters } from './parameters.ts';
import { functions, isOutside, opensScope, Scope } from './scope.ts';
import type { PythonSurvey } from './survey.ts';

/** Which variable each name of a text means. */
export class PythonScopes {
  readonly module: Scope;
  /** Modules of which everything is imported. */
  readonly everythingOf: string[] = [];
  private readonly byNode = new Map<PythonNode, Scope>();

  constructor(survey: PythonSurvey) {
    this.module = new Scope(survey.module, undefined);
    this.byNode.set(survey.module, this.module);
    for (const node of survey.ofKind('global_statement', 'nonlocal_statement')) {
      const to = node.kind === 'global_statement' ? 'global' : 'nonlocal';
      for (const name of namedOf(node)) {
        this.scopeOf(node).handedOn.set(nameOf(name), to);
        name.isBound = true;
      }
    }
    this.bindAll(survey);
  }

  /** The scope in which a node is worked out. */
  scopeOf(node: PythonNode): Scope {
    let part = node;
    let below = node;
    for (let at = node.parent; at !== undefined; below = part, part = at, at = at.parent) {
      if (!opensScope(at)) continue;
      const isWalked = below !== part && below.field === 'right';
      const isBeside = part.field === 'parameters' && isFallback(node, part);
      if (isBeside || isOutside(part, at, isWalked)) continue;
      return this.of(at);
    }
    return this.module;
  }

  /** The scope that a definition, a lambda or a comprehension opens. */
  of(opener: PythonNode): Scope {
    const known = this.byNode.get(opener);
    if (known !== undefined) return known;
    const scope = new Scope(opener, this.scopeOf(opener));
    this.byNode.set(opener, scope);
    return scope;
  }

  bind(target: PythonNode, source: Source, from: PythonNode = target): void {
    if (target.kind === 'identifier') {
      let scope = this.scopeOf(from);
      if (from.kind === 'named_expression') {
        while (scope.isComprehension && scope.parent !== undefined) scope = scope.parent;
      }
      scope.declare(nameOf(target)).bindings.push({ source, at: target });
      target.isBound = true;
    } else if (patterns.has(target.kind)) {
      const parts = namedOf(target);
      const star = parts.findIndex(({ kind }) => stars.has(kind));
      parts.forEach((part, at) => {
        const index = star >= 0 && at > star ? at - parts.length : at;
        this.bind(part, { how: 'item', of: source, index, rest: stars.has(part.kind) });
      });
    } else if (stars.has(target.kind) || transparent.has(target.kind)) {
      for (const part of namedOf(target)) this.bind(part, source);
    }
  }

  private bindAll(survey: PythonSurvey): void {
    for (const node of survey.ofKind(...functions)) bindParameters(node, this);
    for (const node of survey.ofKind('function_definition', 'class_definition')) {
      const name = childOf(node, 'name');
      if (name !== undefined) this.bind(name, { how: 'definition', node }, node);
    }
    for (const node of survey.ofKind('assignment', 'augmented_assignment', 'named_expression')) {
      this.bindAssignment(node);
    }
    for (const node of survey.ofKind('for_statement', 'for_in_clause')) {
      const [left, right] = [childOf(node, 'left'), childOf(node, 'right')];
      if (left && right) this.bind(left, { how: 'element', of: right }, left);
    }
    for (const node of survey.ofKind('as_pattern')) {
      const [value] = namedOf(node);
      const isError = node.parent?.kind === 'except_clause';
      for (const alias of childrenOf(node, 'alias')) {
        this.bind(alias, value && !isError ? { how: 'value', node: value } : unknownSource);
      }
    }
    for (const node of survey.ofKind('import_statement', 'import_from_statement'))
      bindImport(node, this);
    for (const node of survey.ofKind('case_pattern', 'splat_pattern')) this.bindCapture(node);
    for (const node of survey.ofKind('delete_statement')) this.forget(node);
  }

  private bindAssignment(node: PythonNode): void {
    const target = childOf(node, 'left') ?? childOf(node, 'name');
    const value = childOf(node, 'right') ?? childOf(node, 'value');
    if (target === undefined) return;
    if (value === undefined) return this.announce(target);
    const from = node.kind === 'augmented_assignment' ? node : value;
    this.bind(
      target,
      { how: 'value', node: from },
      node.kind === 'named_expression' ? node : target,
    );
  }

  /** `name: float` binds nothing, and yet the name is one of this scope. */
  private announce(target: PythonNode): void {
    if (target.kind !== 'identifier') return;
    this.scopeOf(target).declare(nameOf(target));
    target.isBound = true;
  }

  /** `case name:` takes the whole; anything deeper takes a part that is not followed. */
  private bindCapture(node: PythonNode): void {
    for (const part of namedOf(node)) {
      if (part.kind === 'identifier') this.bind(part, unknownSource);
      const [name, more] = part.kind === 'dotted_name' ? namedOf(part) : [];
      if (name !== undefined && more === undefined) this.bind(name, unknownSource);
    }
  }

  private forget(node: PythonNode): void {
    const waiting = namedOf(node);
    for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
      if (part.kind === 'identifier') this.scopeOf(part).declare(nameOf(part)).isDeleted = true;
      else if (part.kind === 'expression_list' || part.kind === 'tuple')
        waiting.push(...namedOf(part));
    }
  }
}

const patterns = new Set(['pattern_list', 'tuple_pattern', 'list_pattern', 'expression_list']);
const stars = new Set(['list_splat_pattern', 'list_splat']);
const transparent = new Set(['as_pattern_target', 'parenthesized_expression', 'type']);

/** Defaults and types of parameters belong to the scope around the function. */
function isFallback(node: PythonNode, parameters: PythonNode): boolean {
  for (let at = node; at !== parameters;) {
    if (at.field === 'value' || at.field === 'type') return true;
    if (at.parent === undefined) return false;
    at = at.parent;
  }
  return false;
}
