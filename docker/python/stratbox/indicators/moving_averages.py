"""Averages of a column. The twin of shared/indicators/moving-averages.ts."""

from operator import attrgetter

from .checks import check_field, check_period
from .filtered_price import FilteredPrice
from .indicator import Bar, Indicator
from .rolling_sum import RollingSum
from .smoothing import ExponentialMean, SimpleMean, WeightedMean, WilderMean


class _VolumeWeightedMovingAverage(Indicator):
    __slots__ = ("_money", "_volume", "_plain", "_price")

    def __init__(self, period: int, field: str):
        super().__init__()
        self._money = RollingSum(period)
        self._volume = RollingSum(period)
        self._plain = RollingSum(period)
        self._price = attrgetter(field)

    def _next(self, bar: Bar) -> float:
        price = self._price(bar)
        money = self._money.push(price * bar.volume)
        volume = self._volume.push(bar.volume)
        plain = self._plain.push_mean(price)
        return plain if volume == 0 else money / volume


def sma(period: int, source: str = "close") -> Indicator:
    """Simple moving average, in price units; from bar `period - 1` on. As TA-Lib's SMA.

    Exactly the price while that stands still for `period` bars.
    """
    mean = SimpleMean(check_period("sma", period))
    return FilteredPrice(mean, check_field("sma", source))


def ema(period: int, source: str = "close") -> Indicator:
    """Exponential moving average, weight 2 / (period + 1), price units; from bar `period - 1` on.

    Seeded with the simple average of the first `period` bars, as TA-Lib's EMA; charts that start
    from the first price instead differ at first and converge.
    """
    mean = ExponentialMean(check_period("ema", period))
    return FilteredPrice(mean, check_field("ema", source))


def wma(period: int, source: str = "close") -> Indicator:
    """Linearly weighted moving average, weights 1 … period, newest most, in price units.

    From bar `period - 1` on. As TA-Lib's WMA.
    """
    mean = WeightedMean(check_period("wma", period))
    return FilteredPrice(mean, check_field("wma", source))


def smma(period: int, source: str = "close") -> Indicator:
    """Smoothed moving average, Wilder's of 1978, also called RMA or SMMA: weight 1 / period.

    In price units; from bar `period - 1` on. Seeded with the simple average of the first `period`
    bars. Not in TA-Lib by itself.
    """
    mean = WilderMean(check_period("smma", period))
    return FilteredPrice(mean, check_field("smma", source))


def vwma(period: int, source: str = "close") -> Indicator:
    """Volume-weighted moving average, sum of price * volume over sum of volume.

    The simple average while no volume was traded. Not in TA-Lib. From bar `period - 1` on.
    """
    return _VolumeWeightedMovingAverage(check_period("vwma", period), check_field("vwma", source))
