import { Suspense } from 'react';
import { Toaster } from 'sonner';
import { ConflictDialog } from '../editor/conflict-dialog.tsx';
import { NewStrategyPicker } from '../editor/new-strategy/new-strategy-picker.tsx';
import { CommandPalette } from '../palette/command-palette.tsx';
import { ReviewDialog } from '../review/review-dialog.tsx';
import { RulesPage } from '../rules/rules-page.tsx';
import { SandboxDialog } from '../sandbox/sandbox-dialog.tsx';
import { useTheme } from '../settings/theme.ts';
import { Announcer } from '../../ui/announcer.tsx';
import { AboutDialog } from './about-dialog.tsx';
import styles from './overlays.module.css';

/** What appears above the window, wherever it was asked for. */
export function Overlays() {
  const theme = useTheme();
  return (
    <>
      <Announcer />
      <CommandPalette />
      <NewStrategyPicker />
      <ReviewDialog />
      <ConflictDialog />
      <SandboxDialog />
      <RulesPage />
      <Suspense>
        <AboutDialog />
      </Suspense>
      <Toaster
        theme={theme}
        position="bottom-right"
        offset={{ bottom: 38, right: 12 }}
        gap={8}
        className={styles.toasts ?? ''}
        toastOptions={{ className: styles.toast ?? '' }}
      />
    </>
  );
}
