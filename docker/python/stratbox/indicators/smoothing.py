"""Means as filters. The twin of shared/indicators/smoothing.ts."""

import math
from itertools import accumulate

import numpy as np

from .filter import Filter, without_missing
from .rolling_ramp import RollingRamp
from .rolling_sum import RollingSum, rolling_means


class SimpleMean(Filter):
    """The mean of the last `period` numbers."""

    __slots__ = ("push", "_period")

    def __init__(self, period: int):
        self.push = RollingSum(period).push_mean
        self._period = period

    def push_all(self, values: np.ndarray) -> np.ndarray:
        return without_missing(values, lambda there: rolling_means(there, self._period))


class WeightedMean(Filter):
    """The mean of the last `period` numbers, weights 1, 2 … `period`, the newest weighing most."""

    __slots__ = ("_ramp",)

    def __init__(self, period: int):
        self._ramp = RollingRamp(period)

    def push(self, value: float) -> float:
        if value != value:
            return value
        self._ramp.push(value)
        return self._ramp.weighted_mean()


class SeededMean(Filter):
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

    def push_all(self, values: np.ndarray) -> np.ndarray:
        return without_missing(values, self._means)

    def _means(self, values: np.ndarray) -> np.ndarray:
        first, weight = self._waiting + self._period, self._weight
        means = np.full(len(values), np.nan)
        if len(values) >= first:
            # Not `sum`, which rounds otherwise.
            seed = np.add.accumulate(values[self._waiting : first])[-1] / self._period
            rest = values[first:].tolist()
            moved = accumulate(
                rest, lambda mean, value: mean + weight * (value - mean), initial=float(seed)
            )
            means[first - 1 :] = list(moved)
        return means


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
