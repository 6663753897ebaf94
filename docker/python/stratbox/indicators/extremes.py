"""Highest and lowest of a window. The twin of shared/indicators/extremes.ts."""

from operator import attrgetter

from .checks import check_field, check_period
from .filtered_price import FilteredPrice
from .indicator import Bar, Indicator
from .sliding_extreme import SlidingExtreme


class _MiddleOfRange(Indicator):
    """Half way between the highest of one column and the lowest of another."""

    __slots__ = ("_high", "_low", "_high_price", "_low_price")

    def __init__(self, period: int, high_field: str, low_field: str):
        super().__init__()
        self._high = SlidingExtreme(period, 1)
        self._low = SlidingExtreme(period, -1)
        self._high_price = attrgetter(high_field)
        self._low_price = attrgetter(low_field)

    def _next(self, bar: Bar) -> float:
        return (self._high.push(self._high_price(bar)) + self._low.push(self._low_price(bar))) / 2


def highest(period: int, source: str = "high") -> Indicator:
    """Highest value of the last `period` bars, this one included; from bar `period - 1` on.

    For a breakout compare with `previous`. As TA-Lib's MAX.
    """
    extreme = SlidingExtreme(check_period("highest", period), 1)
    return FilteredPrice(extreme, check_field("highest", source))


def lowest(period: int, source: str = "low") -> Indicator:
    """Lowest value of the last `period` bars, this one included; from bar `period - 1` on.

    For a breakout compare with `previous`. As TA-Lib's MIN.
    """
    extreme = SlidingExtreme(check_period("lowest", period), -1)
    return FilteredPrice(extreme, check_field("lowest", source))


def midpoint(period: int, source: str = "close") -> Indicator:
    """Mean of one column's highest and lowest value, in its units; from bar `period - 1` on.

    As TA-Lib's MIDPOINT.
    """
    field = check_field("midpoint", source)
    return _MiddleOfRange(check_period("midpoint", period), field, field)


def mid_price(period: int) -> Indicator:
    """Mean of the highest high and the lowest low, in price units; from bar `period - 1` on.

    As TA-Lib's MIDPRICE.
    """
    return _MiddleOfRange(check_period("mid_price", period), "high", "low")
