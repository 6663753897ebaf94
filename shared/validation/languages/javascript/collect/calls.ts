import type { Argument, Call, CodeWrapper, Import, MethodCall, Usage } from '../../../facts.ts';
import type { Place } from '../../../types.ts';
import type { Evaluator } from '../evaluate.ts';
import { conversions } from '../coerce.ts';
import { codeMakers } from '../intrinsics.ts';
import { placeOf, type AnyNode, type NodeOf } from '../node.ts';
import { propertyKey } from '../property-key.ts';
import type { Survey } from '../survey.ts';
import { pathsOf, type Value, type Values } from '../value.ts';
import { usageOf } from './usage.ts';
import { wrapperAround } from './wrapper.ts';

type CallNode = NodeOf<'CallExpression' | 'NewExpression'>;

export interface CallFacts {
  readonly calls: readonly Call[];
  readonly methodCalls: readonly MethodCall[];
  readonly codeWrappers: readonly CodeWrapper[];
  readonly required: readonly Import[];
}

/** What is called: functions of the language and of modules, and methods by name. */
export function collectCalls(survey: Survey, evaluator: Evaluator): CallFacts {
  const calls: Call[] = [];
  const methodCalls: MethodCall[] = [];
  const wrappers = new Map<AnyNode, CodeWrapper>();
  const nodes: CallNode[] = [...survey.ofType('CallExpression'), ...survey.ofType('NewExpression')];
  for (const node of nodes) {
    if (node.callee.type === 'Super') continue;
    for (const target of evaluator.evaluate(node.callee)) {
      if (target.kind !== 'bound' && pathOf(target) === undefined) continue;
      addCalls(
        evaluator,
        node,
        target,
        once(() => evaluator.elements(node.arguments)),
        calls,
      );
    }
    addMethodCall(evaluator, node, methodCalls);
  }
  for (const { tag } of survey.ofType('TaggedTemplateExpression')) {
    const paths = pathsOf(evaluator.evaluate(tag));
    if (paths.some((path) => codeMakers.has(path))) noteWrapper(tag, [], wrappers, evaluator);
  }
  for (const node of nodes) {
    const paths = pathsOf(evaluator.evaluate(node.callee));
    if (paths.some((path) => codeMakers.has(path))) {
      noteWrapper(node, node.arguments, wrappers, evaluator);
    }
  }
  const required = calls.filter(({ path }) => path === 'require' || path === 'module.require');
  return {
    calls,
    methodCalls,
    codeWrappers: [...wrappers.values()],
    required: required.map(({ arguments: [name], place }) => ({
      module: name?.text,
      how: 'require',
      place,
    })),
  };
}

function noteWrapper(
  node: AnyNode,
  args: readonly AnyNode[],
  wrappers: Map<AnyNode, CodeWrapper>,
  evaluator: Evaluator,
): void {
  const wrapper = wrapperAround(node, args, evaluator);
  if (wrapper !== undefined) wrappers.set(wrapper, { place: placeOf(wrapper) });
}

/** What is given to a call, worked out for the first who asks. */
type Given = () => readonly Values[];

function once(work: Given): Given {
  let known: readonly Values[] | undefined;
  return () => (known ??= work());
}

/** Few rules ask what is given to a call, and most of it is nothing but arithmetic. */
class CallFact implements Call {
  readonly path: string;
  readonly isNew: boolean;
  readonly usage: Usage;
  readonly place: Place;
  readonly #evaluator: Evaluator;
  readonly #given: Given;

  constructor(evaluator: Evaluator, node: CallNode, path: string, given: Given) {
    this.path = path;
    this.isNew = node.type === 'NewExpression';
    this.usage = usageOf(node);
    this.place = placeOf(node);
    this.#evaluator = evaluator;
    this.#given = given;
  }

  get arguments(): readonly Argument[] {
    return this.#given().map((values) => describe(this.#evaluator, values));
  }
}

