import type { Attribute, UnknowableMember } from '../../../facts.ts';
import type { PythonEvaluator } from '../evaluate.ts';
import { childOf, childrenOf, nameOf, namedOf, placeOf, textOf, type PythonNode } from '../node.ts';
import type { PythonSurvey } from '../survey.ts';
import { pathsIn, textsIn, textsWithin, type Values } from '../value.ts';
import { usageOf } from './usage.ts';

/** Members that only those look for who want to get behind a thing. */
const isTelling = (name: string): boolean =>
  /^__\w+__$|^(?:gi|cr|ag|tb|f|co|func|im)_[a-z]+$|^(?:mro|ctypes)$/.test(name);

const byName =
  /^(?:getattr|setattr|delattr|hasattr|inspect:getattr_static|(?:object|type)\.__(?:get|set|del)attr(?:ibute)?__)$/;

export interface CollectedAttributes {
  readonly attributes: Attribute[];
  readonly unknowableMembers: UnknowableMember[];
}

/** Telling members, by whatever way they are named. */
export function collectAttributes(
  survey: PythonSurvey,
  evaluator: PythonEvaluator,
): CollectedAttributes {
  const attributes: Attribute[] = [];
  const unknowableMembers: UnknowableMember[] = [];
  const add = (name: string, node: PythonNode, owner: Values, hidden: boolean): void => {
    if (!isTelling(name)) return;
    const { usage, member } = usageOf(node);
    const owners = pathsIn(owner);
    // What a class is called, and whether it is the same, leads nowhere.
    const isNameOnly =
      /^__(?:class|qualname|name|module)__$/.test(name) && (usage === 'test' || isLabel(member));
    const isOwn = name === 'ctypes' && !isForeign(owner);
    if (!isNameOnly && !isOwn)
      attributes.push({ name, hidden, usage, owners, place: placeOf(node) });
  };
  for (const node of survey.ofKind('attribute')) {
    const [object, name] = [childOf(node, 'object'), childOf(node, 'attribute')];
    if (object && name && isTelling(nameOf(name)))
      add(nameOf(name), node, evaluator.valuesOf(object), false);
  }
  for (const node of survey.ofKind('keyword_pattern', 'dotted_name')) {
    const names =
      node.kind === 'keyword_pattern' ? namedOf(node).slice(0, 1) : namedOf(node).slice(1);
    for (const name of names) if (name.kind === 'identifier') add(nameOf(name), name, [], false);
  }
  for (const node of survey.ofKind('subscript')) {
    const [key] = childrenOf(node, 'subscript');
    const owner = childOf(node, 'value');
    if (!key || !owner || key.kind === 'slice') continue;
    for (const text of textsIn(evaluator.valuesOf(key)).texts)
      add(text, node, evaluator.valuesOf(owner), false);
  }
  for (const node of survey.ofKind('string')) {
    const text = textOf(node);
    if (!text.includes('{') || text.slice(0, 3).toLowerCase().includes('f')) continue;
    for (const name of walkedBy(text)) add(name, node, [], false);
  }
  for (const call of survey.ofKind('call')) collectNamed(call, evaluator, add, unknowableMembers);
  return { attributes, unknowableMembers };
}

/** What arrays have, from whose address all memory can be read; the text's own may have it too. */
const isForeign = (owner: Values): boolean =>
  owner.some((one) => one.kind === 'unknown' || (one.kind === 'path' && one.path.includes('()')));

const isLabel = (member: string | undefined): boolean =>
  member === '__name__' || member === '__qualname__' || member === '__doc__';

/** `'{0.__class__}'`: a format walks members, and items of what it finds. */
function* walkedBy(text: string): Generator<string> {
  for (const [field] of text.matchAll(/\{[^{}\s]*[.[][^{}\s]*\}/g)) {
    for (const [, name = ''] of field.matchAll(/[.[](\w+)/g)) yield name.normalize('NFKC');
  }
}

const isOpen = (values: Values): boolean =>
  values.some(
    (one) =>
      one.kind === 'unknown' ||
      (one.kind === 'list' && one.items === undefined) ||
      (one.kind === 'path' && one.path.includes('()')),
  );

const isNamespace = (values: Values): boolean =>
  pathsIn(values).some((path) => path.includes(':') && !path.includes('()'));

type Add = (name: string, node: PythonNode, owner: Values, hidden: boolean) => void;

function collectNamed(
  call: PythonNode,
  evaluator: PythonEvaluator,
  add: Add,
  open: UnknowableMember[],
): void {
  const callee = childOf(call, 'function');
  if (callee === undefined) return;
  const { list, all } = evaluator.passedTo(call);
  // `map(getattr, [x], ['__class__'])`: who is handed getattr names the members.
  if (all.some((values) => pathsIn(values).some((path) => byName.test(path)))) {
    for (const text of all.flatMap(textsWithin)) add(text, call, [], true);
    // With a module and names that are not known it finds anything of it.
    if (all.some(isOpen) && all.some(isNamespace))
      open.push({ of: 'built-in', place: placeOf(call) });
  }
  for (const value of evaluator.valuesOf(callee)) {
    const isFormat = value.kind === 'method' && /^format(?:_map)?$/.test(value.name);
    if (isFormat && value.of.kind === 'text') {
      for (const name of walkedBy(value.of.text ?? '')) add(name, call, [], true);
    }
    if (value.kind !== 'path') continue;
    const { path } = value;
    if (path === 'operator:attrgetter' || path === 'operator:methodcaller') {
      const names = list.flatMap((one) => textsIn(one).texts).flatMap((text) => text.split('.'));
      for (const name of names) add(name, call, [], false);
    } else if (byName.test(path)) {
      const [owner = [], name = []] = list;
      const { texts, isCertain } = textsIn(name);
      for (const text of texts) add(text.normalize('NFKC'), call, owner, false);
      const isOfLanguage = pathsIn(owner).some((one) => !one.includes('()'));
      if (!isCertain && isOfLanguage) open.push({ of: 'built-in', place: placeOf(call) });
    } else if (
      /^(?:str\.format(?:_map)?|string:Formatter\(\)\.(?:format|vformat|get_field))$/.test(path)
    ) {
      for (const name of textsIn(list[0] ?? []).texts.flatMap((text) => [
        ...walkedBy(text.includes('{') ? text : `{${text}}`),
      ])) {
        add(name, call, [], true);
      }
    }
  }
}
