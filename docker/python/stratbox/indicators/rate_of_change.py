"""Changes over time. The twin of shared/indicators/rate-of-change.ts."""

import math

from .checks import check_fast_slow, check_field, check_period
from .compound_averages import triple_smoothed
from .filter import Filter
from .filtered_price import FilteredPrice
from .indicator import Indicator
from .rolling_window import RollingWindow
from .smoothing import ExponentialMean, SimpleMean, WeightedMean


class _Momentum(Filter):
    __slots__ = ("_window",)

    def __init__(self, period: int):
        self._window = RollingWindow(period)

    def push(self, value: float) -> float:
        return value - self._window.push(value)


class _RateOfChange(Filter):
    """Change in percent; 0 where the earlier number is 0, as in TA-Lib."""

    __slots__ = ("_window",)

    def __init__(self, period: int):
        self._window = RollingWindow(period)

    def push(self, value: float) -> float:
        if value != value:
            return value
        earlier = self._window.push(value)
        return 0.0 if earlier == 0 else (value / earlier - 1) * 100


class _Trix(Filter):
    __slots__ = ("_smoothed", "_change")

    def __init__(self, period: int):
        self._smoothed = triple_smoothed(period)
        self._change = _RateOfChange(1)

    def push(self, value: float) -> float:
        return self._change.push(self._smoothed.push(value))


class _Coppock(Filter):
    __slots__ = ("_mean", "_long", "_short")

    def __init__(self, mean: int, long: int, short: int):
        self._mean = WeightedMean(mean)
        self._long = _RateOfChange(long)
        self._short = _RateOfChange(short)

    def push(self, value: float) -> float:
        return self._mean.push(self._long.push(value) + self._short.push(value))


class _DetrendedPrice(Filter):
    __slots__ = ("_mean", "_window")

    def __init__(self, period: int):
        self._mean = SimpleMean(period)
        self._window = RollingWindow(period // 2 + 1)

    def push(self, value: float) -> float:
        return self._window.push(value) - self._mean.push(value)


class _TrueStrength(Filter):
    __slots__ = ("_moves", "_smooth_moves", "_sizes", "_smooth_sizes", "_last")

    def __init__(self, fast: int, slow: int):
        self._moves = ExponentialMean(slow)
        self._smooth_moves = ExponentialMean(fast)
        self._sizes = ExponentialMean(slow)
        self._smooth_sizes = ExponentialMean(fast)
        self._last = math.nan

    def push(self, value: float) -> float:
        move = value - self._last
        self._last = value
        moves = self._smooth_moves.push(self._moves.push(move))
        sizes = self._smooth_sizes.push(self._sizes.push(abs(move)))
        return 0.0 if sizes == 0 else (100 * moves) / sizes


def momentum(period: int = 10, source: str = "close") -> Indicator:
    """Change over `period` bars, in price units; from bar `period` on. As TA-Lib's MOM."""
    return FilteredPrice(
        _Momentum(check_period("momentum", period)), check_field("momentum", source)
    )


def roc(period: int = 10, source: str = "close") -> Indicator:
    """Rate of change over `period` bars, in percent; from bar `period` on.

    As TA-Lib's ROC; 0 where the earlier number is 0.
    """
    return FilteredPrice(_RateOfChange(check_period("roc", period)), check_field("roc", source))


def trix(period: int = 15, source: str = "close") -> Indicator:
    """TRIX (Hutson 1983): the change in percent, from bar to bar, of three EMAs in a row.

    From bar `3 * (period - 1) + 1` on. Each EMA starts from a simple average, as TA-Lib's TRIX.
    """
    return FilteredPrice(_Trix(check_period("trix", period)), check_field("trix", source))


def coppock(mean: int = 10, long: int = 14, short: int = 11) -> Indicator:
    """Coppock curve (1962), WMA(mean) of ROC(long) + ROC(short), in percent, for monthly bars.

    Not in TA-Lib. From bar `max(long, short) + mean - 1` on.
    """
    mean = check_period("coppock", mean, 1, "mean")
    long = check_period("coppock", long, 1, "long")
    short = check_period("coppock", short, 1, "short")
    return FilteredPrice(_Coppock(mean, long, short), "close")


def dpo(period: int = 20, source: str = "close") -> Indicator:
    """Detrended price oscillator: the close of `period // 2 + 1` bars ago less the average now.

    So that nothing is drawn ahead of its time. Not in TA-Lib. From bar `period - 1` on, `period` 2
    and 1 one bar later.
    """
    return FilteredPrice(_DetrendedPrice(check_period("dpo", period)), check_field("dpo", source))


def tsi(fast: int = 13, slow: int = 25, source: str = "close") -> Indicator:
    """Blau's true strength index (1991), -100 to 100; from bar `slow + fast - 1` on.

    The doubly smoothed change over the doubly smoothed size of the change, first by `slow`, then by
    `fast`; 0 while nothing moves. Each EMA starts from a simple average. Not in TA-Lib.
    """
    strength = _TrueStrength(*check_fast_slow("tsi", fast, slow))
    return FilteredPrice(strength, check_field("tsi", source))
