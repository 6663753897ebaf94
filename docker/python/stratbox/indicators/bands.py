"""Bands and channels around the price. The twin of shared/indicators/bands.ts."""

import math
from operator import attrgetter
from typing import Any

import numpy as np

from ..engine.arithmetic import divide
from .checks import check_factor, check_field, check_period
from .indicator import Bar, Indicator, Line
from .rolling_variance import RollingVariance
from .sliding_extreme import SlidingExtreme
from .smoothing import ExponentialMean, SimpleMean, WilderMean
from .true_range import TrueRange
from .whole_columns import Table, one_column_of


class Bands(Indicator):
    """Three lines; the indicator's own value is the middle one."""

    __slots__ = ("upper", "middle", "lower")

    def __init__(self):
        super().__init__()
        self.upper = Line()
        self.middle = Line()
        self.lower = Line()

    def _place(self, upper: float, middle: float, lower: float) -> float:
        self.upper.advance(upper)
        self.middle.advance(middle)
        self.lower.advance(lower)
        return middle


def _bands(table: Table, upper: np.ndarray, middle: np.ndarray, lower: np.ndarray) -> Any:
    """What `_place` does, of whole columns."""
    lines = (middle, upper, middle, lower)
    return table.answer(["value", "upper", "middle", "lower"], np.column_stack(lines))


class Bollinger(Bands):
    __slots__ = ("width", "percent", "_variance", "_factor", "_field", "_price")

    def __init__(self, period: int, factor: float, field: str):
        super().__init__()
        self.width = Line()
        self.percent = Line()
        self._variance = RollingVariance(period)
        self._factor = factor
        self._field = field
        self._price = attrgetter(field)

    def _next(self, bar: Bar) -> float:
        price = self._price(bar)
        reach = self._factor * math.sqrt(self._variance.push(price))
        mean = self._variance.mean
        self.width.advance(divide(2 * reach, mean))
        self.percent.advance(0.5 if reach == 0 else (price - mean + reach) / (2 * reach))
        return self._place(mean + reach, mean, mean - reach)

    def over(self, data: Any) -> Any:
        """As every indicator's; of a single column too."""
        table = one_column_of(data, self._field)
        price = table.column(self._field)
        mean, variance = self._variance.means_and_variances(price)
        reach = self._factor * np.sqrt(variance)
        with np.errstate(divide="ignore", invalid="ignore"):
            width = (2 * reach) / mean
            percent = np.where(reach == 0, 0.5, (price - mean + reach) / (2 * reach))
        names = ["value", "width", "percent", "upper", "middle", "lower"]
        lines = (mean, width, percent, mean + reach, mean, mean - reach)
        return table.answer(names, np.column_stack(lines))


class _Keltner(Bands):
    __slots__ = ("_mean", "_range", "_average_range", "_factor")

    def __init__(self, period: int, factor: float, range_period: int):
        super().__init__()
        self._mean = ExponentialMean(period)
        self._range = TrueRange()
        self._average_range = WilderMean(range_period)
        self._factor = factor

    def _next(self, bar: Bar) -> float:
        middle = self._mean.push(bar.close)
        reach = self._factor * self._average_range.push(self._range.push(bar))
        return self._place(middle + reach, middle, middle - reach)

    def _over(self, table: Table) -> Any:
        middle = self._mean.push_all(table.column("close"))
        reach = self._factor * self._average_range.push_all(self._range.push_all(table))
        return _bands(table, middle + reach, middle, middle - reach)


class _Donchian(Bands):
    __slots__ = ("_high", "_low")

    def __init__(self, period: int):
        super().__init__()
        self._high = SlidingExtreme(period, 1)
        self._low = SlidingExtreme(period, -1)

    def _next(self, bar: Bar) -> float:
        upper = self._high.push(bar.high)
        lower = self._low.push(bar.low)
        return self._place(upper, (upper + lower) / 2, lower)

    def _over(self, table: Table) -> Any:
        upper = self._high.push_all(table.column("high"))
        lower = self._low.push_all(table.column("low"))
        return _bands(table, upper, (upper + lower) / 2, lower)


class _AccelerationBands(Bands):
    __slots__ = ("_upper_mean", "_middle_mean", "_lower_mean")

    def __init__(self, period: int):
        super().__init__()
        self._upper_mean = SimpleMean(period)
        self._middle_mean = SimpleMean(period)
        self._lower_mean = SimpleMean(period)

    def _next(self, bar: Bar) -> float:
        high, low = bar.high, bar.low
        share = 0.0 if high + low == 0 else (4 * (high - low)) / (high + low)
        return self._place(
            self._upper_mean.push(high * (1 + share)),
            self._middle_mean.push(bar.close),
            self._lower_mean.push(low * (1 - share)),
        )


def bollinger(period: int = 20, factor: float = 2, source: str = "close") -> Bollinger:
    """Bollinger bands, SMA ± factor * population standard deviation (ddof 0), in price units.

    From bar `period - 1` on. As TA-Lib's BBANDS; charts that take the sample deviation draw them
    wider. `width` is (upper - lower) / middle and `percent` the price's place between the bands, 0
    at the lower and 1 at the upper (1/2 where they meet).
    """
    period = check_period("bollinger", period)
    reach = check_factor("bollinger", factor, "factor")
    return Bollinger(period, reach, check_field("bollinger", source))


def keltner(period: int = 20, factor: float = 2, range_period: int = 10) -> Bands:
    """Keltner channels in Linda Raschke's form: EMA of the close ± factor * Wilder's ATR.

    (Keltner's own used the simple average of typical prices and of the bars' ranges.) Not in
    TA-Lib. The middle from bar `period - 1` on, the channel once the ATR stands too, at bar
    `range_period`.
    """
    period = check_period("keltner", period)
    range_period = check_period("keltner", range_period, 1, "range_period")
    return _Keltner(period, check_factor("keltner", factor, "factor"), range_period)


def donchian(period: int = 20) -> Bands:
    """Donchian channel: highest high, lowest low and half way between, this bar included.

    So that a breakout is a close above `upper.previous`. Not in TA-Lib. From bar `period - 1` on.
    """
    return _Donchian(check_period("donchian", period))


def acceleration_bands(period: int = 20) -> Bands:
    """Headley's acceleration bands (2002), in price units; from bar `period - 1` on.

    Simple averages of high * (1 + x), close and low * (1 - x), with x = 4 * (high - low) /
    (high + low). As TA-Lib's ACCBANDS.
    """
    return _AccelerationBands(check_period("acceleration_bands", period))
