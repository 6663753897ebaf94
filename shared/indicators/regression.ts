import { checkField, checkPeriod } from './checks.ts';
import { arctangent } from './exact-math.ts';
import { OutputLine, StreamingIndicator, priceOf, type Bar, type PriceField } from './indicator.ts';
import { RollingRamp } from './rolling-ramp.ts';

class LinearRegression extends StreamingIndicator {
  readonly slope = new OutputLine();
  readonly intercept = new OutputLine();
  readonly forecast = new OutputLine();
  readonly angle = new OutputLine();
  readonly ramp: RollingRamp;
  readonly field: PriceField;

  constructor(period: number, field: PriceField) {
    super();
    this.ramp = new RollingRamp(period);
    this.field = field;
  }

  protected override next(bar: Bar): number {
    this.ramp.push(priceOf(bar, this.field));
    const slope = this.ramp.slope();
    const intercept = this.ramp.intercept();
    this.slope.advance(slope);
    this.intercept.advance(intercept);
    this.forecast.advance(intercept + slope * this.ramp.size);
    this.angle.advance((arctangent(slope) * 180) / Math.PI);
    return intercept + slope * (this.ramp.size - 1);
  }
}

/**
 * Least-squares line through the last `period` bars, in price units: `value` is its height at this
 * bar, `intercept` at the oldest, `forecast` at the next, `slope` its rise a bar and `angle` the
 * slope's angle in degrees; from bar `period - 1` on. As TA-Lib's LINEARREG, LINEARREG_INTERCEPT,
 * TSF, LINEARREG_SLOPE and LINEARREG_ANGLE.
 */
export function linearRegression(period = 14, source: PriceField = 'close'): LinearRegression {
  checkPeriod('linearRegression', period, 2);
  return new LinearRegression(period, checkField('linearRegression', source));
}
