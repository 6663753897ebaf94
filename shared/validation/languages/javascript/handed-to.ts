import type { Scopes } from './scopes.ts';
import type { Variable } from './scopes/scope.ts';
import {
  effectiveParent,
  isFunction,
  parentOf,
  type AnyNode,
  type FunctionLike,
  type NodeOf,
} from './node.ts';
import { plainKey, plainName } from './plain-name.ts';
import { Remembered } from './remembered.ts';
import type { Survey } from './survey.ts';

/** An expression, and the way from what it gives to what a name receives; undefined is any member. */
export interface Origin {
  readonly node: AnyNode;
  readonly path: readonly (string | undefined)[];
}

/** Many calls of one helper tell the same; the check must stay linear. */
const mostUses = 200;

/** What a function receives as one of its parameters, at calls by its names and by those it is handed on to. */
export function handedTo(
  node: FunctionLike,
  index: number,
  scopes: Scopes,
  survey: Survey,
): readonly Origin[] {
  const origins: Origin[] = [];
  const seen = new Set<AnyNode>();
  const waiting: AnyNode[] = [node];
  const addUsesOf = (variable: Variable | undefined): void => {
    for (const reference of variable?.references ?? []) {
      if (reference.isRead()) waiting.push(reference.identifier);
    }
  };
  const [declared] = node.type === 'FunctionDeclaration' ? scopes.declaredBy(node) : [];
  addUsesOf(declared);
  for (let use = waiting.pop(); use !== undefined; use = waiting.pop()) {
    if (seen.has(use) || seen.size > mostUses) continue;
    seen.add(use);
    const { parent, child } = effectiveParent(use);
    switch (parent?.type) {
      case 'CallExpression':
      case 'NewExpression': {
        const given = (parent.arguments as AnyNode[]).indexOf(child);
        if (parent.callee === child) add(origins, parent.arguments[index]);
        else if (given === 0) add(origins, walked(parent.callee), [undefined]);
        if (given >= 0) addUsesOf(parameterOf(parent.callee, given, scopes));
        break;
      }
      case 'MemberExpression':
        if (parent.object === child) throughMember(origins, parent, index);
        break;
      case 'VariableDeclarator':
        if (parent.id.type === 'Identifier') addUsesOf(scopes.variableOf(parent.id));
        break;
      case 'AssignmentExpression':
        if (parent.left.type === 'Identifier') addUsesOf(scopes.variableOf(parent.left));
        else if (parent.left.type === 'MemberExpression') byName(plainName(parent.left));
        break;
      case 'Property':
      case 'MethodDefinition':
      case 'PropertyDefinition':
        byName(plainKey(parent.key, parent.computed));
        break;
      default:
    }
  }
  return origins;

  function byName(name: string | undefined): void {
    const calls = callsByName(survey);
    for (const call of [...(calls.get(name) ?? []), ...(calls.get(undefined) ?? [])]) {
      add(origins, call.arguments[index]);
    }
  }
}

function add(origins: Origin[], node: AnyNode | undefined, path: Origin['path'] = []): void {
  if (node !== undefined && node.type !== 'SpreadElement') origins.push({ node, path });
}

/** `list.forEach(change)` hands on each element of the list. */
const walked = (callee: AnyNode): AnyNode | undefined =>
  callee.type === 'MemberExpression' && callee.object.type !== 'Super' ? callee.object : undefined;

/** `change.call(null, job)`, `change.apply(null, [job])`, `change.bind(null, job)`. */
function throughMember(origins: Origin[], member: NodeOf<'MemberExpression'>, index: number): void {
  const call = parentOf(member);
  if (call?.type !== 'CallExpression' || call.callee !== member) return;
  if (plainName(member) === 'apply') add(origins, call.arguments[1], [String(index)]);
  else add(origins, call.arguments[index + 1]);
}

/** The name that a function of the text gives to what it is called with. */
function parameterOf(callee: AnyNode, index: number, scopes: Scopes): Variable | undefined {
  const called = callee.type === 'Identifier' ? functionNamed(callee, scopes) : callee;
  const parameter = called && isFunction(called) ? called.params[index] : undefined;
  if (called === undefined || parameter?.type !== 'Identifier') return undefined;
  return scopes.declaredBy(called).find(({ name }) => name === parameter.name);
}

/** The function that a name is declared with. */
export function functionNamed(
  name: NodeOf<'Identifier'>,
  scopes: Scopes,
): FunctionLike | undefined {
  const declaration = scopes.variableOf(name)?.defs[0]?.node;
  const value = declaration?.type === 'VariableDeclarator' ? declaration.init : declaration;
  return value && isFunction(value) ? value : undefined;
}

/** Under undefined those whose method's name is put together. */
type Calls = Map<string | undefined, NodeOf<'CallExpression'>[]>;
const callsOfTexts = new Remembered<Survey, Calls>();

/** Calls of methods by their names: made when a method's parameter is written to. */
function callsByName(survey: Survey): Calls {
  const known = callsOfTexts.get(survey);
  if (known !== undefined) return known;
  const calls: Calls = new Map();
  for (const node of survey.ofType('CallExpression')) {
    if (node.callee.type !== 'MemberExpression') continue;
    const name = plainName(node.callee);
    const list = calls.get(name);
    if (list === undefined) calls.set(name, [node]);
    else if (list.length < mostUses) list.push(node);
  }
  callsOfTexts.set(survey, calls);
  return calls;
}
