"""Seban's SuperTrend. The twin of shared/indicators/super-trend.ts."""

import math

from .checks import check_factor, check_period
from .indicator import Bar, Indicator, Line
from .smoothing import WilderMean
from .true_range import TrueRange


class SuperTrend(Indicator):
    #: `direction` is 1 in an uptrend, -1 in a downtrend.
    __slots__ = (
        "direction",
        "_factor",
        "_range",
        "_average_range",
        "_upper",
        "_lower",
        "_last_close",
    )

    def __init__(self, period: int, factor: float):
        super().__init__()
        self.direction = Line()
        self._factor = factor
        self._range = TrueRange()
        self._average_range = WilderMean(period)
        self._upper = math.nan
        self._lower = math.nan
        self._last_close = math.nan

    def _next(self, bar: Bar) -> float:
        reach = self._factor * self._average_range.push(self._range.push(bar))
        before = self._last_close
        self._last_close = close = bar.close
        if reach != reach:
            self.direction.advance(reach)
            return reach
        middle = (bar.high + bar.low) / 2
        # A band only tightens, until the close before has crossed it. NaN compares as false.
        keep_upper = self._upper <= middle + reach and before <= self._upper
        keep_lower = self._lower >= middle - reach and before >= self._lower
        if not keep_upper:
            self._upper = middle + reach
        if not keep_lower:
            self._lower = middle - reach
        was_up = self.direction.value == 1
        up = close >= self._lower if was_up else close > self._upper
        self.direction.advance(1.0 if up else -1.0)
        return self._lower if up else self._upper


def super_trend(period: int = 10, factor: float = 3) -> SuperTrend:
    """Seban's SuperTrend, in price units; from bar `period` on.

    The band at (high + low) / 2 ± factor * Wilder's ATR on the far side of the trend; `direction`
    is 1 in an uptrend (the line is below) and -1 in a downtrend. The first bar counts as a
    downtrend unless it closes above its band (on TradingView it always does, and its ATR begins one
    bar earlier). Not in TA-Lib.
    """
    period = check_period("super_trend", period)
    return SuperTrend(period, check_factor("super_trend", factor, "factor"))
