"""The parts of Wilder's true range. The twin of shared/indicators/true-range.ts."""

import math

from .indicator import Bar


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
