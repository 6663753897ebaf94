"""Mean and variance of the last numbers. The twin of shared/indicators/rolling-variance.ts."""

import math


class RollingVariance:
    """Mean and population variance (ddof 0) of the last `size` numbers.

    The numbers are summed as distances from one of them, renewed each time the ring comes round, so
    prices that are large beside their movement keep their digits; the variance of equal numbers is
    exactly 0.
    """

    __slots__ = (
        "mean",
        "_size",
        "_values",
        "_position",
        "_full",
        "_shift",
        "_sum",
        "_squares",
        "_equal",
        "_last",
    )

    def __init__(self, size: int):
        self.mean = math.nan
        self._size = size
        self._values = [0.0] * size
        self._position = 0
        self._full = False
        self._shift = math.nan
        self._sum = 0.0
        self._squares = 0.0
        self._equal = 0
        self._last = math.nan

    def push(self, value: float) -> float:
        """The variance with `value`; NaN while the window fills."""
        shift = self._shift
        if shift != shift:
            self._shift = shift = value
        self._equal = self._equal + 1 if value == self._last else 1
        self._last = value
        position = self._position
        if self._full:
            distance = self._values[position] - shift
            self._sum -= distance
            self._squares -= distance * distance
        distance = value - shift
        self._sum += distance
        self._squares += distance * distance
        self._values[position] = value
        self._position = position + 1
        if self._position == self._size:
            self._renew(value)
        return self._variance(value) if self._full else math.nan

    def _renew(self, shift: float) -> None:
        self._position = 0
        self._full = True
        self._shift = shift
        total = squares = 0.0
        for value in self._values:
            distance = value - shift
            total += distance
            squares += distance * distance
        self._sum = total
        self._squares = squares

    def _variance(self, value: float) -> float:
        if self._equal >= self._size:
            self.mean = value
            return 0.0
        mean = self._sum / self._size
        self.mean = self._shift + mean
        return max(self._squares / self._size - mean * mean, 0.0)
