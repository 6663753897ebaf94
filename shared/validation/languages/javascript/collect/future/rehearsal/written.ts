import { isFunction, type AnyNode } from '../../../node.ts';
import { merged, type Knowledge } from './knowledge.ts';
import type { Player } from './player.ts';
import type { Room } from './room.ts';
import { Entries, Group, List, held } from './things.ts';
import { Remembered } from '../../../remembered.ts';

/** What a statement may do when it runs. */
interface Outlook {
  /** It may be left before its end, by whatever way. */
  readonly leaves: boolean;
  readonly returns: boolean;
  /** Names that it writes. */
  readonly names: ReadonlySet<string>;
  /** Names of lists and the like that it adds to, and fields of `this`. */
  readonly filled: ReadonlySet<string>;
  readonly fields: ReadonlySet<string>;
}

const outlooks = new Remembered<AnyNode, Outlook>();

export function outlook(node: AnyNode): Outlook {
  let known = outlooks.get(node);
  if (known === undefined) outlooks.set(node, (known = lookAt(node)));
  return known;
}

const notChildren = new Set('parent lines values variable names memory type start end'.split(' '));

function lookAt(outer: AnyNode): Outlook {
  const all = { leaves: false, returns: false };
  const names = new Set<string>();
  const filled = new Set<string>();
  const fields = new Set<string>();
  const stack: AnyNode[] = [outer];
  const note = (target: AnyNode): void => {
    if (target.type === 'Identifier') names.add(target.name);
    else if (target.type === 'MemberExpression') noteOwner(target.object, target, filled, fields);
  };
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (/^(?:Return|Throw)Statement$/.test(node.type)) all.leaves = all.returns = true;
    if (/^(?:Break|Continue)Statement$/.test(node.type)) all.leaves = true;
    if (node.type === 'AssignmentExpression') note(node.left);
    if (node.type === 'UpdateExpression') note(node.argument);
    if (node.type === 'CallExpression' && node.callee.type === 'MemberExpression') {
      const { property, object } = node.callee;
      const adds =
        property.type === 'Identifier' && /^(?:push|unshift|add|set|splice)$/.test(property.name);
      if (adds && object.type === 'Identifier') filled.add(object.name);
    }
    for (const [key, child] of Object.entries(node)) {
      if (notChildren.has(key) || typeof child !== 'object' || child === null) continue;
      for (const one of Array.isArray(child) ? (child as unknown[]) : [child as unknown]) {
        if (isNode(one) && !isFunction(one)) stack.push(one);
      }
    }
  }
  return { ...all, names, filled, fields };
}

function noteOwner(
  owner: AnyNode,
  { property, computed }: { readonly property: AnyNode; readonly computed: boolean },
  filled: Set<string>,
  fields: Set<string>,
): void {
  if (owner.type === 'Identifier') filled.add(owner.name);
  else if (owner.type === 'ThisExpression' && !computed && 'name' in property) {
    fields.add(property.type === 'PrivateIdentifier' ? `#${property.name}` : String(property.name));
  }
}

const isNode = (value: unknown): value is AnyNode =>
  typeof value === 'object' && value !== null && 'type' in value;

/** What was not written knows as much as what would have been: that the test failed. */
export function taintWrites(player: Player, node: AnyNode, knows: Knowledge, room: Room): void {
  if (knows.length === 0) return;
  player.stage.spend();
  const { names, filled, fields } = outlook(node);
  for (const name of names) {
    const before = room.read(name);
    if (before) room.write(name, held(before.value, merged(before.knows, knows)));
  }
  for (const name of filled) {
    const thing = room.read(name)?.value;
    if (thing instanceof List || thing instanceof Group || thing instanceof Entries) {
      thing.shape = merged(thing.shape, knows);
    }
  }
  const self = fields.size > 0 ? room.read('this')?.value : undefined;
  if (!(self instanceof Entries)) return;
  for (const name of fields) {
    const before = self.fields.get(name);
    if (before) self.fields.set(name, held(before.value, merged(before.knows, knows)));
  }
}
