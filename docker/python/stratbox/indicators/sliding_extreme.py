"""The greatest or least of the last numbers. The twin of shared/indicators/sliding-extreme.ts."""

import math
from collections import deque

import numpy as np
import pandas as pd

from .filter import Filter, without_missing


class SlidingExtreme(Filter):
    """The greatest (sign 1) or least (sign -1) of the last `period` numbers, by a monotonic queue.

    Each number enters and leaves once. The queue holds, best first, the numbers that can still
    become the extreme; of equals the newest counts.
    """

    __slots__ = ("_period", "_sign", "_queue", "_seen")

    def __init__(self, period: int, sign: int):
        self._period = period
        self._sign = sign
        self._queue: deque[tuple[float, int]] = deque()
        self._seen = 0

    def push(self, value: float) -> float:
        if value != value:
            return value
        queue, seen = self._queue, self._seen
        if queue and queue[0][1] <= seen - self._period:
            queue.popleft()
        signed = value * self._sign
        while queue and queue[-1][0] <= signed:
            queue.pop()
        queue.append((signed, seen))
        self._seen = seen + 1
        return queue[0][0] * self._sign if seen + 1 >= self._period else math.nan

    def push_all(self, values: np.ndarray) -> np.ndarray:
        return without_missing(values, self._extremes)

    def _extremes(self, values: np.ndarray) -> np.ndarray:
        window = pd.Series(values).rolling(self._period)
        return (window.max() if self._sign > 0 else window.min()).to_numpy()

    @property
    def ago(self) -> int:
        """How many numbers ago the extreme was pushed, 0 being the newest."""
        return self._seen - 1 - self._queue[0][1]
