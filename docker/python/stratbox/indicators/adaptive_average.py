"""Kaufman's adaptive average. The twin of shared/indicators/adaptive-average.ts."""

import math

from .checks import check_field, check_period
from .filter import Filter
from .filtered_price import FilteredPrice
from .indicator import Indicator
from .rolling_sum import RollingSum
from .rolling_window import RollingWindow

FASTEST = 2 / (2 + 1)
SLOWEST = 2 / (30 + 1)


class _AdaptiveMean(Filter):
    __slots__ = ("_window", "_path", "_last", "_value")

    def __init__(self, period: int):
        self._window = RollingWindow(period)
        self._path = RollingSum(period)
        self._last = math.nan
        self._value = math.nan

    def push(self, value: float) -> float:
        path = self._path.push(abs(value - self._last))
        change = value - self._window.push(value)
        if path != path:
            self._last = value
            return math.nan
        if self._value != self._value:
            self._value = self._last
        # A straight or an unmoving path counts as fully efficient, as in TA-Lib.
        efficiency = 1.0 if path <= abs(change) else abs(change) / path
        root = efficiency * (FASTEST - SLOWEST) + SLOWEST
        self._value += root * root * (value - self._value)
        self._last = value
        return self._value


def kama(period: int, source: str = "close") -> Indicator:
    """Kaufman's adaptive moving average (1995) with his constants 2 and 30, in price units.

    From bar `period` on. It starts from the price before its first value, as TA-Lib's KAMA.
    """
    mean = _AdaptiveMean(check_period("kama", period))
    return FilteredPrice(mean, check_field("kama", source))
