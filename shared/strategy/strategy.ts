import type { Bar, Indicator } from '../indicators/indicator.ts';
import { currentSession, type ParameterValue, type Session } from './session.ts';

export interface OrderOptions {
  /** A note of at most 64 characters that stays with the order and its trade. */
  readonly tag?: string;
}

/** What every strategy extends. The types an analyst sees, with examples, are in stratbox.d.ts. */
export class Strategy {
  readonly #session: Session = currentSession();

  /** Called once before the first bar. */
  initialize(): void {}

  /** Called at every bar's close. */
  onBar(_bar: Bar): void {}

  get parameters(): Readonly<Record<string, ParameterValue>> {
    return this.#session.parameters;
  }

  get position(): number {
    return this.#session.desk?.position ?? 0;
  }

  get cash(): number {
    return this.#session.desk?.cash ?? 0;
  }

  get equity(): number {
    return this.#session.desk?.equity ?? 0;
  }

  get barIndex(): number {
    return this.#session.bar;
  }

  indicator<Kind extends Indicator>(indicator: Kind): Kind {
    const { indicators, bar } = this.#session;
    if (typeof (indicator as Partial<Indicator> | undefined)?.update !== 'function') {
      throw new TypeError('this.indicator(…) takes an indicator, for example sma(20)');
    }
    if (bar >= 0) throw new Error('this.indicator(…) belongs in initialize, not in onBar');
    indicators.push(indicator);
    return indicator;
  }

  buy(quantity: number, options?: OrderOptions): void {
    this.#trade('buy', quantity, 1, options);
  }

  sell(quantity: number, options?: OrderOptions): void {
    this.#trade('sell', quantity, -1, options);
  }

  close(options?: OrderOptions): void {
    this.#session.place('close', 'target-quantity', 0, options?.tag);
  }

  orderTargetPercent(share: number, options?: OrderOptions): void {
    this.#session.place('orderTargetPercent', 'target-percent', share, options?.tag);
  }

  orderTargetQuantity(quantity: number, options?: OrderOptions): void {
    this.#session.place('orderTargetQuantity', 'target-quantity', quantity, options?.tag);
  }

  barAgo(ago: number): Bar | undefined {
    if (!Number.isInteger(ago) || ago < 0) {
      throw new RangeError(
        `barAgo(${String(ago)}): bars ahead of now cannot be seen; use 0, 1, 2…`,
      );
    }
    const index = this.#session.bar - ago;
    return index < 0 ? undefined : this.#session.barAt(index);
  }

  random(): number {
    return this.#session.random();
  }

  #trade(call: string, quantity: unknown, sign: 1 | -1, options?: OrderOptions): void {
    if (typeof quantity !== 'number' || !Number.isFinite(quantity) || quantity <= 0) {
      const where = `${call} on bar ${this.#session.bar}`;
      throw new RangeError(`${where}: ${String(quantity)} is not a finite quantity above 0`);
    }
    this.#session.place(call, 'quantity', sign * quantity, options?.tag);
  }
}
