import type { Program } from 'acorn';
import { treeNode, type AnyNode, type ClassLike, type FunctionLike, type NodeOf } from '../node.ts';
import { eachChild } from '../children.ts';
import { eachPart } from './pattern-parts.ts';
import {
  Reference,
  Scope,
  type Access,
  type Definition,
  type ScopeType,
  type Variable,
} from './scope.ts';

type Walk = NodeOf<'ForInStatement' | 'ForOfStatement'>;

/**
 * One walk that declares every name and notes every use of one, by the language's rules for modules
 * (ECMAScript, "Static Semantics: BoundNames" and "LexicallyScopedDeclarations").
 */
export class ScopeReader {
  readonly variables: Variable[] = [];
  /** In the text's order; what is written stands before what is read for it. */
  readonly references: Reference[] = [];
  private scope: Scope;

  constructor(program: Program) {
    this.scope = this.open('module', program, undefined);
    this.readChildren(program);
  }

  private open(type: ScopeType, block: AnyNode, upper: Scope | undefined): Scope {
    return new Scope(type, block, upper, this.variables);
  }

  private within(type: ScopeType, block: AnyNode, read: () => void): void {
    const before = this.scope;
    this.scope = this.open(type, block, before);
    read();
    this.scope = before;
  }

  private define(definition: Definition, scope = this.scope): void {
    const variable = scope.define(definition.name.name);
    variable.defs.push(definition);
    declare(definition.node, variable);
    if (definition.parent) declare(definition.parent, variable);
  }

  private refer(
    identifier: NodeOf<'Identifier'>,
    access: Access,
    writeExpr?: AnyNode,
    init?: boolean,
  ): void {
    this.references.push(new Reference(identifier, this.scope, access, writeExpr, init));
  }

  private readonly readAny = (node: AnyNode): void => this.read(node);

  private readChildren(node: AnyNode): void {
    eachChild(node, this.readAny);
  }

  private read(node: AnyNode): void {
    switch (node.type) {
      case 'Identifier':
        return this.refer(node, 'read');
      // The most common nodes without a list of their children: a third of the time.
      case 'Literal':
      case 'ThisExpression':
        return;
      case 'ExpressionStatement':
        return this.read(node.expression);
      case 'BinaryExpression':
      case 'LogicalExpression':
        this.read(node.left);
        return this.read(node.right);
      case 'CallExpression':
        this.read(node.callee);
        for (const argument of node.arguments) this.read(argument);
        return;
      case 'MemberExpression':
        this.read(node.object);
        if (node.computed) this.read(node.property);
        return;
      case 'Property':
      case 'MethodDefinition':
        if (node.computed) this.read(node.key);
        return this.read(node.value);
      case 'PropertyDefinition':
        if (node.computed) this.read(node.key);
        if (node.value) this.readWithin('class-field-initializer', node.value);
        return;
      case 'StaticBlock':
        return this.within('class-static-block', node, () => this.readChildren(node));
      case 'FunctionDeclaration':
      case 'FunctionExpression':
      case 'ArrowFunctionExpression':
        return this.readFunction(node);
      case 'ClassDeclaration':
      case 'ClassExpression':
        return this.readClass(node);
      case 'VariableDeclaration':
        return this.readDeclaration(node);
      case 'AssignmentExpression':
        return this.readAssignment(node);
      case 'UpdateExpression':
        if (node.argument.type !== 'Identifier') return this.read(node.argument);
        return this.refer(node.argument, 'read and write');
      case 'BlockStatement':
        return this.within('block', node, () => this.readChildren(node));
      case 'SwitchStatement':
        this.read(node.discriminant);
        return this.within('switch', node, () => node.cases.forEach(this.readAny));
      case 'ForStatement':
        if (!isLexical(node.init)) return this.readChildren(node);
        return this.within('for', node, () => this.readChildren(node));
      case 'ForInStatement':
      case 'ForOfStatement':
        if (!isLexical(node.left)) return this.readWalk(node);
        return this.within('for', node, () => this.readWalk(node));
      case 'CatchClause':
        return this.within('catch', node, () => this.readCatch(node));
      case 'ImportDeclaration':
        for (const specifier of node.specifiers) {
          const name = specifier.local;
          this.define({ type: 'ImportBinding', name, node: specifier, parent: node });
        }
        return;
      case 'ExportNamedDeclaration':
        // What is passed on from another module is no name of this one.
        if (node.source) return;
        return this.readChildren(node);
      case 'ExportSpecifier':
        return this.read(node.local);
      case 'LabeledStatement':
        return this.read(node.body);
      case 'ExportAllDeclaration':
      case 'BreakStatement':
      case 'ContinueStatement':
      case 'MetaProperty':
        return;
      default:
        return this.readChildren(node);
    }
  }

