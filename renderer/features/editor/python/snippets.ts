/** Texts that are typed often. `$1`, `$2` are the places to fill in; `$0` is where the cursor ends. */
export interface Snippet {
  readonly label: string;
  readonly detail: string;
  readonly text: string;
}

export const pythonSnippets: readonly Snippet[] = [
  {
    label: 'strategy',
    detail: 'A strategy that decides bar by bar',
    text: [
      'from stratbox import Strategy',
      '',
      '',
      'class ${1:MyStrategy}(Strategy):',
      '    def initialize(self):',
      '        ${2:pass}',
      '',
      '    def on_bar(self, bar):',
      '        $0',
    ].join('\n'),
  },
  {
    label: 'parameters',
    detail: 'Parameters that the run settings offer',
    text: [
      'parameters = {',
      '    "${1:period}": {"type": "integer", "default": ${2:20}, "minimum": ${3:2}, "maximum": ${4:400}},',
      '}',
      '$0',
    ].join('\n'),
  },
  {
    label: 'initialize',
    detail: 'Called once before the first bar',
    text: 'def initialize(self):\n    $0',
  },
  {
    label: 'on_bar',
    detail: 'Called at every close of the main instrument',
    text: 'def on_bar(self, bar):\n    $0',
  },
  {
    label: 'on_bars',
    detail: 'Called at every close of any instrument',
    text: 'def on_bars(self, bars):\n    for symbol, bar in bars.items():\n        $0',
  },
  {
    label: 'buy with exits',
    detail: 'An order with a stop loss and a take profit',
    text: 'self.buy(stop_loss_percent=${1:0.05}, take_profit_percent=${2:0.1})$0',
  },
  {
    label: 'script with a result',
    detail: 'Reads the data and leaves what it finds in result',
    text: [
      'from stratbox import data',
      '',
      'close = data["close"]',
      'result = ${1:close.pct_change().describe()}',
      '$0',
    ].join('\n'),
  },
  {
    label: 'load a table',
    detail: 'Reads a table that is ticked under Run settings › Data',
    text: 'from stratbox import load\n\n${1:table} = load("${2:name}")\n$0',
  },
  {
    label: 'load last trades',
    detail: 'Reads the last days of the table "trades"',
    text: 'from stratbox import load_trades\n\ntrades = load_trades(days=${1:30})\n$0',
  },
];
