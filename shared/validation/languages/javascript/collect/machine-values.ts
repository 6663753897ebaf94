import type { MachineValue } from '../../../facts.ts';
import type { Evaluator } from '../evaluate.ts';
import { effectiveParent, parentOf, placeOf, type AnyNode, type NodeOf } from '../node.ts';
import { patternValue } from '../patterns.ts';
import type { Survey } from '../survey.ts';
import type { Values } from '../value.ts';

/** What a member of this name says: asked of every member of a text. */
const kinds: ReadonlyMap<string, MachineValue['what']> = new Map([
  ['timeStamp', 'moment'],
  ['lastModified', 'moment'],
  ['stack', 'stack'],
  ...['atime', 'ctime', 'mtime', 'birthtime'].flatMap((name) =>
    ['', 'Ms', 'Ns'].map((unit) => [`${name}${unit}`, 'file date'] as const),
  ),
]);

/** What the machine writes into things that it makes: when an event happened, where an error was, how old a file is. */
export function collectMachineValues(survey: Survey, evaluator: Evaluator): MachineValue[] {
  const found: MachineValue[] = [];
  const look = (
    name: string,
    of: () => Values | 'caught',
    node: AnyNode,
    isRead: () => boolean,
  ): void => {
    const what = kinds.get(name);
    if (what === undefined) return;
    if (isMade(what, of()) && isRead()) found.push({ what, name, place: placeOf(node) });
  };
  for (const node of survey.ofType('MemberExpression')) {
    const { object, property } = node;
    const name = plainName(property);
    if (name === undefined || kinds.get(name) === undefined || object.type === 'Super') continue;
    look(
      name,
      () => (isCaught(evaluator, object) ? 'caught' : evaluator.evaluate(object)),
      node,
      () => decidesBy(node),
    );
  }
  for (const node of survey.ofType('Property')) {
    const pattern = parentOf(node);
    const name = plainName(node.key);
    if (pattern?.type !== 'ObjectPattern' || name === undefined) continue;
    look(
      name,
      () =>
        parentOf(pattern)?.type === 'CatchClause' ? 'caught' : patternValue(evaluator, pattern),
      node.key,
      () => true,
    );
  }
  for (const node of survey.ofType('CallExpression')) {
    const { callee } = node;
    if (node.arguments.length > 0 || callee.type !== 'MemberExpression') continue;
    // Without a date it is the present one that is written.
    const name = plainName(callee.property) ?? '';
    if (!/^format(?:ToParts)?$/.test(name) || callee.object.type === 'Super') continue;
    if (isInstance(evaluator.evaluate(callee.object), /(?:^|\.)DateTimeFormat$/)) {
      found.push({ what: 'moment', name, place: placeOf(node) });
    }
  }
  return found;
}

function plainName(node: AnyNode): string | undefined {
  if (node.type === 'Identifier') return node.name;
  return node.type === 'Literal' && typeof node.value === 'string' ? node.value : undefined;
}

const makers = { moment: /Event$|^File$/, stack: /Error$/, 'file date': /^$/ } as const;

const isCaught = ({ scopes }: Evaluator, node: AnyNode): boolean =>
  node.type === 'Identifier' && scopes.variableOf(node)?.defs[0]?.type === 'CatchClause';

function isMade(what: MachineValue['what'], values: Values | 'caught'): boolean {
  if (values === 'caught') return what === 'stack';
  // What a module gives is not known; the text's own things are.
  if (what === 'file date') return values.every(({ kind }) => /^(?:module|unknown)$/.test(kind));
  return isInstance(values, makers[what]);
}

const isInstance = (values: Values, maker: RegExp): boolean =>
  values.some((value) => value.kind === 'instance' && maker.test(value.of));

const writes = /^(?:log|error|warn|info|debug|trace|write|append|push|add)$/;

/** A text that is only written to the log, or into another error, decides nothing. */
function decidesBy(node: NodeOf<'MemberExpression'>): boolean {
  let { parent, child } = effectiveParent(node);
  while (parent !== undefined && /^(?:TemplateLiteral|LogicalExpression)$/.test(parent.type)) {
    ({ parent, child } = effectiveParent(parent));
  }
  if (parent?.type === 'BinaryExpression') return parent.operator !== '+';
  if (parent?.type === 'ThrowStatement' || parent?.type === 'ExpressionStatement') return false;
  if (parent?.type === 'NewExpression') return false;
  if (parent?.type === 'AssignmentExpression') return parent.right === child;
  if (parent?.type !== 'CallExpression' || parent.callee === child) return true;
  const { callee } = parent;
  return callee.type !== 'MemberExpression' || !writes.test(plainName(callee.property) ?? '');
}
