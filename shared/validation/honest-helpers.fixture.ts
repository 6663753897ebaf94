import { lower, type Piece, type Variation } from './honest-piece.fixture.ts';

/** Helper functions and tables as people write them in a strategy: honest code. */
export const honestHelpers: readonly ((variation: Variation) => Piece)[] = [
  ({ word, a, b, c }) => ({
    code: `const ${lower(word)}Universe = [
  { symbol: 'AAPL', sector: 'technology', weight: 0.${a}, active: true },
  { symbol: 'JPM', sector: 'financials', weight: 0.${b}, active: true },
  { symbol: 'XOM', sector: 'energy', weight: 0.0${c}, active: false },
  { symbol: 'PG', sector: 'staples', weight: 0.${c}, active: true },
  { symbol: 'UNH', sector: 'health', weight: 0.${a}, active: true },
];

function ${lower(word)}Weights({ minimum = 0.0${b}, sectors = ['technology', 'energy'] } = {}) {
  const chosen = ${lower(word)}Universe.filter(
    ({ sector, weight, active }) => active && weight >= minimum && sectors.includes(sector),
  );
  const total = chosen.reduce((sum, { weight }) => sum + weight, 0);
  return new Map(chosen.map(({ symbol, weight }) => [symbol, total > 0 ? weight / total : 0]));
}
`,
    field: `this.${lower(word)}Weights = ${lower(word)}Weights({ minimum: 0.0${a} });`,
    use: `score *= 1 + (this.${lower(word)}Weights.get(bar.symbol) ?? 0);`,
  }),
  ({ word, a, b, c }) => ({
    code: `// Risk a fixed share of the equity between entry and stop, never more than the cap.
function size${word}({ equity, price, stop, risk = 0.0${a}, cap = 0.${b}, lot = ${c} }) {
  const distance = Math.abs(price - stop);
  if (!(distance > 0) || !(price > 0)) return 0;
  const byRisk = (equity * risk) / distance;
  const byCap = (equity * cap) / price;
  const quantity = Math.floor(Math.min(byRisk, byCap) / lot) * lot;
  if (quantity < lot) {
    return 0;
  }
  return quantity;
}

function describe${word}(quantity, price) {
  const value = (quantity * price).toFixed(2);
  return \`\${quantity} at \${price.toFixed(${a % 4})} is \${value.padStart(12, ' ')}\`;
}
`,
    field: `this.${lower(word)}Stop = 0.9${a};`,
    use: `const ${lower(word)}Size = size${word}({ equity: this.equity, price: bar.close, stop: bar.close * this.${lower(word)}Stop });
    if (${lower(word)}Size > 0 && this.verbose) this.log(describe${word}(${lower(word)}Size, bar.close));`,
  }),
  ({ word, a, b }) => ({
    code: `const ${lower(word)}Limits = Object.freeze({
  calm: { below: ${a}, leverage: 1.${b}, stops: [0.98, 0.95] },
  normal: { below: ${a + 10}, leverage: 1, stops: [0.97, 0.93] },
  rough: { below: ${a + 25}, leverage: 0.${b}, stops: [0.95, 0.9] },
  panic: { below: Infinity, leverage: 0, stops: [1, 1] },
});

function regimeBy${word}(volatility) {
  if (!Number.isFinite(volatility)) {
    return 'normal';
  } else if (volatility < ${lower(word)}Limits.calm.below) {
    return 'calm';
  } else if (volatility < ${lower(word)}Limits.normal.below) {
    return 'normal';
  } else if (volatility < ${lower(word)}Limits.rough.below) {
    return 'rough';
  }
  return 'panic';
}
`,
    field: `this.${lower(word)}Regime = 'normal';`,
    use: `this.${lower(word)}Regime = regimeBy${word}((100 * (bar.high - bar.low)) / bar.close);
    score *= ${lower(word)}Limits[this.${lower(word)}Regime].leverage;`,
  }),
  ({ word, a, b }) => ({
    code: `const ${lower(word)}Day = 86_400_000;

/** Whole days since the epoch; weeks begin on Monday. */
function ${lower(word)}Calendar(time) {
  const days = Math.floor(time / ${lower(word)}Day);
  const weekday = (days + 3) % 7;
  const week = Math.floor((days + 3) / 7);
  const minutes = Math.floor((time % ${lower(word)}Day) / 60_000);
  return { days, weekday, week, minutes, isOpen: weekday < 5 && minutes >= ${a * 10} };
}

function isNew${word}Week(previous, current) {
  if (previous === undefined) return true;
  const [before, after] = [previous, current].map(${lower(word)}Calendar);
  return before.week !== after.week && after.weekday <= ${b % 5};
}
`,
    field: `this.${lower(word)}Time = undefined;`,
    use: `if (isNew${word}Week(this.${lower(word)}Time, bar.time)) this.rounds += 1;
    this.${lower(word)}Time = bar.time;`,
  }),
  ({ word, a, b, c }) => ({
    code: `const ${lower(word)}Factors = {
  momentum: { weight: ${a}, of: ({ close, past }) => close / past - 1 },
  range: { weight: -${b}, of: ({ high, low, close }) => (high - low) / close },
  gap: { weight: ${c}, of: ({ open, lastClose }) => (lastClose ? open / lastClose - 1 : 0) },
  volume: { weight: 1, of: ({ volume, usual }) => (usual > 0 ? Math.log(volume / usual) : 0) },
};

function ${lower(word)}Score(facts) {
  let total = 0;
  let weights = 0;
  for (const [name, { weight, of }] of Object.entries(${lower(word)}Factors)) {
    const value = of(facts);
    if (!Number.isFinite(value)) continue;
    const bounded = Math.max(-1, Math.min(1, value));
    total += weight * bounded * (name === 'range' ? 0.5 : 1);
    weights += Math.abs(weight);
  }
  return weights === 0 ? 0 : total / weights;
}
`,
    field: `this.${lower(word)}Past = { close: NaN, volume: 0 };`,
    use: `score += ${lower(word)}Score({ ...this.${lower(word)}Past, open: bar.open, high: bar.high, low: bar.low, close: bar.close, past: this.${lower(word)}Past.close, volume: bar.volume, usual: this.${lower(word)}Past.volume });
    this.${lower(word)}Past = { close: bar.close, volume: 0.9 * this.${lower(word)}Past.volume + 0.1 * bar.volume };`,
  }),
  ({ word, a, b }) => ({
    code: `function parse${word}Rule(text) {
  const match = /^(above|below)\\s+(\\d+(?:\\.\\d+)?)%?$/.exec(text.trim());
  if (!match) return null;
  const [, side, amount] = match;
  return { side, amount: Number(amount) / 100, key: \`\${side}-\${amount}\` };
}

const ${lower(word)}Rules = ['above ${a}%', 'below ${b}%', 'above ${a}.5']
  .map(parse${word}Rule)
  .filter((rule) => rule !== null);

function breaks${word}(change) {
  return ${lower(word)}Rules.some(({ side, amount }) =>
    side === 'above' ? change > amount : change < -amount,
  );
}
`,
    field: `this.${lower(word)}Open = NaN;`,
    use: `if (breaks${word}(bar.close / this.${lower(word)}Open - 1)) score -= ${b};
    this.${lower(word)}Open = bar.open;`,
  }),
  ({ word, a, b }) => ({
    code: `/** Least squares over the values seen so far: slope, level and how well the line fits. */
function fit${word}(values) {
  const count = values.length;
  if (count < ${a}) return { slope: 0, level: NaN, quality: 0 };
  let [sumX, sumY, sumXY, sumXX, sumYY] = [0, 0, 0, 0, 0];
  values.forEach((y, x) => {
    sumX += x;
    sumY += y;
    sumXY += x * y;
    sumXX += x * x;
    sumYY += y * y;
  });
  const spread = count * sumXX - sumX * sumX;
  const slope = (count * sumXY - sumX * sumY) / spread;
  const level = (sumY - slope * sumX) / count;
  const scatter = count * sumYY - sumY * sumY;
  const quality = scatter > 0 ? (slope * slope * spread) / scatter : 0;
  return { slope, level, quality };
}
`,
    field: `this.${lower(word)}Seen = [];`,
    use: `this.${lower(word)}Seen.push(bar.close);
    if (this.${lower(word)}Seen.length > ${a + b}) this.${lower(word)}Seen.shift();
    const ${lower(word)}Fit = fit${word}(this.${lower(word)}Seen);
    if (${lower(word)}Fit.quality > 0.${b}) score += Math.sign(${lower(word)}Fit.slope);`,
  }),
  ({ word, a, b, c }) => ({
    code: `const ${lower(word)}Profile = {
  name: '${word} profile',
  version: ${a},
  costs: { commission: 0.000${b}, slippage: 0.000${c}, minimum: 1 },
  schedule: { trade: ['Mon', 'Wed', 'Fri'], pause: { after: ${a}, bars: ${b} } },
};

function merge${word}(base, changes) {
  const merged = { ...base };
  for (const key of Object.keys(changes ?? {})) {
    const value = changes[key];
    const isGroup = value !== null && typeof value === 'object' && !Array.isArray(value);
    merged[key] = isGroup ? merge${word}(base[key] ?? {}, value) : value;
  }
  return merged;
}

const ${lower(word)}Cost = (quantity, price, profile = ${lower(word)}Profile) => {
  const { commission, slippage, minimum } = profile.costs;
  const value = Math.abs(quantity) * price;
  return Math.max(minimum, value * commission) + value * slippage;
};
`,
    field: `this.${lower(word)}Profile = merge${word}(${lower(word)}Profile, this.parameters.${lower(word)});`,
    use: `score -= ${lower(word)}Cost(1, bar.close, this.${lower(word)}Profile) / bar.close;
    if (this.${lower(word)}Profile.schedule?.pause?.bars > this.rounds) score *= 0.${a};`,
  }),
];
