"""Mean and variance of the last numbers. The twin of shared/indicators/rolling-variance.ts."""

import math

import numpy as np

from .filter import Filter, in_rings, repeats


class RollingVariance(Filter):
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

    def push_all(self, values: np.ndarray) -> np.ndarray:
        return self.means_and_variances(values)[1]

    def means_and_variances(self, values: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """The mean and the variance with each of these numbers, none of which is NaN."""
        size = self._size
        ring = in_rings(values, size)
        # As at the end of each round, where the sums are renewed …
        shifts = np.repeat(ring[:, -1:], size, axis=1)
        renewed = ring - shifts
        # … and as within the round after, from these on: an old number leaves, a new one comes.
        leaving, coming = ring[:-1] - shifts[:-1], ring[1:] - shifts[:-1]
        sums = _moved(renewed, -leaving, coming)
        squares = _moved(renewed * renewed, -(leaving * leaving), coming * coming)
        shifts[1:, :-1] = shifts[:-1, :-1]
        means = sums / size
        variances = np.maximum(squares / size - means * means, 0.0)
        level = repeats(values) >= size - 1
        means = (shifts + means).reshape(-1)[: len(values)]
        variances = variances.reshape(-1)[: len(values)]
        return np.where(level, values, means), np.where(level, 0.0, variances)

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


def _moved(renewed: np.ndarray, leaving: np.ndarray, coming: np.ndarray) -> np.ndarray:
    """Each round's running sum, from that of the round before on; renewed at the round's end."""
    totals = np.add.accumulate(renewed, axis=1)[:, -1:]
    steps = np.stack((leaving, coming), axis=2).reshape(len(leaving), 2 * renewed.shape[1])
    sums = np.full(renewed.shape, np.nan)
    sums[1:] = np.add.accumulate(np.concatenate((totals[:-1], steps), axis=1), axis=1)[:, 2::2]
    sums[:, -1:] = totals
    return sums
