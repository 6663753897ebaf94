import { useEffect } from 'react';
import { Group, Panel, Separator, type Layout } from 'react-resizable-panels';
import { EditorPane } from '../editor/editor-pane.tsx';
import { Explorer } from '../explorer/explorer.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { useSettingsStore } from '../settings/settings-store.ts';
import { ConnectionBanner } from '../status/connection-banner.tsx';
import { StatusBar } from '../status/status-bar.tsx';
import { BottomPanel } from './bottom-panel.tsx';
import { useLayoutStore } from './layout-store.ts';
import { Overlays } from './overlays.tsx';
import { Results } from './results.tsx';
import { rememberedLayout, sizesToRemember } from './remember-sizes.ts';
import styles from './shell.module.css';

/** The window: explorer, editor above the bottom panel, results, status bar. */
export function Shell() {
  const { narrow, resultsOpen, bottomOpen, resize } = useLayoutStore();
  useEffect(() => {
    const onResize = () => resize(window.innerWidth);
    onResize();
    window.addEventListener('resize', onResize);
    return () => window.removeEventListener('resize', onResize);
  }, [resize]);
  // The panes take their remembered sizes when they first appear, so the preferences come before.
  const loading = useSettingsStore((state) => state.status === 'loading');
  const showResults = resultsOpen && !narrow;
  const columns = ['column-explorer', 'column-work', ...(showResults ? ['column-results'] : [])];
  const bottomRow = narrow ? 'row-tall' : 'row-bottom';
  const rows = ['row-code', ...(bottomOpen ? [bottomRow] : [])];

  if (loading) {
    return (
      <div className={styles.loading}>
        <Spinner label="Opening Stratbox" size={20} />
      </div>
    );
  }
  return (
    <div className={styles.shell}>
      <ConnectionBanner />
      <main className={styles.main}>
        <Group {...sizes(columns)}>
          <Panel
            id="column-explorer"
            defaultSize={224}
            minSize={168}
            maxSize={400}
            groupResizeBehavior="preserve-pixel-size"
          >
            <Explorer />
          </Panel>
          <Separator className={styles.vertical} aria-label="Resize the explorer" />
          <Panel id="column-work" minSize={360}>
            <div className={styles.work}>
              <Group orientation="vertical" {...sizes(rows)}>
                <Panel id="row-code" minSize={140}>
                  <EditorPane />
                </Panel>
                {bottomOpen && (
                  <>
                    <Separator className={styles.horizontal} aria-label="Resize the panel" />
                    <Panel
                      key={bottomRow}
                      id={bottomRow}
                      defaultSize={narrow ? '56%' : 200}
                      minSize={96}
                    >
                      <BottomPanel />
                    </Panel>
                  </>
                )}
              </Group>
            </div>
          </Panel>
          {showResults && (
            <>
              <Separator className={styles.vertical} aria-label="Resize the results" />
              <Panel id="column-results" defaultSize="42%" minSize={380}>
                <section aria-label="Results" className={styles.results} data-pane="results">
                  <Results />
                </section>
              </Panel>
            </>
          )}
        </Group>
      </main>
      <StatusBar />
      <Overlays />
    </div>
  );
}

/** Sizes as they were left, for exactly these panels; what a person drags is remembered. */
function sizes(panels: readonly string[]) {
  const { preferences, updateLayout } = useSettingsStore.getState();
  const remembered = rememberedLayout(preferences.layout, panels);
  return {
    key: panels.join('-'),
    ...(remembered ? { defaultLayout: remembered } : {}),
    onLayoutChanged: (layout: Layout, { isUserInteraction }: { isUserInteraction: boolean }) => {
      if (!isUserInteraction) return;
      for (const [name, size] of sizesToRemember(layout, panels)) updateLayout(name, size);
    },
  };
}
