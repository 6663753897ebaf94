export const bottomTabs = ['problems', 'console', 'results'] as const;
export type BottomTab = (typeof bottomTabs)[number];

/** Below this width of the window, in CSS pixels, the results move into the bottom panel. */
export const narrowWidth = 1180;

export interface LayoutState {
  readonly narrow: boolean;
  readonly bottomTab: BottomTab;
  readonly bottomOpen: boolean;
  /** The results beside the editor; meaningless while narrow. */
  readonly resultsOpen: boolean;
  readonly runSettingsOpen: boolean;
}

export const initialLayoutState: LayoutState = {
  narrow: false,
  bottomTab: 'problems',
  bottomOpen: true,
  resultsOpen: true,
  runSettingsOpen: false,
};

/** The window has this width now; the results keep being visible when they change their place. */
export function resized(state: LayoutState, width: number): LayoutState {
  const narrow = width < narrowWidth;
  if (narrow === state.narrow) return state;
  if (narrow) {
    const bottomTab = state.resultsOpen ? 'results' : state.bottomTab;
    return { ...state, narrow, bottomTab };
  }
  const bottomTab = state.bottomTab === 'results' ? 'problems' : state.bottomTab;
  return { ...state, narrow, bottomTab, resultsOpen: true };
}

export function bottomShown(state: LayoutState, bottomTab: BottomTab): LayoutState {
  return { ...state, bottomTab, bottomOpen: true };
}

/** A command chosen again takes away what it showed. */
export function bottomToggled(state: LayoutState, bottomTab: BottomTab): LayoutState {
  const showsIt = state.bottomOpen && state.bottomTab === bottomTab;
  return showsIt ? { ...state, bottomOpen: false } : bottomShown(state, bottomTab);
}

export function resultsShown(state: LayoutState): LayoutState {
  return state.narrow ? bottomShown(state, 'results') : { ...state, resultsOpen: true };
}

export function resultsToggled(state: LayoutState): LayoutState {
  if (state.narrow) return bottomToggled(state, 'results');
  return { ...state, resultsOpen: !state.resultsOpen };
}
