import { commandIds, type CommandId } from '../../../shared/contract/commands.ts';
import { activeDocument, isDirty } from '../editor/editor-state.ts';
import { useEditorStore } from '../editor/editor-store.ts';
import { useNewStrategyStore } from '../editor/new-strategy/new-strategy-store.ts';
import { useExplorerStore } from '../explorer/explorer-store.ts';
import { applyAllQuickFixes } from '../problems/apply-quick-fix.ts';
import { stepToProblem } from '../problems/step-to-problem.ts';
import { useRulesPageStore } from '../rules/rules-page-store.ts';
import { exportShownRun } from '../run/export-shown-run.ts';
import { runStrategy } from '../run/run-strategy.ts';
import { useRunStore } from '../run/run-store.ts';
import { useSandboxStore } from '../sandbox/sandbox-store.ts';
import { toggleTheme } from '../settings/theme.ts';
import { useAboutStore } from '../shell/about-store.ts';
import { useLayoutStore } from '../shell/layout-store.ts';
import { moveBetweenPanes } from '../shell/move-between-panes.ts';
import { usePaletteStore } from './palette-store.ts';

export interface Command {
  readonly title: string;
  readonly group: 'Strategy' | 'Data' | 'Run' | 'View' | 'Help';
  readonly run: () => void;
  /** Absent: always. */
  readonly isEnabled?: () => boolean;
}

const hasDocument = () => activeDocument(useEditorStore.getState()) !== undefined;
const isRunning = () => useRunStore.getState().phase === 'running';

/** Everything one can do from the keyboard, the palette and the desktop's menu: one table for all. */
export const commands: Record<CommandId, Command> = {
  'strategy.new': {
    title: 'New strategy…',
    group: 'Strategy',
    run: () => useNewStrategyStore.getState().ask(),
  },
  'strategy.open': {
    title: 'Open strategy file…',
    group: 'Strategy',
    run: () => void useExplorerStore.getState().openStrategyFile(),
  },
  'strategy.save': {
    title: 'Save',
    group: 'Strategy',
    run: () => void useEditorStore.getState().save(),
    isEnabled: hasDocument,
  },
  'strategy.saveAs': {
    title: 'Save as…',
    group: 'Strategy',
    run: () => useEditorStore.getState().askForName(),
    isEnabled: hasDocument,
  },
  'strategy.discardEdits': {
    title: 'Discard edits',
    group: 'Strategy',
    run: () => useEditorStore.getState().discardEdits(),
    isEnabled: () => {
      const document = activeDocument(useEditorStore.getState());
      return document !== undefined && isDirty(document);
    },
  },
  'data.import': {
    title: 'Import data (CSV)…',
    group: 'Data',
    run: () => void useExplorerStore.getState().importData(),
  },
  'run.start': {
    title: 'Run in sandbox',
    group: 'Run',
    run: () => void runStrategy(),
    isEnabled: () => hasDocument() && !isRunning(),
  },
  'run.cancel': {
    title: 'Cancel the run',
    group: 'Run',
    run: () => void useRunStore.getState().cancel(),
    isEnabled: isRunning,
  },
  'run.settings': {
    title: 'Run settings…',
    group: 'Run',
    run: () => useLayoutStore.getState().setRunSettingsOpen(true),
  },
  'report.export': {
    title: 'Export report',
    group: 'Run',
    run: () => void exportShownRun(),
    isEnabled: () => useRunStore.getState().record?.status === 'done',
  },
  'view.palette': {
    title: 'Show all commands',
    group: 'View',
    run: () => usePaletteStore.getState().toggle(),
  },
  'view.problems': {
    title: 'Show or hide problems',
    group: 'View',
    run: () => useLayoutStore.getState().toggleBottom('problems'),
  },
  'view.console': {
    title: 'Show or hide console',
    group: 'View',
    run: () => useLayoutStore.getState().toggleBottom('console'),
  },
  'view.results': {
    title: 'Show or hide results',
    group: 'View',
    run: () => useLayoutStore.getState().toggleResults(),
  },
  'problem.next': {
    title: 'Go to the next problem',
    group: 'Strategy',
    run: () => stepToProblem(1),
    isEnabled: hasDocument,
  },
  'problem.previous': {
    title: 'Go to the previous problem',
    group: 'Strategy',
    run: () => stepToProblem(-1),
    isEnabled: hasDocument,
  },
  'problem.fixAll': {
    title: 'Apply all quick fixes',
    group: 'Strategy',
    run: applyAllQuickFixes,
    isEnabled: hasDocument,
  },
  'rules.show': {
    title: 'Rules and policy…',
    group: 'Help',
    run: () => useRulesPageStore.getState().show(),
  },
  'view.nextPane': {
    title: 'Go to the next pane',
    group: 'View',
    run: () => moveBetweenPanes(1),
  },
  'view.previousPane': {
    title: 'Go to the previous pane',
    group: 'View',
    run: () => moveBetweenPanes(-1),
  },
  'view.theme': { title: 'Switch between dark and light', group: 'View', run: toggleTheme },
  'sandbox.show': {
    title: 'Sandbox status…',
    group: 'Run',
    run: () => useSandboxStore.getState().show(),
  },
  'help.about': {
    title: 'About Stratbox',
    group: 'Help',
    run: () => useAboutStore.setState({ open: true }),
  },
};

export function isEnabled(id: CommandId): boolean {
  return commands[id].isEnabled?.() ?? true;
}

/** Carries a command out; names that are unknown here and commands that make no sense now do nothing. */
export function runCommand(name: string): void {
  const id = commandIds.find((known) => known === name);
  if (id && isEnabled(id)) commands[id].run();
}
