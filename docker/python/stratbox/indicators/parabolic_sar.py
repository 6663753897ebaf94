"""Wilder's parabolic stop and reverse. The twin of shared/indicators/parabolic-sar.ts."""

import math

from .checks import check_factor
from .indicator import Bar, Indicator, Line


class ParabolicSar(Indicator):
    #: `direction` is 1 while long, -1 while short.
    __slots__ = (
        "direction",
        "_step",
        "_maximum",
        "_long",
        "_acceleration",
        "_extreme",
        "_stop",
        "_last_high",
        "_last_low",
    )

    def __init__(self, step: float, maximum: float):
        super().__init__()
        self.direction = Line()
        self._step = min(step, maximum)
        self._maximum = maximum
        self._long = True
        self._acceleration = self._step
        self._extreme = math.nan
        self._stop = math.nan
        self._last_high = math.nan
        self._last_low = math.nan

    def _next(self, bar: Bar) -> float:
        high, low = bar.high, bar.low
        if math.isnan(self._stop) and not math.isnan(self._last_high):
            self._start(high, low)
        stop = self._follow(high, low)
        self.direction.advance(stop if stop != stop else 1.0 if self._long else -1.0)
        self._last_high = high
        self._last_low = low
        return stop

    def _start(self, high: float, low: float) -> None:
        """The first direction is that of the first movement; long unless it points down."""
        up = high - self._last_high
        down = self._last_low - low
        self._long = not (down > 0 and down > up)
        self._extreme = high if self._long else low
        self._stop = self._last_low if self._long else self._last_high
        # TA-Lib lets the first stop be bounded by the bar it starts on, not by the one before.
        self._last_high = high
        self._last_low = low

    def _follow(self, high: float, low: float) -> float:
        if math.isnan(self._stop):
            return math.nan
        touched = low <= self._stop if self._long else high >= self._stop
        if touched:
            self._turn(high, low)
        stop = self._stop
        further = high > self._extreme if self._long else low < self._extreme
        if not touched and further:
            self._extreme = high if self._long else low
            self._acceleration = min(self._acceleration + self._step, self._maximum)
        moved = stop + self._acceleration * (self._extreme - stop)
        self._stop = self._outside(moved, high, low)
        return stop

    def _turn(self, high: float, low: float) -> None:
        self._long = not self._long
        self._stop = self._outside(self._extreme, high, low)
        self._acceleration = self._step
        self._extreme = high if self._long else low

    def _outside(self, stop: float, high: float, low: float) -> float:
        """A stop never lies inside the range of this bar and the one before."""
        if self._long:
            return min(stop, low, self._last_low)
        return max(stop, high, self._last_high)


def parabolic_sar(step: float = 0.02, maximum: float = 0.2) -> ParabolicSar:
    """Wilder's parabolic stop and reverse (1978), in price units, from bar 1 on; as TA-Lib's SAR.

    `step` is the acceleration's start and increment, `maximum` its cap; the `direction` line is 1
    while long and -1 while short. It starts long unless the first directional movement points down,
    where Wilder left the choice to the trader.
    """
    step = check_factor("parabolic_sar", step, "step")
    return ParabolicSar(step, check_factor("parabolic_sar", maximum, "maximum"))
