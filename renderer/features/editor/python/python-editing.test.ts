import { describe, expect, it } from 'vitest';
import type { PythonApi, PythonName } from '../../../../shared/python-api/python-api.ts';
import { completePython } from './complete-python.ts';
import { explainPython, pythonCallAt } from './explain-python.ts';
import { importLineFor } from './import-line.ts';

const name = (
  text: string,
  kind: PythonName['kind'],
  signature: string,
  gives?: string,
): PythonName => ({ name: text, kind, signature, docstring: `About ${text}.`, gives });

const api: PythonApi = {
  names: [
    name('Strategy', 'class', '', 'Strategy'),
    name('sma', 'function', '(period: int) -> Sma', 'Sma'),
    name('macd', 'function', '(fast: int = 12, slow: int = 26) -> Macd', 'Macd'),
    name('crosses_above', 'function', '(a: Line, b: Line) -> bool'),
  ],
  classes: {
    Strategy: [
      name('on_bar', 'method', '(bar: Bar) -> None'),
      name('buy', 'method', '(quantity: float | None = None, **options: Any) -> Order', 'Order'),
      name('cancel_all', 'method', '() -> None'),
      name('position', 'property', ': float'),
      name('indicator', 'method', '(indicator: Any) -> Any'),
    ],
    Bar: [name('close', 'property', ': float')],
    Order: [name('cancel', 'method', '() -> None')],
    Sma: [name('value', 'property', ': float')],
    Macd: [name('signal', 'property', ': Line', 'Line'), name('value', 'property', ': float')],
    Line: [name('previous', 'property', ': float')],
  },
};

const strategy = `from stratbox import Strategy, sma, macd

parameters = {"period": {"type": "integer", "default": 20}}

class Cross(Strategy):
    def initialize(self):
        self.fast = self.indicator(sma(self.parameters.period))
        self.slow: object = self.indicator(macd(12, slow=26), "AAPL")
        self.count = 0

    def on_bar(self, candle):
        ticket = self.buy(1)
        helper = self.fast
        |

    def own_step(self):
        pass
`;

/** The labels offered where `typed` stands in the strategy's on_bar. */
function offered(typed: string, source = strategy): string[] {
  const at = source.indexOf('|');
  const text = source.replace('|', typed);
  return completePython(api, text, at + typed.length).map(({ label }) => label);
}

describe('completion in a Python strategy', () => {
  it.each([
    [
      'self.',
      [
        'on_bar',
        'buy',
        'cancel_all',
        'position',
        'indicator',
        'initialize',
        'own_step',
        'fast',
        'slow',
        'count',
      ],
    ],
    ['candle.', ['close']],
    ['self.fast.', ['value']],
    ['x = self.slow.', ['signal', 'value']],
    ['if self.slow.signal.', ['previous']],
    ['ticket.', ['cancel']],
    ['helper.', ['value']],
    ['self.buy(2).can', ['cancel']],
    ['self.buy(limit=bar.close * (1 + 0.1)).', ['cancel']],
    ['self.parameters.', ['period']],
    ['macd().signal.', ['previous']],
    ['bar.', ['close']],
  ])('knows what follows "%s"', (typed, labels) => {
    expect(offered(typed)).toEqual(labels);
  });

  it.each(['# self.', '"self.', "f'{self.", 'nobody.', '3.', 'def self_', 'self.fast.value.'])(
    'offers nothing in "%s"',
    (typed) => {
      expect(offered(typed)).toEqual([]);
    },
  );

  it('offers what a line does not import yet', () => {
    expect(offered('', 'from stratbox import sma, |')).toEqual([
      'Strategy',
      'macd',
      'crosses_above',
    ]);
    expect(offered('', 'from stratbox import (\n    sma,\n    cr|')).toEqual([
      'Strategy',
      'macd',
      'crosses_above',
    ]);
    expect(offered('', 'import nu|')).toEqual(
      expect.arrayContaining(['numpy', 'pandas', 'stratbox']),
    );
    expect(offered('', 'import nu|')).not.toContain('os');
  });

  it('writes calls with their brackets, and brings the import of a name along', () => {
    const items = completePython(api, 'x = c', 5);
    const crosses = items.find(({ label }) => label === 'crosses_above');
    expect(crosses).toMatchObject({
      text: 'crosses_above($0)',
      importLine: 'from stratbox import crosses_above',
    });
    const at = strategy.indexOf('|');
    const cancel = completePython(api, strategy.replace('|', 'self.'), at + 5);
    expect(cancel.find(({ label }) => label === 'cancel_all')?.text).toBe('cancel_all()');
    const known = completePython(api, strategy.replace('|', 's'), at + 1).find(
      ({ label }) => label === 'sma',
    );
    expect(known?.importLine).toBeUndefined();
  });

  it('offers whole pieces only at the beginning of a line', () => {
    expect(offered('on')).toContain('on_bar');
    expect(offered('x = on')).not.toContain('on_bar');
  });
});

