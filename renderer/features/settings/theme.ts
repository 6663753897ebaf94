import { useSyncExternalStore } from 'react';
import { useSettingsStore } from './settings-store.ts';

export type Theme = 'dark' | 'light';

const systemIsLight = () => window.matchMedia('(prefers-color-scheme: light)');

/** The theme in use: the analyst's choice, or the system's. */
export function resolvedTheme(): Theme {
  const { theme } = useSettingsStore.getState().preferences;
  if (theme !== 'system') return theme;
  return systemIsLight().matches ? 'light' : 'dark';
}

export function subscribeToTheme(listener: (theme: Theme) => void): () => void {
  let last = resolvedTheme();
  const check = () => {
    const next = resolvedTheme();
    if (next === last) return;
    last = next;
    listener(next);
  };
  const media = systemIsLight();
  media.addEventListener('change', check);
  const stop = useSettingsStore.subscribe(check);
  return () => {
    media.removeEventListener('change', check);
    stop();
  };
}

export function useTheme(): Theme {
  return useSyncExternalStore(subscribeToTheme, resolvedTheme);
}

/** Puts the theme on the document, where the tokens look for it. */
export function applyTheme(): void {
  const apply = (theme: Theme) => {
    document.documentElement.dataset['theme'] = theme;
  };
  apply(resolvedTheme());
  subscribeToTheme(apply);
}

export function toggleTheme(): void {
  const theme = resolvedTheme() === 'dark' ? 'light' : 'dark';
  useSettingsStore.getState().update({ theme });
}
