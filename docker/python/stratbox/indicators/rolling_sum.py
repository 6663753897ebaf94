"""Sum and mean of the last numbers. The twin of shared/indicators/rolling-sum.ts."""

import math

import numpy as np

from .filter import in_rings, repeats


class RollingSum:
    """Sum and mean of the last `size` numbers, by one addition and one subtraction.

    What these lose to rounding does not pile up: a second sum starts from nothing each time the
    ring comes round and takes the first one's place at its end. A window of equal numbers has
    exactly their sum and mean, so that averages of a price that stands still never seem to cross
    it. A NaN is answered with NaN and not kept, so one filter may feed another while it warms up.
    """

    __slots__ = ("_length", "_values", "_position", "_size", "_sum", "_fresh", "_last", "_repeats")

    def __init__(self, size: int):
        self._length = size
        self._values = [0.0] * size
        self._position = 0
        # NaN until the window is full.
        self._size = math.nan
        self._sum = -0.0
        self._fresh = -0.0
        self._last = math.nan
        self._repeats = 0

    def push(self, value: float) -> float:
        """The sum with `value`; NaN while the window fills."""
        if value != value:
            return value
        level = self._take(value)
        if self._size != self._size:
            return math.nan
        return value * self._size if level else self._sum

    def push_mean(self, value: float) -> float:
        """Takes `value` as push does; the window's mean."""
        if value != value:
            return value
        return value if self._take(value) else self._sum / self._size

    def _take(self, value: float) -> bool:
        """Whether the window now holds nothing but `value`."""
        values, position = self._values, self._position
        self._sum += value - values[position]
        self._fresh += value
        values[position] = value
        position += 1
        if position == self._length:
            position = 0
            self._size = self._length
            self._sum = self._fresh
            self._fresh = -0.0
        self._position = position
        if value == self._last:
            self._repeats += 1
            return self._repeats >= self._length - 1
        self._repeats = 0
        self._last = value
        return False


def rolling_means(values: np.ndarray, size: int) -> np.ndarray:
    """What `push_mean` answers to each of these numbers, none of which is NaN."""
    ring = in_rings(values, size)
    # In each round: the sum of the round before, and then what each number changes in it.
    fresh = np.add.accumulate(ring, axis=1)[:, -1:]
    sums = np.full(ring.shape, np.nan)
    steps = np.concatenate((fresh[:-1], ring[1:] - ring[:-1]), axis=1)
    sums[1:] = np.add.accumulate(steps, axis=1)[:, 1:]
    sums[:, -1:] = fresh
    means = (sums / size).reshape(-1)[: len(values)]
    return np.where(repeats(values) >= size - 1, values, means)