/** A call through `call`, `apply`, `bind` or `Reflect.apply` is a call of what stands behind it. */
function addCalls(
  evaluator: Evaluator,
  node: CallNode,
  target: Value,
  given: Given,
  calls: Call[],
): void {
  if (target.kind === 'bound') {
    const { target: behind, args } = target;
    addCalls(evaluator, node, behind, () => [...args, ...given()], calls);
    return;
  }
  const path = pathOf(target);
  if (path === undefined) return;
  const { callee } = node;
  const owner =
    callee.type === 'MemberExpression' && callee.object.type !== 'Super'
      ? callee.object
      : undefined;
  switch (path) {
    case 'Function.prototype.call':
      addBehind(evaluator, node, evaluator.evaluate(owner), given().slice(1), calls);
      break;
    case 'Function.prototype.apply':
      addBehind(evaluator, node, evaluator.evaluate(owner), elementsOfList(given()[1]), calls);
      break;
    case 'Reflect.apply':
      addBehind(evaluator, node, given()[0] ?? [], elementsOfList(given()[2]), calls);
      break;
    case 'Reflect.construct':
      addBehind(evaluator, node, given()[0] ?? [], elementsOfList(given()[1]), calls);
      break;
    default:
  }
  calls.push(new CallFact(evaluator, node, path, given));
}

function addBehind(
  evaluator: Evaluator,
  node: CallNode,
  targets: Values,
  args: readonly Values[],
  calls: Call[],
): void {
  for (const target of targets) {
    const isThrough = target.kind === 'global' && target.path.startsWith('Function.prototype.');
    if (!isThrough) addCalls(evaluator, node, target, () => args, calls);
  }
}

const elementsOfList = (values: Values | undefined): readonly Values[] =>
  values?.find((value) => value.kind === 'array')?.elements ?? [];

function pathOf(value: Value): string | undefined {
  if (value.kind === 'global') return value.path;
  return value.kind === 'module' ? `${value.name}:${value.path}` : undefined;
}

function describe(evaluator: Evaluator, values: Values): Argument {
  let text: string | undefined;
  let number: number | undefined;
  let isText = false;
  const paths: string[] = [];
  for (const value of values) {
    if (value.kind === 'text' || standsForText(evaluator, value)) isText = true;
    else if (value.kind === 'constant') {
      if (typeof value.value === 'string') text ??= value.value;
      if (typeof value.value === 'number') number ??= value.value;
    } else {
      const path = pathOf(value);
      if (path !== undefined) paths.push(path);
    }
  }
  return { text, number, isText: isText || text !== undefined, paths, isOwn: values.every(isOwn) };
}

/** An object with a conversion of its own is the text that this gives, wherever a text is wanted. */
function standsForText(evaluator: Evaluator, value: Value): boolean {
  if (value.kind === 'object') return conversions.some((name) => value.properties.has(name));
  if (value.kind !== 'self') return false;
  return conversions.some((name) =>
    evaluator.memberOfValue(value, name).some(({ kind }) => kind === 'function'),
  );
}

function isOwn(value: Value): boolean {
  if (value.kind === 'instance') return value.of === 'Object';
  const { kind } = value;
  return kind === 'self' || kind === 'function' || kind === 'object' || kind === 'array';
}

function addMethodCall(evaluator: Evaluator, node: CallNode, methodCalls: MethodCall[]): void {
  const { callee } = node;
  if (callee.type !== 'MemberExpression' || callee.object.type === 'Super') return;
  const [name] = propertyKey(evaluator, callee);
  if (name === undefined) return;
  methodCalls.push({
    name,
    of: classOf(evaluator.evaluate(callee.object)),
    argumentCount: node.arguments.length,
    place: placeOf(node),
  });
}

function classOf(values: Values): string | undefined {
  for (const value of values) {
    if (value.kind === 'instance') return value.of;
    if (value.kind === 'array') return 'Array';
    if (value.kind === 'text') return 'String';
    if (value.kind === 'number') return 'Number';
    if (value.kind === 'constant') {
      if (typeof value.value === 'string') return 'String';
      if (typeof value.value === 'number') return 'Number';
    }
    if (value.kind === 'self' || value.kind === 'object') return 'own';
    if (value.kind === 'module') return 'module';
    if (value.kind === 'global') return value.path;
  }
  return undefined;
}
