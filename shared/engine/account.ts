import type { EngineSettings } from './settings.ts';

/** Gross value may exceed what leverage allows by this much through rounding alone. */
const roundingTolerance = 1 + 1e-9;
const millisecondsPerDay = 86_400_000;
/** Interest and fees go by actual days over a year of 365 (the convention called ACT/365). */
const daysOfInterestYear = 365;

/** Cash and positions, valued at `marks`: each instrument's latest known price. */
export class Account {
  // A number from the start: V8 would box one that was undefined first, at every change.
  cash = NaN;
  readonly positions: Float64Array;
  readonly marks: Float64Array;
  interest = 0;
  borrowFees = 0;
  /** Signed and absolute value of all positions, as of the last `value()`. */
  net = 0;
  gross = 0;
  readonly #settings: EngineSettings;

  constructor(settings: EngineSettings, instrumentCount: number) {
    this.#settings = settings;
    this.cash = settings.initialCash;
    this.positions = new Float64Array(instrumentCount);
    this.marks = new Float64Array(instrumentCount);
  }

  /** Takes the prices of the instruments that have a bar now, from each one's column. */
  mark(columns: readonly Float64Array[], rows: Int32Array, fresh: Uint8Array): void {
    const { marks } = this;
    for (let symbol = 0; symbol < marks.length; symbol += 1) {
      if (fresh[symbol] === 0) continue;
      marks[symbol] = (columns[symbol] as Float64Array)[rows[symbol] as number] as number;
    }
  }

  /** Adds the positions up and returns equity: cash plus their signed value. */
  value(): number {
    const { positions, marks } = this;
    let net = 0;
    let gross = 0;
    for (let symbol = 0; symbol < positions.length; symbol += 1) {
      const units = positions[symbol] as number;
      if (units === 0) continue;
      const value = units * (marks[symbol] as number);
      net += value;
      gross += value < 0 ? -value : value;
    }
    this.net = net;
    this.gross = gross;
    return this.cash + net;
  }

  /** True if the account may hold what a fill leads to. A position that only shrinks always may. */
  carries(symbol: number, quantity: number, price: number, commission: number): boolean {
    const held = this.positions[symbol] as number;
    const after = held + quantity;
    if (Math.abs(after) <= Math.abs(held) && after * held >= 0) return true;
    this.value();
    const mark = held * (this.marks[symbol] as number);
    const otherNet = this.net - mark;
    const otherGross = this.gross - Math.abs(mark);
    const cash = this.cash - quantity * price - commission;
    const { leverage } = this.#settings;
    // Unlevered and nothing short: paid in cash, to the last bit.
    if (leverage === 1 && after >= 0 && otherGross === otherNet) return cash >= 0;
    const gross = Math.abs(after) * price + otherGross;
    return gross <= leverage * (cash + after * price + otherNet) * roundingTolerance;
  }

  /** Interest and borrow fees for the time since the last bar, on what was held over it. */
  accrue(milliseconds: number): void {
    const { borrowRate, cashInterestRate, marginInterestRate } = this.#settings;
    const years = milliseconds / millisecondsPerDay / daysOfInterestYear;
    this.value();
    const short = (this.gross - this.net) / 2;
    // The proceeds of a short sale are collateral: they earn nothing and lend nothing.
    const free = this.cash - short;
    const interest = free * (free > 0 ? cashInterestRate : marginInterestRate) * years;
    const fee = short * borrowRate * years;
    this.cash += interest - fee;
    this.interest += interest;
    this.borrowFees += fee;
  }

  get accrues(): boolean {
    const { borrowRate, cashInterestRate, marginInterestRate } = this.#settings;
    return borrowRate !== 0 || cashInterestRate !== 0 || marginInterestRate !== 0;
  }
}
