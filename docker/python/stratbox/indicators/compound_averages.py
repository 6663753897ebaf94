"""Averages of averages. The twin of shared/indicators/compound-averages.ts."""

import math
from collections.abc import Sequence

import numpy as np

from .checks import check_field, check_period, check_share
from .filter import Filter
from .filtered_price import FilteredPrice
from .indicator import Indicator
from .smoothing import ExponentialMean, SimpleMean, WeightedMean


class _ChainCombination(Filter):
    """A sum of exponential means, each fed by the one before, with fixed factors.

    Ready when the last mean is.
    """

    __slots__ = ("_means", "_factors")

    def __init__(self, period: int, factors: Sequence[float]):
        self._means = [ExponentialMean(period) for _ in factors]
        self._factors = factors

    def push(self, value: float) -> float:
        passed = value
        total = 0.0
        for mean, factor in zip(self._means, self._factors):
            passed = mean.push(passed)
            total += factor * passed
        return math.nan if passed != passed else total

    def push_all(self, values: np.ndarray) -> np.ndarray:
        passed = values
        total = np.zeros(len(values))
        for mean, factor in zip(self._means, self._factors):
            passed = mean.push_all(passed)
            total += factor * passed
        return total


class _Series(Filter):
    """One filter after another."""

    __slots__ = ("_first", "_second")

    def __init__(self, first: Filter, second: Filter):
        self._first = first
        self._second = second

    def push(self, value: float) -> float:
        return self._second.push(self._first.push(value))

    def push_all(self, values: np.ndarray) -> np.ndarray:
        return self._second.push_all(self._first.push_all(values))


class _HullMean(Filter):
    __slots__ = ("_half", "_whole", "_last")

    def __init__(self, period: int):
        self._half = WeightedMean(period // 2)
        self._whole = WeightedMean(period)
        self._last = WeightedMean(math.isqrt(period))

    def push(self, value: float) -> float:
        return self._last.push(2 * self._half.push(value) - self._whole.push(value))


def triple_smoothed(period: int) -> Filter:
    """Three exponential means in a row, as TRIX uses them."""
    return _ChainCombination(period, (0.0, 0.0, 1.0))


def dema(period: int, source: str = "close") -> Indicator:
    """Double exponential moving average (Mulloy 1994), 2*EMA - EMA(EMA), in price units.

    From bar `2 * (period - 1)` on. Each EMA starts from a simple average, as TA-Lib's DEMA.
    """
    mean = _ChainCombination(check_period("dema", period), (2.0, -1.0))
    return FilteredPrice(mean, check_field("dema", source))


def tema(period: int, source: str = "close") -> Indicator:
    """Triple exponential moving average (Mulloy 1994), 3*(E1 - E2) + E3, in price units.

    From bar `3 * (period - 1)` on. Each EMA starts from a simple average, as TA-Lib's TEMA.
    """
    mean = _ChainCombination(check_period("tema", period), (3.0, -3.0, 1.0))
    return FilteredPrice(mean, check_field("tema", source))


def t3(period: int, factor: float = 0.7, source: str = "close") -> Indicator:
    """Tillson's T3 (1998), six EMAs in a row mixed by a volume factor from 0 to 1, in price units.

    From bar `6 * (period - 1)` on. Each EMA starts from a simple average, as TA-Lib's T3.
    """
    factor = check_share("t3", factor, "factor")
    square = factor * factor
    cube = square * factor
    factors = (
        0.0,
        0.0,
        1 + 3 * factor + cube + 3 * square,
        -6 * square - 3 * (factor + cube),
        3 * (square + cube),
        -cube,
    )
    mean = _ChainCombination(check_period("t3", period), factors)
    return FilteredPrice(mean, check_field("t3", source))


def trima(period: int, source: str = "close") -> Indicator:
    """Triangular moving average: a simple average of a simple average, in price units.

    It weighs the window's middle most. From bar `period - 1` on. As TA-Lib's TRIMA.
    """
    period = check_period("trima", period)
    half = (period + 1) // 2
    mean = _Series(SimpleMean(half), SimpleMean(period + 1 - half))
    return FilteredPrice(mean, check_field("trima", source))


def hma(period: int, source: str = "close") -> Indicator:
    """Hull moving average (2005), WMA(2*WMA(n/2) - WMA(n), sqrt(n)), in price units.

    n/2 and sqrt(n) are rounded down, where some programs round to the nearest. Not in TA-Lib. From
    bar `n + floor(sqrt(n)) - 2` on.
    """
    mean = _HullMean(check_period("hma", period, 2))
    return FilteredPrice(mean, check_field("hma", source))
