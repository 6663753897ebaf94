"""How two columns move together. The twin of shared/indicators/correlation.ts."""

import math
from operator import attrgetter

from .checks import check_field, check_period
from .indicator import Bar, Indicator
from .rolling_variance import RollingVariance
from .rolling_window import RollingWindow


class _Correlation(Indicator):
    """Covariance by the means of rolling_variance.py: distances, summed afresh once a round."""

    __slots__ = (
        "_first_price",
        "_second_price",
        "_first",
        "_second",
        "_first_variance",
        "_second_variance",
        "_first_shift",
        "_second_shift",
        "_products",
        "_round",
    )

    def __init__(self, period: int, first: str, second: str):
        super().__init__()
        self._first_price = attrgetter(first)
        self._second_price = attrgetter(second)
        self._first = RollingWindow(period)
        self._second = RollingWindow(period)
        self._first_variance = RollingVariance(period)
        self._second_variance = RollingVariance(period)
        self._first_shift = math.nan
        self._second_shift = math.nan
        self._products = 0.0
        self._round = 0

    def _next(self, bar: Bar) -> float:
        first, second = self._first_price(bar), self._second_price(bar)
        variances = self._first_variance.push(first) * self._second_variance.push(second)
        self._slide(first, second)
        if variances != variances:
            return math.nan
        if variances <= 0:
            return 0.0
        first_mean = self._first_variance.mean - self._first_shift
        second_mean = self._second_variance.mean - self._second_shift
        covariance = self._products / self._first.size - first_mean * second_mean
        return max(-1.0, min(1.0, covariance / math.sqrt(variances)))

    def _slide(self, first: float, second: float) -> None:
        old_first = self._first.push(first)
        old_second = self._second.push(second)
        if self._round == 0:
            self._first_shift = first
            self._second_shift = second
            self._products = 0.0
            for ago in range(self._first.size if self._first.full else 0):
                self._products += self._product(self._first.at(ago), self._second.at(ago))
        else:
            if old_first == old_first:
                self._products -= self._product(old_first, old_second)
            self._products += self._product(first, second)
        self._round = 0 if self._round + 1 == self._first.size else self._round + 1

    def _product(self, first: float, second: float) -> float:
        return (first - self._first_shift) * (second - self._second_shift)


def correlation(period: int, first: str = "close", second: str = "volume") -> Indicator:
    """Pearson's correlation, -1 to 1, of two columns over the last `period` bars.

    0 while one of them does not move. From bar `period - 1` on. As TA-Lib's CORREL, with the digits
    that it loses (see variance).
    """
    return _Correlation(
        check_period("correlation", period, 2),
        check_field("correlation", first, "first"),
        check_field("correlation", second, "second"),
    )