describe('an explanation', () => {
  const at = (text: string, source: string) => explainPython(api, source, source.indexOf(text) + 1);

  it.each([
    ['buy(1)', 'buy', 'Strategy'],
    ['sma(self', 'sma', undefined],
    ['on_bar(self', 'on_bar', 'Strategy'],
  ])('is found at "%s"', (text, expected, owner) => {
    const found = at(text, strategy);
    expect(found?.name.name).toBe(expected);
    expect(found?.owner).toBe(owner);
  });

  it.each(['count = 0', 'own_step', 'class Cross', 'period"'])(
    'is not made up for "%s"',
    (text) => {
      expect(at(text, strategy)).toBeUndefined();
    },
  );

  it('is of the text’s own name only where it is imported', () => {
    expect(at('sma(3)', 'def sma(n):\n    pass\nx = sma(3)')).toBeUndefined();
  });
});

describe('the parameters of a call', () => {
  const callAt = (typed: string) => {
    const at = strategy.indexOf('|');
    return pythonCallAt(api, strategy.replace('|', typed), at + typed.length);
  };

  it.each([
    ['self.buy(', 'buy', 0],
    ['self.buy(1, ', 'buy', 1],
    ['self.buy(max(1, 2), sto', 'buy', 1],
    ['macd(slow=', 'macd', 1],
    ['macd([1, 2], ', 'macd', 1],
  ])('are known in "%s"', (typed, called, active) => {
    expect(callAt(typed)).toMatchObject({ name: { name: called }, active });
  });

  it.each(['print(', 'self.buy()', 'x = [', '('])('are none in "%s"', (typed) => {
    expect(callAt(typed)).toBeUndefined();
  });
});

describe('an import that is added', () => {
  const after = (source: string): string => {
    const { range, text } = importLineFor(source, 'sma');
    const lines = source.split('\n');
    const line = lines[range.startLineNumber - 1] ?? '';
    lines[range.startLineNumber - 1] =
      line.slice(0, range.startColumn - 1) + text + line.slice(range.startColumn - 1);
    return lines.join('\n');
  };

  it.each([
    ['from stratbox import Strategy\nx = 1', 'from stratbox import Strategy, sma\nx = 1'],
    ['# note\nimport math\n\nx = 1', '# note\nimport math\nfrom stratbox import sma\n\nx = 1'],
    ['"""About."""\nx = 1', '"""About."""\nfrom stratbox import sma\nx = 1'],
    ['"""About\nit."""\nx = 1', '"""About\nit."""\nfrom stratbox import sma\nx = 1'],
    ['x = 1', 'from stratbox import sma\nx = 1'],
    [
      'from stratbox import (\n    Strategy,\n)\nx = 1',
      'from stratbox import (\n    Strategy,\n)\nfrom stratbox import sma\nx = 1',
    ],
  ])('to %j gives %j', (source, expected) => {
    expect(after(source)).toBe(expected);
  });
});
