"""How old the extremes are. The twin of shared/indicators/aroon.ts."""

import math

from .checks import check_period
from .indicator import Bar, Indicator, Line
from .sliding_extreme import SlidingExtreme


class Aroon(Indicator):
    __slots__ = ("up", "down", "_period", "_high", "_low")

    def __init__(self, period: int):
        super().__init__()
        self.up = Line()
        self.down = Line()
        self._period = period
        self._high = SlidingExtreme(period + 1, 1)
        self._low = SlidingExtreme(period + 1, -1)

    def _next(self, bar: Bar) -> float:
        both = self._high.push(bar.high) + self._low.push(bar.low)
        ready = both == both
        self.up.advance(self._freshness(self._high.ago) if ready else math.nan)
        self.down.advance(self._freshness(self._low.ago) if ready else math.nan)
        return self.up.value - self.down.value

    def _freshness(self, ago: int) -> float:
        return (100 * (self._period - ago)) / self._period


def aroon(period: int = 14) -> Aroon:
    """Chande's Aroon (1995): the oscillator up - down, -100 to 100; from bar `period` on.

    `up` is 100 when the highest high of `period + 1` bars is this bar's and 0 when it is `period`
    bars old, `down` the same for the lowest low. Of equal extremes the newest counts, as in
    TA-Lib's AROON.
    """
    return Aroon(check_period("aroon", period))
