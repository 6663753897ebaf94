import { lower, type Piece, type Variation } from './honest-piece.fixture.ts';

/** Classes as people write them in a strategy: honest code. */
export const honestClasses: readonly ((variation: Variation) => Piece)[] = [
  ({ word, a, b }) => ({
    code: `/** The last ${a} values, kept in a ring. */
class ${word}Window {
  constructor(size = ${a}) {
    this.size = size;
    this.values = new Float64Array(size);
    this.count = 0;
    this.sum = 0;
  }

  push(value) {
    const slot = this.count % this.size;
    if (this.count >= this.size) this.sum -= this.values[slot];
    this.values[slot] = value;
    this.sum += value;
    this.count += 1;
    return this;
  }

  get mean() {
    const length = Math.min(this.count, this.size);
    return length === 0 ? NaN : this.sum / length;
  }

  get deviation() {
    const length = Math.min(this.count, this.size);
    if (length < ${b}) return NaN;
    let squares = 0;
    for (let k = 0; k < length; k++) squares += (this.values[k] - this.mean) ** 2;
    return Math.sqrt(squares / (length - 1));
  }
}
`,
    field: `this.${lower(word)}Window = new ${word}Window(${a});`,
    use: `const ${lower(word)}Mean = this.${lower(word)}Window.push(bar.close).mean;
    if (bar.close > ${lower(word)}Mean) score += ${b};`,
  }),
  ({ word, a, b, c }) => ({
    code: `class ${word}Average {
  #alpha;
  #value = null;

  constructor(period = ${a}) {
    this.#alpha = 2 / (period + 1);
  }

  next(price) {
    this.#value = this.#value === null ? price : this.#value + this.#alpha * (price - this.#value);
    return this.#value;
  }

  get isReady() {
    return this.#value !== null;
  }
}

const ${lower(word)}Slope = (previous, current, period = ${b}) =>
  Number.isFinite(previous) && previous !== 0 ? (current / previous - 1) / period : ${c} * 0;
`,
    field: `this.${lower(word)}Average = new ${word}Average(${a});\n    this.${lower(word)}Last = NaN;`,
    use: `const ${lower(word)}Now = this.${lower(word)}Average.next((bar.high + bar.low) / 2);
    score += Math.sign(${lower(word)}Slope(this.${lower(word)}Last, ${lower(word)}Now));
    this.${lower(word)}Last = ${lower(word)}Now;`,
  }),
  ({ word, a, b, c }) => ({
    code: `class ${word}Journal {
  entries = [];
  static limit = ${a * 10};

  record(kind, { time, price, quantity = 0, note = '' }) {
    this.entries.push({ kind, time, price, quantity, note: note.trim().toLowerCase() });
    while (this.entries.length > ${word}Journal.limit) this.entries.shift();
  }

  summary() {
    const byKind = {};
    for (const { kind, price, quantity } of this.entries) {
      const group = (byKind[kind] ??= { count: 0, value: 0 });
      group.count += 1;
      group.value += price * quantity;
    }
    return Object.entries(byKind)
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([kind, { count, value }]) => \`\${kind}: \${count} (\${value.toFixed(${b % 3})})\`)
      .join(', ');
  }

  since(time) {
    return this.entries.filter((entry) => entry.time >= time).slice(-${c});
  }
}
`,
    field: `this.${lower(word)}Journal = new ${word}Journal();`,
    use: `if (score > ${c}) this.${lower(word)}Journal.record('signal', { time: bar.time, price: bar.close });`,
  }),
  ({ word, a, b }) => ({
    code: `class ${word}Machine {
  state = 'flat';
  waited = 0;

  step(signal, { patience = ${a}, hold = ${b} } = {}) {
    this.waited += 1;
    switch (this.state) {
      case 'flat':
        if (signal > 0) this.go('armed');
        break;
      case 'armed':
        if (signal <= 0) this.go('flat');
        else if (this.waited >= patience) this.go('long');
        break;
      case 'long':
        if (signal < 0 && this.waited > hold) this.go('cooling');
        break;
      case 'cooling':
        if (this.waited >= 2 * patience) this.go('flat');
        break;
      default:
        throw new Error(\`No such state: \${this.state}\`);
    }
    return this.state === 'long';
  }

  go(next) {
    this.state = next;
    this.waited = 0;
  }
}
`,
    field: `this.${lower(word)}Machine = new ${word}Machine();`,
    use: `const ${lower(word)}IsLong = this.${lower(word)}Machine.step(Math.sign(score - ${a}), { hold: ${b} });
    if (${lower(word)}IsLong) score += 0.5;`,
  }),
];
