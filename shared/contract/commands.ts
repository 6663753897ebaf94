/**
 * Everything one can do in the window from the keyboard, the palette or the desktop's menu, by name.
 * The window carries a command out; the menu only names it.
 */
export const commandIds = [
  'strategy.new',
  'strategy.open',
  'strategy.save',
  'strategy.saveAs',
  'strategy.discardEdits',
  'data.import',
  'run.start',
  'run.cancel',
  'run.settings',
  'report.export',
  'view.palette',
  'view.problems',
  'view.console',
  'view.results',
  'problem.next',
  'problem.previous',
  'problem.fixAll',
  'rules.show',
  'view.nextPane',
  'view.previousPane',
  'view.theme',
  'sandbox.show',
  'help.about',
] as const;
export type CommandId = (typeof commandIds)[number];
