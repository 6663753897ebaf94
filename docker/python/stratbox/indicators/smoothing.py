"""Means as filters. The twin of shared/indicators/smoothing.ts."""

import math
from typing import Protocol

from .rolling_ramp import RollingRamp
from .rolling_sum import RollingSum


class Filter(Protocol):
    """One number in, one out; NaN until ready. A NaN given is answered with NaN, not kept."""

    def push(self, value: float) -> float: ...


class SimpleMean:
    """The mean of the last `period` numbers."""

    __slots__ = ("push",)

    def __init__(self, period: int):
        self.push = RollingSum(period).push_mean


class WeightedMean:
    """The mean of the last `period` numbers, weights 1, 2 … `period`, the newest weighing most."""

    __slots__ = ("_ramp",)

    def __init__(self, period: int):
        self._ramp = RollingRamp(period)

    def push(self, value: float) -> float:
        if value != value:
            return value
        self._ramp.push(value)
        return self._ramp.weighted_mean()


class SeededMean:
    """Starts from the simple mean of `period` numbers, then moves towards each new one by `weight`.

    With `skipped`, the first numbers are left out of that start (see macd.py).
    """

    __slots__ = ("_period", "_weight", "_waiting", "_seen", "_sum", "_value")

    def __init__(self, period: int, weight: float, skipped: int = 0):
        self._period = period
        self._weight = weight
        self._waiting = skipped
        self._seen = 0
        self._sum = 0.0
        self._value = math.nan

    def push(self, value: float) -> float:
        if value != value:
            return value
        if self._seen >= self._period:
            before = self._value
            self._value = after = before + self._weight * (value - before)
            return after
        if self._waiting > 0:
            self._waiting -= 1
        else:
            self._sum += value
            self._seen += 1
            if self._seen == self._period:
                self._value = self._sum / self._period
        return self._value


class ExponentialMean(SeededMean):
    """Exponential mean with the weight 2 / (period + 1)."""

    __slots__ = ()

    def __init__(self, period: int, skipped: int = 0):
        super().__init__(period, 2 / (period + 1), skipped)


class WilderMean(SeededMean):
    """Wilder's mean: (old * (period - 1) + new) / period."""

    __slots__ = ()

    def __init__(self, period: int):
        super().__init__(period, 1 / period)
