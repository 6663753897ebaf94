"""Levels from earlier prices. The twin of shared/indicators/pivots.ts."""

import math
from operator import attrgetter
from collections.abc import Callable

from .calendar_period import period_number
from .checks import check_period
from .indicator import Bar, Indicator, Line
from .rolling_window import RollingWindow
from .sliding_extreme import SlidingExtreme


class Pivots(Indicator):
    __slots__ = (
        *("r1", "r2", "r3", "s1", "s2", "s3", "_number_of", "_period"),
        *("_high", "_low", "_close", "_pivot", "_top", "_bottom"),
    )

    def __init__(self, number_of: Callable[[float], int]):
        super().__init__()
        self.r1 = Line()
        self.r2 = Line()
        self.r3 = Line()
        self.s1 = Line()
        self.s2 = Line()
        self.s3 = Line()
        self._number_of = number_of
        self._period: int | None = None
        self._high = self._low = self._close = math.nan
        self._pivot = self._top = self._bottom = math.nan

    def _next(self, bar: Bar) -> float:
        self._gather(bar)
        pivot, top, bottom = self._pivot, self._top, self._bottom
        span = top - bottom
        self.r1.advance(2 * pivot - bottom)
        self.r2.advance(pivot + span)
        self.r3.advance(top + 2 * (pivot - bottom))
        self.s1.advance(2 * pivot - top)
        self.s2.advance(pivot - span)
        self.s3.advance(bottom - 2 * (top - pivot))
        return pivot

    def _gather(self, bar: Bar) -> None:
        period = self._number_of(bar.time)
        if period == self._period:
            self._high = max(self._high, bar.high)
            self._low = min(self._low, bar.low)
        else:
            self._pivot = (self._high + self._low + self._close) / 3
            self._top = self._high
            self._bottom = self._low
            self._period = period
            self._high = bar.high
            self._low = bar.low
        self._close = bar.close


class _Swing(Indicator):
    """The latest price that stood out on both sides, known once the bars to its right passed."""

    __slots__ = ("_price", "_right", "_extreme", "_window")

    def __init__(self, left: int, right: int, field: str, sign: int):
        super().__init__()
        self._price = attrgetter(field)
        self._right = right
        self._extreme = SlidingExtreme(left + right + 1, sign)
        self._window = RollingWindow(right + 1)

    def _next(self, bar: Bar) -> float:
        price = self._price(bar)
        self._window.push(price)
        extreme = self._extreme.push(price)
        found = extreme == extreme and self._extreme.ago == self._right
        return self._window.at(self._right) if found else self.value


def pivots(period: str = "day") -> Pivots:
    """Floor-trader pivots from the high, low and close of the UTC day, week or month before.

    `value` is (H + L + C) / 3, with resistances `r1` to `r3` and supports `s1` to `s3`. Not in
    TA-Lib. From the second period's first bar on; on daily bars, 'day' is the bar before.
    """
    return Pivots(period_number("pivots", period))


def swing_high(left: int = 5, right: int = 5) -> Indicator:
    """The last swing high, given only once the bars to its right have passed: it never looks ahead.

    A high not below those of the `left` bars before it and above those of the `right` bars after
    it. Not in TA-Lib. NaN until there is one.
    """
    left = check_period("swing_high", left, 1, "left")
    return _Swing(left, check_period("swing_high", right, 1, "right"), "high", 1)


def swing_low(left: int = 5, right: int = 5) -> Indicator:
    """The last swing low: as swing_high, with lows not above those before and below those after."""
    left = check_period("swing_low", left, 1, "left")
    return _Swing(left, check_period("swing_low", right, 1, "right"), "low", -1)
