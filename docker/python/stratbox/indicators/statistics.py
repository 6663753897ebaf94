"""Variance and what is made of it. The twin of shared/indicators/statistics.ts."""

import math

import numpy as np

from .checks import check_field, check_period
from .filter import Filter
from .filtered_price import FilteredPrice
from .indicator import Indicator
from .rolling_sum import RollingSum
from .rolling_variance import RollingVariance
from .rolling_window import RollingWindow


class _Deviation(Filter):
    __slots__ = ("_variance",)

    def __init__(self, period: int):
        self._variance = RollingVariance(period)

    def push(self, value: float) -> float:
        return math.sqrt(self._variance.push(value))

    def push_all(self, values: np.ndarray) -> np.ndarray:
        return np.sqrt(self._variance.push_all(values))


class _ZScore(Filter):
    __slots__ = ("_variance",)

    def __init__(self, period: int):
        self._variance = RollingVariance(period)

    def push(self, value: float) -> float:
        variance = self._variance.push(value)
        return 0.0 if variance == 0 else (value - self._variance.mean) / math.sqrt(variance)


class MeanDeviation(Filter):
    """Mean and mean absolute deviation; a pass over the window a bar, for the mean moves."""

    __slots__ = ("mean", "_window", "_sum")

    def __init__(self, period: int):
        self.mean = math.nan
        self._window = RollingWindow(period)
        self._sum = RollingSum(period)

    def push(self, value: float) -> float:
        window = self._window
        window.push(value)
        self.mean = mean = self._sum.push_mean(value)
        if mean != mean:
            return math.nan
        total = 0.0
        for ago in range(window.size):
            total += abs(window.at(ago) - mean)
        return total / window.size


def variance(period: int, source: str = "close") -> Indicator:
    """Population variance (ddof 0) of the last `period` bars, 0 or more; from bar `period - 1` on.

    As TA-Lib's VAR, which loses about eight digits on prices that are large beside their movement.
    """
    filter_ = RollingVariance(check_period("variance", period))
    return FilteredPrice(filter_, check_field("variance", source))


def standard_deviation(period: int, source: str = "close") -> Indicator:
    """Population standard deviation (ddof 0) of the last `period` bars; from bar `period - 1` on.

    As TA-Lib's STDDEV, with the digits that it loses (see variance); pandas' `std` is the sample's.
    """
    filter_ = _Deviation(check_period("standard_deviation", period))
    return FilteredPrice(filter_, check_field("standard_deviation", source))


def z_score(period: int, source: str = "close") -> Indicator:
    """How many population standard deviations (ddof 0) the price is from its simple average.

    0 while nothing moves. Not in TA-Lib. From bar `period - 1` on.
    """
    filter_ = _ZScore(check_period("z_score", period, 2))
    return FilteredPrice(filter_, check_field("z_score", source))


def mean_deviation(period: int, source: str = "close") -> Indicator:
    """Mean absolute deviation from the simple average, 0 or more; from bar `period - 1` on.

    As TA-Lib's AVGDEV. A pass over the window a bar.
    """
    filter_ = MeanDeviation(check_period("mean_deviation", period))
    return FilteredPrice(filter_, check_field("mean_deviation", source))
