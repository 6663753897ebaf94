"""How strong a trend is. The twin of shared/indicators/trend-strength.ts."""

import math

from .checks import check_period
from .exact_math import logarithm
from .indicator import Bar, Indicator, Line
from .rolling_sum import RollingSum
from .sliding_extreme import SlidingExtreme
from .smoothing import ExponentialMean
from .true_range import TrueRange


class Vortex(Indicator):
    __slots__ = (
        "plus",
        "minus",
        "_range",
        "_ranges",
        "_rises",
        "_falls",
        "_last_high",
        "_last_low",
    )

    def __init__(self, period: int):
        super().__init__()
        self.plus = Line()
        self.minus = Line()
        self._range = TrueRange()
        self._ranges = RollingSum(period)
        self._rises = RollingSum(period)
        self._falls = RollingSum(period)
        self._last_high = math.nan
        self._last_low = math.nan

    def _next(self, bar: Bar) -> float:
        ranges = self._ranges.push(self._range.push(bar))
        rise = self._rises.push(abs(bar.high - self._last_low))
        fall = self._falls.push(abs(bar.low - self._last_high))
        self._last_high = bar.high
        self._last_low = bar.low
        self.plus.advance(0.0 if ranges == 0 else rise / ranges)
        self.minus.advance(0.0 if ranges == 0 else fall / ranges)
        return self.plus.value - self.minus.value


class _Choppiness(Indicator):
    __slots__ = ("_scale", "_range", "_ranges", "_high", "_low")

    def __init__(self, period: int):
        super().__init__()
        self._scale = logarithm(period)
        self._range = TrueRange()
        self._ranges = RollingSum(period)
        self._high = SlidingExtreme(period, 1)
        self._low = SlidingExtreme(period, -1)

    def _next(self, bar: Bar) -> float:
        ranges = self._ranges.push(self._range.push(bar))
        height = self._high.push(bar.high) - self._low.push(bar.low)
        # The first bar has a height but no true range: a flat opening is not ready a bar early.
        if ranges != ranges:
            return math.nan
        if ranges == 0 or height == 0:
            return 100.0
        return (100 * logarithm(ranges / height)) / self._scale


class _MassIndex(Indicator):
    __slots__ = ("_single", "_double", "_sum")

    def __init__(self, smoothing: int, period: int):
        super().__init__()
        self._single = ExponentialMean(smoothing)
        self._double = ExponentialMean(smoothing)
        self._sum = RollingSum(period)

    def _next(self, bar: Bar) -> float:
        single = self._single.push(bar.high - bar.low)
        double = self._double.push(single)
        return self._sum.push(1.0 if double == 0 else single / double)


def vortex(period: int = 14) -> Vortex:
    """Vortex indicator (Botes and Siepman 2010); from bar `period` on.

    `plus` and `minus` are the rising and falling movement over the true range, around 1, `value` is
    plus - minus; 0 without range. Not in TA-Lib.
    """
    return Vortex(check_period("vortex", period))


def choppiness(period: int = 14) -> Indicator:
    """Dreiss's choppiness index: near 100 in a sideways market, near 0 in a trend.

    100 * log10(sum of true range / (highest high - lowest low)) / log10(period); 100 without range.
    Not in TA-Lib. From bar `period` on.
    """
    return _Choppiness(check_period("choppiness", period, 2))


def mass_index(smoothing: int = 9, period: int = 25) -> Indicator:
    """Dorsey's mass index (1992): the sum over `period` bars of EMA / EMA(EMA) of the bars' ranges.

    Each EMA of `smoothing` bars, near `period`; a ratio without range counts 1. Each EMA starts
    from a simple average. Not in TA-Lib. From bar `2 * (smoothing - 1) + period - 1` on.
    """
    smoothing = check_period("mass_index", smoothing, 1, "smoothing")
    return _MassIndex(smoothing, check_period("mass_index", period))
