import type { MenuItemConstructorOptions } from 'electron';
import type { CommandId } from '../../shared/contract/commands.ts';

interface Options {
  readonly isMac: boolean;
  readonly devTools: boolean;
  readonly choose: (command: CommandId) => void;
}

const separator: MenuItemConstructorOptions = { type: 'separator' };

/** The application menu in the platform's order: the Mac has the app's own menu first. */
export function menuTemplate({ isMac, devTools, choose }: Options): MenuItemConstructorOptions[] {
  const item = (label: string, command: CommandId, accelerator?: string) => ({
    label,
    id: command,
    ...(accelerator === undefined ? {} : { accelerator }),
    click: () => choose(command),
  });
  const about = item('About Stratbox', 'help.about');

  const appMenu: MenuItemConstructorOptions = {
    label: 'Stratbox',
    submenu: [
      about,
      separator,
      { role: 'services' },
      separator,
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      separator,
      { role: 'quit' },
    ],
  };
  return [
    ...(isMac ? [appMenu] : []),
    {
      label: '&File',
      submenu: [
        item('New Strategy', 'strategy.new', 'CmdOrCtrl+N'),
        item('Open Strategy…', 'strategy.open', 'CmdOrCtrl+O'),
        separator,
        item('Save', 'strategy.save', 'CmdOrCtrl+S'),
        item('Save As…', 'strategy.saveAs', 'CmdOrCtrl+Shift+S'),
        item('Discard Edits', 'strategy.discardEdits'),
        separator,
        item('Import Data…', 'data.import'),
        item('Export Report…', 'report.export', 'CmdOrCtrl+Shift+E'),
        separator,
        isMac ? { role: 'close' } : { role: 'quit' },
      ],
    },
    { role: 'editMenu' },
    {
      label: '&Run',
      submenu: [
        item('Run in Sandbox', 'run.start', 'CmdOrCtrl+Enter'),
        item('Cancel Run', 'run.cancel', 'Shift+F5'),
        separator,
        item('Run Settings…', 'run.settings'),
        item('Sandbox Status…', 'sandbox.show'),
      ],
    },
    {
      label: '&View',
      submenu: [
        item('Command Palette…', 'view.palette', 'CmdOrCtrl+K'),
        separator,
        item('Problems', 'view.problems', 'CmdOrCtrl+Shift+M'),
        item('Next Problem', 'problem.next', 'F8'),
        item('Previous Problem', 'problem.previous', 'Shift+F8'),
        item('Apply All Quick Fixes', 'problem.fixAll'),
        item('Rules and Policy…', 'rules.show'),
        separator,
        item('Console', 'view.console', 'CmdOrCtrl+Shift+Y'),
        item('Results', 'view.results', 'CmdOrCtrl+Shift+R'),
        separator,
        item('Next Pane', 'view.nextPane', 'F6'),
        item('Previous Pane', 'view.previousPane', 'Shift+F6'),
        separator,
        item('Switch Theme', 'view.theme'),
        separator,
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        separator,
        { role: 'togglefullscreen' },
        ...(devTools ? [{ role: 'toggleDevTools' } as const] : []),
      ],
    },
    { role: 'windowMenu' },
    ...(isMac ? [] : [{ label: '&Help', submenu: [about] }]),
  ];
}
