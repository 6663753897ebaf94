import type { LogLine } from '../../../shared/contract/models/run.ts';

export type ConsoleFilter = 'all' | 'warn' | 'error';

/** The lines a person wants to see: all, warnings and errors, or errors alone. */
export function filterLines(lines: readonly LogLine[], filter: ConsoleFilter): readonly LogLine[] {
  if (filter === 'all') return lines;
  return lines.filter(({ level }) => level === 'error' || level === filter);
}

/** All lines as one text to take along, each with its level and bar. */
export function linesAsText(lines: readonly LogLine[]): string {
  return lines
    .map(({ level, text, bar }) => `${bar === null ? '' : `[bar ${bar}] `}${level}: ${text}`)
    .join('\n');
}
