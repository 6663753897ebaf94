import { createRandom } from '../engine/random.ts';
import { honestClasses } from './honest-classes.fixture.ts';
import { honestHelpers } from './honest-helpers.fixture.ts';
import type { Piece } from './honest-piece.fixture.ts';

const kinds = 'Fast Slow Daily Weekly Trend Gap Sector Pair Carry Breakout Quiet Swing'.split(' ');
const subjects = 'Price Volume Range Equity Risk Signal Spread Entry Exit Hedge'.split(' ');

const head = `// Combines several small signals into one score and holds a position while it is high enough.
import { Strategy, atr, rsi, sma } from 'stratbox';

export const parameters = {
  entry: { type: 'number', default: 3, minimum: 0, maximum: 20 },
  exit: { type: 'number', default: 1, minimum: -20, maximum: 20 },
  period: { type: 'integer', default: 20, minimum: 2, maximum: 200 },
};
`;

const makers = honestHelpers.flatMap((helper, index) => [
  helper,
  ...honestClasses.slice(index, index + 1),
]);

/** An honest strategy of about this many lines, the same at every call: the benchmark's text. */
export function honestStrategy(lines: number): string {
  const random = createRandom(11);
  const small = () => 1 + Math.floor(random() * 9);
  const pieces: Piece[] = [];
  for (let written = 30, index = 0; written < lines; index++) {
    const word = `${kinds[index % kinds.length]}${subjects[index % subjects.length]}`;
    const round = Math.floor(index / 60);
    const make = makers[index % makers.length] as (typeof makers)[number];
    const piece = make({
      word: round === 0 ? word : `${word}${round}`,
      a: small() + 1,
      b: small(),
      c: small(),
    });
    pieces.push(piece);
    written += Object.values(piece).join('\n').split('\n').length;
  }
  return [head, ...pieces.map(({ code }) => code), strategyClass(pieces)].join('\n');
}

const strategyClass = (
  pieces: readonly Piece[],
): string => `export default class Combined extends Strategy {
  initialize() {
    this.rounds = 0;
    this.verbose = false;
    this.average = this.indicator(sma(this.parameters.period));
    this.strength = this.indicator(rsi(14));
    this.range = this.indicator(atr(14));
${pieces.map(({ field }) => `    ${field}`).join('\n')}
  }

  onBar(bar) {
    let score = bar.close > this.average.value ? 1 : -1;
    if (this.strength.value < 30) score += 2;
${pieces.map(({ use }) => `    ${use}`).join('\n')}
    const { entry, exit } = this.parameters;
    if (this.position === 0 && score > entry) this.buy({ stopLoss: bar.close - 2 * this.range.value });
    else if (this.position > 0 && score < exit) this.close();
  }
}
`;
