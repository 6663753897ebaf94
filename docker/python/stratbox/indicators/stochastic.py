"""Places in a range. The twin of shared/indicators/stochastic.ts."""

from typing import Any

import numpy as np

from .checks import check_field, check_period
from .indicator import Bar, Indicator, Line, OneColumn
from .sliding_extreme import SlidingExtreme
from .smoothing import SimpleMean
from .whole_columns import Table
from .wilder import RelativeStrength


class _PlaceInRange:
    """Where a number lies in the range of the last ones, 0 to 100; 0 where there is no range."""

    __slots__ = ("_high", "_low", "_no_range")

    def __init__(self, period: int, no_range: float):
        self._high = SlidingExtreme(period, 1)
        self._low = SlidingExtreme(period, -1)
        self._no_range = no_range

    def push(self, value: float, high: float, low: float) -> float:
        bottom = self._low.push(low)
        span = self._high.push(high) - bottom
        return 0.0 if span <= self._no_range else (100 * (value - bottom)) / span

    def push_all(self, value: np.ndarray, high: np.ndarray, low: np.ndarray) -> np.ndarray:
        bottom = self._low.push_all(low)
        span = self._high.push_all(high) - bottom
        with np.errstate(divide="ignore", invalid="ignore"):
            return np.where(span <= self._no_range, 0.0, (100 * (value - bottom)) / span)


def _k_and_d(table: Table, k: np.ndarray, signal: SimpleMean) -> Any:
    return table.answer(["value", "k", "d"], np.column_stack((k, k, signal.push_all(k))))


class Stochastic(Indicator):
    __slots__ = ("k", "d", "_place", "_slowing", "_signal")

    def __init__(self, period: int, slowing: int, signal: int):
        super().__init__()
        self.k = Line()
        self.d = Line()
        self._place = _PlaceInRange(period, 0.0)
        self._slowing = SimpleMean(slowing)
        self._signal = SimpleMean(signal)

    def _next(self, bar: Bar) -> float:
        self.k.advance(self._slowing.push(self._place.push(bar.close, bar.high, bar.low)))
        self.d.advance(self._signal.push(self.k.value))
        return self.k.value

    def _over(self, table: Table) -> Any:
        prices = (table.column(name) for name in ("close", "high", "low"))
        return _k_and_d(table, self._slowing.push_all(self._place.push_all(*prices)), self._signal)


#: A range of the RSI below this is rounding, not movement.
ROUNDING_OF_RSI = 1e-9


class StochasticRsi(OneColumn):
    __slots__ = ("k", "d", "_strength", "_place", "_signal")

    def __init__(self, period: int, span: int, signal: int, field: str):
        super().__init__(field)
        self.k = Line()
        self.d = Line()
        self._strength = RelativeStrength(period)
        self._place = _PlaceInRange(span, ROUNDING_OF_RSI)
        self._signal = SimpleMean(signal)

    def _next(self, bar: Bar) -> float:
        strength = self._strength.push(self._price(bar))
        self.k.advance(self._place.push(strength, strength, strength))
        self.d.advance(self._signal.push(self.k.value))
        return self.k.value

    def _over(self, table: Table) -> Any:
        strength = self._strength.push_all(table.column(self.field))
        return _k_and_d(table, self._place.push_all(strength, strength, strength), self._signal)


class _WilliamsR(Indicator):
    __slots__ = ("_place",)

    def __init__(self, period: int):
        super().__init__()
        self._place = _PlaceInRange(period, 0.0)

    def _next(self, bar: Bar) -> float:
        # Measured from the top: the low stands for the high and the other way round.
        from_top = self._place.push(-bar.close, -bar.low, -bar.high)
        return 0.0 if from_top == 0 else -from_top

    def _over(self, table: Table) -> Any:
        negated = (-table.column(name) for name in ("close", "low", "high"))
        from_top = self._place.push_all(*negated)
        return table.answer(["value"], np.where(from_top == 0, 0.0, -from_top))


def stochastic(period: int = 14, slowing: int = 3, signal: int = 3) -> Stochastic:
    """Stochastic oscillator (Lane), 0 to 100; from bar `period + slowing - 2` on.

    `k` (also `value`) is the close's place in the range of `period` bars, smoothed over `slowing`
    bars; `d` its simple average, `signal - 1` bars later (TA-Lib's STOCH holds back both until
    then). A range without height counts as place 0, as there. With `slowing` 1 it is the fast
    stochastic (STOCHF).
    """
    return Stochastic(
        check_period("stochastic", period),
        check_period("stochastic", slowing, 1, "slowing"),
        check_period("stochastic", signal, 1, "signal"),
    )


def stoch_rsi(
    period: int = 14, range: int = 14, signal: int = 3, source: str = "close"
) -> StochasticRsi:
    """Stochastic of the RSI (Chande and Kroll 1994), 0 to 100; from bar `period + range - 1` on.

    `k` (also `value`) is the RSI's place in its own range of `range` bars, `d` its simple average,
    `signal - 1` bars later. TA-Lib's STOCHRSI, except that a range below 1e-9 counts as none (place
    0), where TA-Lib gives the place within its own rounding errors. Some charts smooth `k` once
    more.
    """
    return StochasticRsi(
        check_period("stoch_rsi", period),
        check_period("stoch_rsi", range, 1, "range"),
        check_period("stoch_rsi", signal, 1, "signal"),
        check_field("stoch_rsi", source),
    )


def williams_r(period: int = 14) -> Indicator:
    """Williams' %R, -100 (at the low) to 0 (at the high, or no range); from bar `period - 1` on.

    As TA-Lib's WILLR.
    """
    return _WilliamsR(check_period("williams_r", period))
