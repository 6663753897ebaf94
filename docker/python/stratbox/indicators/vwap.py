"""Volume-weighted average price since a period began. The twin of shared/indicators/vwap.ts."""

from collections.abc import Callable

from .calendar_period import period_number
from .indicator import Bar, Indicator


class _VolumeWeightedPrice(Indicator):
    __slots__ = ("_number_of", "_period", "_money", "_volume")

    def __init__(self, number_of: Callable[[float], int]):
        super().__init__()
        self._number_of = number_of
        self._period: int | None = None
        self._money = 0.0
        self._volume = 0.0

    def _next(self, bar: Bar) -> float:
        period = self._number_of(bar.time)
        if period != self._period:
            self._period = period
            self._money = 0.0
            self._volume = 0.0
        typical = (bar.high + bar.low + bar.close) / 3
        self._money += typical * bar.volume
        self._volume += bar.volume
        return typical if self._volume == 0 else self._money / self._volume


def vwap(period: str = "day") -> Indicator:
    """Volume-weighted average price since the UTC day, week or month began, from typical prices.

    The typical price itself until volume was traded. For a moving window see vwma. Not in TA-Lib.
    From the first bar on.
    """
    return _VolumeWeightedPrice(period_number("vwap", period))