  private readWithin(type: ScopeType, node: AnyNode): void {
    this.within(type, node, () => this.read(node));
  }

  private readFunction(node: FunctionLike): void {
    if (node.type === 'FunctionDeclaration') {
      // `export default function () {}` has none.
      const { id: name }: { readonly id: NodeOf<'Identifier'> | null } = node;
      if (name) this.define({ type: 'FunctionName', name, node });
    } else if (node.type === 'FunctionExpression' && node.id) {
      const name = node.id;
      return this.within('function-expression-name', node, () => {
        this.define({ type: 'FunctionName', name, node });
        this.readBody(node);
      });
    }
    this.readBody(node);
  }

  private readBody(node: FunctionLike): void {
    this.within('function', node, () => {
      for (const parameter of node.params) this.readParameter(node, parameter);
      // The body's own declarations belong to the function.
      if (node.body.type === 'BlockStatement') this.readChildren(node.body);
      else this.read(node.body);
    });
  }

  private readParameter(node: FunctionLike, parameter: AnyNode): void {
    this.readPattern(parameter, (name) => this.define({ type: 'Parameter', name, node }), true);
  }

  private readClass(node: ClassLike): void {
    const name = node.id;
    if (name && node.type === 'ClassDeclaration') this.define({ type: 'ClassName', name, node });
    this.within('class', node, () => {
      // Inside, the class has its name whatever becomes of the one outside.
      if (name) this.define({ type: 'ClassName', name, node });
      if (node.superClass) this.read(node.superClass);
      this.read(node.body);
    });
  }

  private readDeclaration(parent: NodeOf<'VariableDeclaration'>): void {
    const { kind } = parent;
    const home = kind === 'var' ? this.scope.variableScope : this.scope;
    for (const node of parent.declarations) {
      this.readPattern(
        node.id,
        (name) => this.define({ type: 'Variable', name, node, parent, kind }, home),
        true,
        node.init,
      );
      if (node.init) this.read(node.init);
    }
  }

  private readAssignment({ left, operator, right }: NodeOf<'AssignmentExpression'>): void {
    if (left.type === 'Identifier' && operator !== '=') this.refer(left, 'read and write', right);
    else if (left.type === 'MemberExpression') this.read(left);
    else this.readPattern(left, undefined, false, right);
    this.read(right);
  }

  private readWalk({ left, right, body }: Walk): void {
    if (left.type === 'VariableDeclaration') {
      this.readDeclaration(left);
      const [declarator] = left.declarations;
      if (declarator) eachPart(declarator.id, (name) => this.refer(name, 'write', right, true));
    } else {
      this.readPattern(left, undefined, false, right);
    }
    this.read(right);
    this.read(body);
  }

  private readCatch(node: NodeOf<'CatchClause'>): void {
    if (node.param) {
      this.readPattern(
        node.param,
        (name) => this.define({ type: 'CatchClause', name, node }),
        true,
      );
    }
    this.read(node.body);
  }

  /** Every name of a pattern, then what stands in it to be read: default values, computed keys. */
  private readPattern(
    pattern: AnyNode,
    declare: ((name: NodeOf<'Identifier'>) => void) | undefined,
    init: boolean,
    written?: AnyNode | null,
  ): void {
    if (pattern.type === 'Identifier') {
      declare?.(pattern);
      if (written) this.refer(pattern, 'write', written, init);
      return;
    }
    const read: AnyNode[] = [];
    eachPart(
      pattern,
      (name, defaults) => {
        declare?.(name);
        for (const value of defaults) this.refer(name, 'write', value, init);
        if (written) this.refer(name, 'write', written, init);
      },
      read,
    );
    read.forEach(this.readAny);
  }
}

/** Notes it where it is declared: once, though `var a, a` declares it twice. */
function declare(node: AnyNode, variable: Variable): void {
  const declares = (treeNode(node).declares ??= []);
  // The first time it cannot be there, and a list of many names need not be searched.
  if (variable.defs.length === 1 || !declares.includes(variable)) declares.push(variable);
}

const isLexical = (node: AnyNode | null | undefined): boolean =>
  node?.type === 'VariableDeclaration' && node.kind !== 'var';
