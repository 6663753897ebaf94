"""Wilder's directional movement. The twin of shared/indicators/directional-movement.ts."""

import math

from .checks import check_period
from .indicator import Bar, Indicator, Line
from .rolling_window import RollingWindow
from .true_range import TrueRange


class _WilderTotal:
    """Wilder's running total.

    The first `period - 1` numbers are added up, then each bar takes away one part in `period` and
    adds the new number.
    """

    __slots__ = ("value", "_period", "_seen")

    def __init__(self, period: int):
        self.value = 0.0
        self._period = period
        self._seen = 0

    def push(self, value: float) -> None:
        self._seen += 1
        self.value += value if self._seen < self._period else value - self.value / self._period


class DirectionalMovement(Indicator):
    __slots__ = (
        "plus",
        "minus",
        "dx",
        "_period",
        "_range",
        "_ranges",
        "_rises",
        "_falls",
        "_last_high",
        "_last_low",
        "_moves",
        "_sum",
    )

    def __init__(self, period: int):
        super().__init__()
        self.plus = Line()
        self.minus = Line()
        self.dx = Line()
        self._period = period
        self._range = TrueRange()
        self._ranges = _WilderTotal(period)
        self._rises = _WilderTotal(period)
        self._falls = _WilderTotal(period)
        self._last_high = math.nan
        self._last_low = math.nan
        self._moves = 0
        self._sum = 0.0

    def _next(self, bar: Bar) -> float:
        self._move(bar)
        if self._moves < self._period:
            for line in (self.plus, self.minus, self.dx):
                line.advance(math.nan)
            return math.nan
        span = self._ranges.value
        self.plus.advance(0.0 if span == 0 else (100 * self._rises.value) / span)
        self.minus.advance(0.0 if span == 0 else (100 * self._falls.value) / span)
        plus, minus, before = self.plus.value, self.minus.value, self.dx.value
        total = plus + minus
        # Without direction TA-Lib keeps the DX before; at the start that is 0.
        kept = 0.0 if before != before else before
        self.dx.advance(kept if total == 0 else (100 * abs(plus - minus)) / total)
        return self._average(total == 0)

    def _move(self, bar: Bar) -> None:
        span = self._range.push(bar)
        up = bar.high - self._last_high
        down = self._last_low - bar.low
        self._last_high = bar.high
        self._last_low = bar.low
        if span != span:
            return
        self._moves += 1
        self._ranges.push(span)
        self._rises.push(up if up > 0 and up > down else 0.0)
        self._falls.push(down if down > 0 and down > up else 0.0)

    def _average(self, directionless: bool) -> float:
        """A bar without direction counts as 0 in the average's seed, later not at all (TA-Lib)."""
        period = self._period
        if self._moves < 2 * period:
            if not directionless:
                self._sum += self.dx.value
            return math.nan if self._moves < 2 * period - 1 else self._sum / period
        if directionless:
            return self.value
        return (self.value * (period - 1) + self.dx.value) / period


class _AdxRating(Indicator):
    __slots__ = ("_movement", "_window")

    def __init__(self, period: int):
        super().__init__()
        self._movement = DirectionalMovement(period)
        self._window = RollingWindow(period - 1)

    def _next(self, bar: Bar) -> float:
        self._movement.update(bar)
        value = self._movement.value
        return (value + self._window.push(value)) / 2


def adx(period: int = 14) -> DirectionalMovement:
    """Wilder's average directional index (1978), 0 to 100.

    `value` is ADX from bar `2 * period - 1` on, `plus` and `minus` are +DI and -DI and `dx` the
    directional index from bar `period` on. Totals start from the sum of the first `period - 1`
    moves, as TA-Lib's ADX, PLUS_DI, MINUS_DI and DX (Wilder summed `period`), so other charts
    differ at first and converge.
    """
    return DirectionalMovement(check_period("adx", period, 2))


def adxr(period: int = 14) -> Indicator:
    """ADX rating, 0 to 100: the mean of ADX now and `period - 1` bars ago, as TA-Lib's ADXR.

    (Wilder went back `period`.) From bar `3 * period - 2` on.
    """
    return _AdxRating(check_period("adxr", period, 2))
