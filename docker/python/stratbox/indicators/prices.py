"""One bar's price. The twin of shared/indicators/prices.ts."""

from collections.abc import Callable

from .indicator import Bar, Indicator


class _DerivedPrice(Indicator):
    __slots__ = ("_next",)

    def __init__(self, price: Callable[[Bar], float]):
        super().__init__()
        self._next = price


def median_price() -> Indicator:
    """(high + low) / 2, from the first bar on. As TA-Lib's MEDPRICE."""
    return _DerivedPrice(lambda bar: (bar.high + bar.low) / 2)


def typical_price() -> Indicator:
    """(high + low + close) / 3, from the first bar on. As TA-Lib's TYPPRICE."""
    return _DerivedPrice(lambda bar: (bar.high + bar.low + bar.close) / 3)


def weighted_close() -> Indicator:
    """(high + low + 2 * close) / 4, from the first bar on. As TA-Lib's WCLPRICE."""
    return _DerivedPrice(lambda bar: (bar.high + bar.low + 2 * bar.close) / 4)


def average_price() -> Indicator:
    """(open + high + low + close) / 4, from the first bar on. As TA-Lib's AVGPRICE."""
    return _DerivedPrice(lambda bar: (bar.open + bar.high + bar.low + bar.close) / 4)


def balance_of_power() -> Indicator:
    """Balance of power (Livshin 2001), (close - open) / (high - low), -1 to 1; 0 without a range.

    From the first bar on. As TA-Lib's BOP.
    """
    return _DerivedPrice(
        lambda bar: 0.0 if bar.high == bar.low else (bar.close - bar.open) / (bar.high - bar.low)
    )
