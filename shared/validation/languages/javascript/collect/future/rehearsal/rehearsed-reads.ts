import type { FutureRead } from '../../../../../facts.ts';
import type { AnyNode } from '../../../node.ts';
import { tableInText } from '../embedded/tables-in-text.ts';
import type { Market } from '../market.ts';
import { tableOf, type Known, type Table } from './knowledge.ts';
import { nodesWithin } from '../within.ts';
import { rehearse, type Playbill } from './rehearsal.ts';
import { fewRows, isDate } from './tagging.ts';

interface Read {
  readonly how: FutureRead['how'];
  readonly node: AnyNode;
}

const mostBars = 40;
/** For all rehearsals of one text, and for one of them. */
const mostSteps = 200_000;
const mostOfOne = 80_000;
const day = 86_400_000;

/** What rehearsals of a text with its own tables have shown. */
export interface Rehearsed {
  /** Decisions that know later rows of them. */
  readonly reads: readonly Read[];
  /** Every part of the strategy was played, and to its end: what it reads is what it was seen to read. */
  readonly isProof: boolean;
  /** Its rows have days, or the bars go along with them. */
  readonly areOfRun: boolean;
}

/** Rehearses a text that holds tables; undefined for any other. */
export function rehearsed(market: Market): Rehearsed | undefined {
  const tables = tablesIn(market);
  if (tables.size === 0) return undefined;
  const found = new Map<AnyNode, Read>();
  const played = new Set<AnyNode>();
  const along = new Set<Table>();
  const deciding = new Set<Table>();
  let isWhole = true;
  // Without a bar, the tables tell their days.
  const { program } = market.survey;
  const first = rehearse(program, tables, { times: [], seed: 0, steps: mostOfOne });
  const isLong =
    first.spent >= mostOfOne / 2 && [...tables.values()].some(({ rows }) => rows > fewRows);
  let left = mostSteps - first.spent;
  for (const playbill of playbills(market, [...tables.values()])) {
    const shown = rehearse(program, tables, {
      ...playbill,
      steps: Math.min(left, mostOfOne),
      ...(isLong ? { rows: fewRows } : {}),
    });
    const { foreknown, alongBars, decidedBy, pricesOfRun } = shown;
    for (const table of decidedBy) deciding.add(table);
    left -= shown.spent;
    if (playbill.forPlaces) for (const table of alongBars) along.add(table);
    for (const node of shown.played) played.add(node);
    isWhole &&= shown.isComplete && !isLong;
    for (const { node, known } of foreknown) {
      const isOfRun =
        isDated(known.table) ||
        (playbill.forPlaces && alongBars.has(known.table)) ||
        (known.isWeighed && pricesOfRun.has(known.table));
      if (playbill.isBefore && known.last === 0) continue;
      if (isOfRun && !found.has(node)) found.set(node, { how: howOf(known), node });
    }
    if (found.size > 0) break;
  }
  // Of a table that the bars do not go along, nobody can say which of its rows are later.
  const areOfRun = [...tables.values()].every(
    (table) => isDated(table) || along.has(table) || (table.isFollowed && !deciding.has(table)),
  );
  return {
    reads: [...found.values()].slice(0, 5),
    isProof: isWhole && isAllPlayed(market, played),
    areOfRun,
  };
}

const decisions = [
  'IfStatement',
  'ConditionalExpression',
  'CallExpression',
  'LogicalExpression',
] as const;

/** Whether all that the text decides at a bar was decided at one of them; where it decides nothing, nothing was shown. */
function isAllPlayed({ survey }: Market, played: ReadonlySet<AnyNode>): boolean {
  const methods = survey
    .ofType('MethodDefinition')
    .filter(({ key }) => key.type === 'Identifier' && /^onBars?$/.test(key.name));
  const nodes = methods.flatMap((method) =>
    decisions.flatMap((kind) => nodesWithin<AnyNode>(survey.ofType(kind), method)),
  );
  return (
    nodes.length > 0 &&
    nodes.every((node) => played.has(node.type === 'IfStatement' ? node.test : node))
  );
}

const tableKinds = ['ArrayExpression', 'ObjectExpression', 'CallExpression'] as const;

