import { useMemo } from 'react';
import type { Preferences } from '../../../shared/contract/models/workspace.ts';
import { useSettingsStore } from '../settings/settings-store.ts';
import { groupings, initialProblemsView, sortings, type ProblemsView } from './problem-groups.ts';

const longestFilter = 100;

/** Anything may be in the preferences: what is not understood is as it was at first. */
export function viewOf(layout: Preferences['layout']): ProblemsView {
  const filter = layout['problems:filter'];
  const folded = layout['problems:folded'];
  return {
    grouping:
      groupings.find((one) => one === layout['problems:grouping']) ?? initialProblemsView.grouping,
    sorting:
      sortings.find((one) => one === layout['problems:sorting']) ?? initialProblemsView.sorting,
    filter: typeof filter === 'string' ? filter : '',
    folded: typeof folded === 'string' && folded !== '' ? folded.split(' ') : [],
  };
}

/** Remembers the list's look with the window's layout. */
export function changeView(changes: Partial<ProblemsView>): void {
  const { updateLayout } = useSettingsStore.getState();
  if (changes.grouping) updateLayout('problems:grouping', changes.grouping);
  if (changes.sorting) updateLayout('problems:sorting', changes.sorting);
  if (changes.filter !== undefined) {
    updateLayout('problems:filter', changes.filter.slice(0, longestFilter));
  }
  if (changes.folded) updateLayout('problems:folded', foldedText(changes.folded));
}

/** The newest of them, as many as the layout has room for. */
function foldedText(folded: readonly string[]): string {
  let text = '';
  for (const id of folded.toReversed()) {
    const longer = text === '' ? id : `${id} ${text}`;
    if (longer.length > 200) break;
    text = longer;
  }
  return text;
}

export function useProblemsView(): ProblemsView {
  const layout = useSettingsStore((state) => state.preferences.layout);
  return useMemo(() => viewOf(layout), [layout]);
}
