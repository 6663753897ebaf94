import type { Badge, RunRecord, RunRequest } from '../../../shared/contract/models/run.ts';

/** How a text came to its bars. */
export type BarsSeen = 'one-at-a-time' | 'maybe-all' | 'all-at-once';

const handedOut: Readonly<Record<BarsSeen, string>> = {
  'one-at-a-time': 'Bars are handed out one at a time and the check found nothing that looks ahead',
  'maybe-all':
    'Bars are handed out one at a time, but the text may also read all of them through "data" or "load"; the check found nothing that looks ahead',
  'all-at-once':
    'The strategy was given all bars at once, the later ones too; the check of its text found nothing that looks ahead',
};
const givenTables = '; the tables it was given are whole from the start';

/**
 * A class is shown an account and its bars one at a time. JavaScript refuses it all others; Python has
 * them in its own memory, and a class that names them may have read them.
 */
export function barsSeen(
  { language, source }: Pick<RunRequest, 'language' | 'source'>,
  wasShownAnAccount: boolean,
): BarsSeen {
  if (!wasShownAnAccount) return 'all-at-once';
  const names = /\b(?:data|load)\b|\bimport\s*\*|\bimport\s+stratbox\b/;
  return language === 'python' && names.test(source) ? 'maybe-all' : 'one-at-a-time';
}

/** The experiment on truncated data is not part of this version, so nothing is promised here. */
export function lookAheadBadge(
  findings: readonly Pick<RunRecord['assessment']['findings'][number], 'family'>[],
  {
    bars,
    decided,
    hadTables,
  }: { readonly bars: BarsSeen; readonly decided: boolean; readonly hadTables: boolean },
): Badge {
  const found = findings.filter(({ family }) => family === 'look-ahead').length;
  if (found > 0) {
    const places = found === 1 ? 'place' : 'places';
    return { state: 'failed', detail: `The check found ${found} ${places} that may look ahead.` };
  }
  if (bars === 'all-at-once' && !decided) {
    return { state: 'unknown', detail: 'It decided nothing, so nothing could look ahead.' };
  }
  return {
    state: 'unknown',
    detail: `${handedOut[bars]}${hadTables ? givenTables : ''}; the proof by running again on truncated data is not part of this version.`,
  };
}
