import type { FutureRead } from '../../../../../facts.ts';
import type { AnyNode } from '../../../node.ts';
import { tableInText } from '../embedded/tables-in-text.ts';
import type { Market } from '../market.ts';
import type { Known, Table } from './knowledge.ts';
import { rehearse, type Playbill } from './rehearsal.ts';
import { isDate } from './tagging.ts';

interface Read {
  readonly how: FutureRead['how'];
  readonly node: AnyNode;
}

const mostBars = 40;
const mostSteps = 120_000;
const day = 86_400_000;

/** Decisions that know later rows of the text's own tables, as a rehearsal shows them. */
export function rehearsedReads(market: Market): readonly Read[] {
  const tables = tablesIn(market);
  if (tables.size === 0) return [];
  const found = new Map<AnyNode, Read>();
  for (const playbill of playbills(market)) {
    const { foreknown, alongBars } = rehearse(market.survey.program, tables, playbill);
    for (const { node, known } of foreknown) {
      const isOfRun = isDated(known.table) || alongBars.has(known.table);
      if (isOfRun && !found.has(node)) found.set(node, { how: howOf(known), node });
    }
    if (found.size > 0) break;
  }
  return [...found.values()].slice(0, 5);
}

const tableKinds = ['ArrayExpression', 'ObjectExpression', 'CallExpression'] as const;

function tablesIn({ survey, evaluator }: Market): ReadonlyMap<AnyNode, Table> {
  const tables = new Map<AnyNode, Table>();
  for (const kind of tableKinds) {
    for (const node of survey.ofType(kind)) {
      const table = tableInText(evaluator, node);
      if (table) tables.set(node, { node, heads: table.heads, rows: 0, times: [] });
    }
  }
  return tables;
}

const isDated = ({ times, rows }: Table): boolean =>
  times.filter((time) => time !== undefined).length * 2 > rows;

function howOf({ table, first, last }: Known): FutureRead['how'] {
  if (last - first < table.rows - 1) return 'later bar';
  return 'whole series';
}

/** The days that the text itself names, on them and between them; else any days. */
function playbills({ survey }: Market): Playbill[] {
  const days = new Set<number>();
  for (const { value } of survey.ofType('Literal')) noteDays(value, days);
  for (const { value } of survey.ofType('TemplateElement')) noteDays(value.cooked, days);
  const times = [...days].sort((a, b) => a - b);
  const plain = Array.from(
    { length: mostBars },
    (_, place) => Date.UTC(2024, 0, 2, 14, 30) + place * day,
  );
  if (times.length < 3) return [1, 2].map((seed) => ({ times: plain, seed, steps: mostSteps }));
  const within = times.map((time, place) => time + 0.7 * ((times[place + 1] ?? time + day) - time));
  return [times, within, times].map((list, seed) => ({
    times: list.slice(0, mostBars),
    seed,
    steps: mostSteps,
  }));
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
