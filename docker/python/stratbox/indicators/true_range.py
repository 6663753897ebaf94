"""The parts of Wilder's true range. The twin of shared/indicators/true-range.ts."""

import math

import numpy as np

from .indicator import Bar
from .whole_columns import Table


class TrueRange:
    """The bar's range widened to the close before it.

    NaN on the first bar, which has no close before it: a NaN stays where it is the first of two
    that `max` or `min` compares.
    """

    __slots__ = ("high", "low", "_last_close")

    def __init__(self):
        self.high = math.nan
        self.low = math.nan
        self._last_close = math.nan

    def push(self, bar: Bar) -> float:
        last_close = self._last_close
        self.high = high = max(last_close, bar.high)
        self.low = low = min(last_close, bar.low)
        self._last_close = bar.close
        return high - low

    def push_all(self, table: Table) -> np.ndarray:
        """The range of every row of a table, as from its first bar on."""
        high, low, close = (table.column(name) for name in ("high", "low", "close"))
        last_close = np.concatenate(([np.nan], close))[: len(close)]
        return np.maximum(high, last_close) - np.minimum(low, last_close)
