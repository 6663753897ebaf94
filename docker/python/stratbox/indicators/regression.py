"""The least-squares line. The twin of shared/indicators/regression.ts."""

import math

from .checks import check_field, check_period
from .exact_math import arctangent
from .indicator import Bar, Line, OneColumn
from .rolling_ramp import RollingRamp


class LinearRegression(OneColumn):
    __slots__ = ("slope", "intercept", "forecast", "angle", "_ramp")

    def __init__(self, period: int, field: str):
        super().__init__(field)
        self.slope = Line()
        self.intercept = Line()
        self.forecast = Line()
        self.angle = Line()
        self._ramp = RollingRamp(period)

    def _next(self, bar: Bar) -> float:
        ramp = self._ramp
        ramp.push(self._price(bar))
        slope = ramp.slope()
        intercept = ramp.intercept()
        self.slope.advance(slope)
        self.intercept.advance(intercept)
        self.forecast.advance(intercept + slope * ramp.size)
        self.angle.advance((arctangent(slope) * 180) / math.pi)
        return intercept + slope * (ramp.size - 1)


def linear_regression(period: int = 14, source: str = "close") -> LinearRegression:
    """Least-squares line through the last `period` bars, in price units; from bar `period - 1` on.

    `value` is its height at this bar, `intercept` at the oldest, `forecast` at the next, `slope`
    its rise a bar and `angle` the slope's angle in degrees. As TA-Lib's LINEARREG,
    LINEARREG_INTERCEPT, TSF, LINEARREG_SLOPE and LINEARREG_ANGLE.
    """
    period = check_period("linear_regression", period, 2)
    return LinearRegression(period, check_field("linear_regression", source))
