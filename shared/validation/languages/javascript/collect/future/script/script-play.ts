import type { Program } from 'acorn';
import type { AnyNode, NodeOf } from '../../../node.ts';
import { Player } from '../rehearsal/player.ts';
import { isEnd } from '../rehearsal/rehearsal.ts';
import { Room } from '../rehearsal/room.ts';
import { Stage } from '../rehearsal/stage.ts';
import { merged, type Knowledge } from '../rehearsal/knowledge.ts';
import {
  Entries,
  List,
  asText,
  everythingIn,
  held,
  native,
  none,
  plain,
  type Held,
  type Raw,
} from '../rehearsal/things.ts';
import { madeUpData, madeUpRows, type MadeUpRun } from './script-data.ts';

/** One weight, and the last bar that somebody must know to give it. */
export interface Weight {
  readonly value: Raw;
  readonly knownTo: number;
}

/** What a script asked `sim` for in one play. */
export interface Played {
  /** Weights by instrument; undefined where `sim` was not reached. */
  readonly targets: ReadonlyMap<string, readonly Weight[]> | undefined;
  readonly options: ReadonlyMap<string, Raw>;
  /** Every weight was made of bars up to its own. */
  readonly isOfPast: boolean;
  /** The play came to its end, and nothing in it had to be guessed. */
  readonly isWhole: boolean;
  /** All that was worked out. */
  readonly nodes: ReadonlySet<AnyNode>;
  readonly spent: number;
}

/** Plays a script on made-up data. */
export function play(program: Program, run: MadeUpRun, steps: number): Played {
  const stage = new Stage(new Map(), steps, 0, 0);
  stage.notesAll = true;
  const player = new Player(stage);
  const room = new Room(undefined, true);
  room.declare('this', none);
  let targets: Played['targets'];
  let options: Played['options'] = new Map();
  let isOfPast = false;
  const sim = native('sim', ([weights = none, terms = none]) => {
    // What was chosen by chance may differ between two plays for no other reason.
    if (stage.guesses > 0) return none;
    targets ??= targetsIn(weights);
    isOfPast = arePast(targets) && isUntold(terms);
    options = fieldsOf(terms);
    return none;
  });
  declareImports(program, room, run, sim);
  let isEnded = true;
  try {
    player.runAll(program.body, room);
  } catch (error) {
    if (!isEnd(error)) throw error;
    isEnded = false;
  }
  const isWhole = isEnded && stage.guesses === 0 && !stage.isUnfaithful;
  return { targets, options, isOfPast, isWhole, nodes: stage.played, spent: steps - stage.left };
}

function targetsIn(given: Held): Played['targets'] {
  const { value } = given;
  if (value instanceof List) return new Map([['', weightsIn(given)]]);
  if (!(value instanceof Entries) || value.fields.size === 0) return undefined;
  const knows = merged(given.knows, value.shape);
  return new Map(
    [...value.fields].map(([name, one]) => [
      name,
      weightsIn(held(one.value, merged(one.knows, knows))),
    ]),
  );
}

/** As they are now: a text may go on to change its list. */
function weightsIn({ value, knows }: Held): readonly Weight[] {
  if (!(value instanceof List)) return [];
  const all = lastKnown(merged(knows, value.shape));
  return Array.from(value.items, (item: Held | undefined) => ({
    value: item?.value,
    knownTo: Math.max(all, lastKnown(item?.knows ?? [])),
  }));
}

const lastKnown = (knows: Knowledge): number => Math.max(-1, ...knows.map(({ last }) => last));

const arePast = (targets: Played['targets']): boolean =>
  [...(targets?.values() ?? [])].every((weights) =>
    weights.every(({ knownTo }, bar) => knownTo <= bar),
  );

const isUntold = ({ value, knows }: Held): boolean =>
  knows.length === 0 && (!(value instanceof Entries) || everythingIn(value).length === 0);

const fieldsOf = ({ value }: Held): ReadonlyMap<string, Raw> =>
  new Map(value instanceof Entries ? [...value.fields].map(([key, one]) => [key, one.value]) : []);

/** The names under which the text knows what a script is given. */
function declareImports({ body }: Program, room: Room, run: MadeUpRun, sim: Held): void {
  const rows = (table: string): Held => native(table, () => madeUpRows(table, run));
  const given = new Map<string, Held>([
    ['data', madeUpData(run)],
    ['sim', sim],
    ['load', native('load', ([name = none]) => madeUpRows(asText(name.value), run))],
    ...['Trades', 'Balances', 'Snapshots'].map((name) => [`load${name}`, rows(name)] as const),
  ]);
  for (const part of body) {
    if (part.type === 'ImportDeclaration' && part.source.value === 'stratbox') {
      for (const specifier of part.specifiers) declareOne(specifier, room, given);
    }
  }
}

function declareOne(
  specifier: NodeOf<'ImportDeclaration'>['specifiers'][number],
  room: Room,
  given: ReadonlyMap<string, Held>,
): void {
  if (specifier.type === 'ImportNamespaceSpecifier') {
    const all = new Entries();
    for (const [name, one] of given) all.fields.set(name, one);
    room.declare(specifier.local.name, plain(all));
  } else if (specifier.type === 'ImportSpecifier' && 'name' in specifier.imported) {
    const one = given.get(specifier.imported.name);
    if (one) room.declare(specifier.local.name, one);
  }
}