function tablesIn({ survey, evaluator }: Market): ReadonlyMap<AnyNode, Table> {
  const tables = new Map<AnyNode, Table>();
  for (const kind of tableKinds) {
    for (const node of survey.ofType(kind)) {
      const table = tableInText(evaluator, node);
      const mustBeDated = table === undefined && hasMadeDays(node);
      if (table === undefined && !mustBeDated) continue;
      tables.set(node, tableOf(node, table?.heads, mustBeDated));
    }
  }
  return tables;
}

/** `[{ time: Date.UTC(2024, 0, 31), value: 47.8 }, …]` */
function hasMadeDays(node: AnyNode): boolean {
  if (node.type !== 'ArrayExpression' || node.elements.length < 2) return false;
  return node.elements.every((row) => {
    if (row?.type !== 'ObjectExpression' && row?.type !== 'ArrayExpression') return false;
    const cells =
      row.type === 'ArrayExpression'
        ? row.elements
        : row.properties.map((part) => (part.type === 'Property' ? part.value : part));
    return cells.some((cell) => {
      if (cell?.type !== 'CallExpression' && cell?.type !== 'NewExpression') return false;
      const { callee } = cell;
      const maker = callee.type === 'MemberExpression' ? callee.object : callee;
      return maker.type === 'Identifier' && maker.name === 'Date';
    });
  });
}

const isDated = ({ times, rows }: Table): boolean =>
  times.filter((time) => time !== undefined).length * 2 > rows;

function howOf({ table, first, last }: Known): FutureRead['how'] {
  if (last - first < table.rows - 1) return 'later bar';
  return 'whole series';
}

/** The days that the text itself names, on them and between them; else any days. */
function playbills(
  { survey }: Market,
  tables: readonly Table[],
): (Omit<Playbill, 'steps'> & Bill)[] {
  const days = new Set(
    tables.flatMap(({ times }) => times.filter((time) => Number.isFinite(time)) as number[]),
  );
  for (const { value } of survey.ofType('Literal')) noteDays(value, days);
  for (const { value } of survey.ofType('TemplateElement')) noteDays(value.cooked, days);
  const times = [...days].sort((a, b) => a - b);
  const hasDated = tables.some(isDated);
  const hasOthers = !tables.every(isDated);
  const plain = Array.from(
    { length: mostBars },
    (_, place) => Date.UTC(2024, 0, 5, 14, 30) + place * day,
  );
  const within = times.map((time, place) => time + 0.7 * ((times[place + 1] ?? time + day) - time));
  // Days of the week come again; four weeks earlier they are the same, and all rows are later.
  const before = times.map((time) => time - 28 * Math.ceil(span(times) / (28 * day) || 1) * day);
  const bills: Bill[] =
    times.length < 3
      ? []
      : [times, within, before, times].map((list) => ({
          times: list,
          forPlaces: !hasDated,
          isBefore: list === before,
        }));
  // Places in a table without days are told from days of the week only by many bars.
  if (bills.length === 0 || (hasDated && hasOthers)) {
    const bill = { times: plain, forPlaces: true, isBefore: false };
    bills.push(bill, bill);
  }
  return bills.map((bill, seed) => ({ ...bill, times: bill.times.slice(0, mostBars), seed }));
}

const span = (times: readonly number[]): number => (times.at(-1) ?? 0) - (times[0] ?? 0);

interface Bill {
  readonly times: readonly number[];
  /** Whether it shows which tables without days go along with the bars. */
  readonly forPlaces: boolean;
  /** Its bars come before all rows: the first of them may stand for what was before. */
  readonly isBefore: boolean;
}

function noteDays(value: unknown, days: Set<number>): void {
  if (typeof value === 'number') {
    if (isDate(value)) days.add(value);
    return;
  }
  if (typeof value !== 'string' || value.length < 8) return;
  for (const [text] of value.slice(0, 20_000).matchAll(/\b\d{4}-\d\d-\d\d\b|\b1\d{12}\b/g)) {
    const time = text.includes('-') ? Date.parse(text) : Number(text);
    if (!Number.isNaN(time)) days.add(time);
  }
}
