"""Differences of exponential averages. The twin of shared/indicators/macd.ts."""

import math
from typing import Any

import numpy as np

from .checks import check_fast_slow, check_field, check_period
from .filter import Filter
from .filtered_price import FilteredPrice
from .indicator import Bar, Indicator, Line, OneColumn
from .smoothing import ExponentialMean
from .whole_columns import Table


class _MeanDifference(Filter):
    """The fast exponential mean less the slow one.

    TA-Lib's MACD starts both on the same bar: the fast mean's seed is the simple mean of the `fast`
    numbers up to there (`skipped` of them pass before). Its APO and PPO seed each mean on the first
    numbers there are.
    """

    __slots__ = ("slow", "_fast_mean", "_slow_mean")

    def __init__(self, fast: int, slow: int, skipped: int = 0):
        self.slow = math.nan
        self._fast_mean = ExponentialMean(fast, skipped)
        self._slow_mean = ExponentialMean(slow)

    def push(self, value: float) -> float:
        self.slow = slow = self._slow_mean.push(value)
        return self._fast_mean.push(value) - slow

    def push_all(self, values: np.ndarray) -> np.ndarray:
        return self._fast_mean.push_all(values) - self._slow_mean.push_all(values)


class _PercentDifference(Filter):
    __slots__ = ("_difference",)

    def __init__(self, fast: int, slow: int):
        self._difference = _MeanDifference(fast, slow)

    def push(self, value: float) -> float:
        difference = self._difference.push(value)
        slow = self._difference.slow
        return 0.0 if slow == 0 else (100 * difference) / slow


class Macd(OneColumn):
    __slots__ = ("signal", "histogram", "_difference", "_signal_mean")

    def __init__(self, fast: int, slow: int, signal: int, field: str):
        super().__init__(field)
        self.signal = Line()
        self.histogram = Line()
        self._difference = _MeanDifference(fast, slow, slow - fast)
        self._signal_mean = ExponentialMean(signal)

    def _next(self, bar: Bar) -> float:
        difference = self._difference.push(self._price(bar))
        self.signal.advance(self._signal_mean.push(difference))
        self.histogram.advance(difference - self.signal.value)
        return difference

    def _over(self, table: Table) -> Any:
        difference = self._difference.push_all(table.column(self.field))
        signal = self._signal_mean.push_all(difference)
        lines = (difference, signal, difference - signal)
        return table.answer(["value", "signal", "histogram"], np.column_stack(lines))


def macd(fast: int = 12, slow: int = 26, signal: int = 9, source: str = "close") -> Macd:
    """Moving average convergence/divergence (Appel 1979), in price units.

    `value` is EMA(fast) - EMA(slow) from bar `slow - 1` on, `signal` its EMA and `histogram` their
    distance from bar `slow + signal - 2` on (TA-Lib's MACD holds back all three until then). As
    there, the fast EMA is seeded with the `fast` bars that end at bar `slow - 1`; charts that seed
    it on the very first bars differ at first.
    """
    fast, slow = check_fast_slow("macd", fast, slow)
    signal = check_period("macd", signal, 1, "signal")
    return Macd(fast, slow, signal, check_field("macd", source))


def apo(fast: int = 12, slow: int = 26, source: str = "close") -> Indicator:
    """Absolute price oscillator, EMA(fast) - EMA(slow), in price units; from bar `slow - 1` on.

    Each EMA is seeded on the first bars there are, unlike MACD's. TA-Lib's APO with exponential
    averages; its default is simple ones.
    """
    mean = _MeanDifference(*check_fast_slow("apo", fast, slow))
    return FilteredPrice(mean, check_field("apo", source))


def ppo(fast: int = 12, slow: int = 26, source: str = "close") -> Indicator:
    """Percentage price oscillator, 100 * (EMA(fast) - EMA(slow)) / EMA(slow), from bar `slow - 1`.

    Each EMA is seeded on the first bars there are, unlike MACD's. TA-Lib's PPO with exponential
    averages; its default is simple ones.
    """
    mean = _PercentDifference(*check_fast_slow("ppo", fast, slow))
    return FilteredPrice(mean, check_field("ppo", source))
