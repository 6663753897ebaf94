"""What an indicator is. The twin of shared/indicators/indicator.ts."""

import math
from typing import Protocol


class Bar(Protocol):
    """One bar's numbers; `time` is its start in milliseconds since 1970-01-01 UTC."""

    time: float
    open: float
    high: float
    low: float
    close: float
    volume: float


class Line:
    """A number that changes from bar to bar: an indicator, or one output of an indicator."""

    __slots__ = ("value", "previous")

    def __init__(self):
        #: NaN until enough bars were seen.
        self.value = math.nan
        #: The value one bar earlier.
        self.previous = math.nan

    def advance(self, value: float) -> None:
        self.previous = self.value
        self.value = value


class Indicator(Line):
    """A streaming indicator; a family supplies the arithmetic of the next value.

    What it costs a bar does not grow with the bars seen.
    """

    __slots__ = ()

    def update(self, bar: Bar) -> None:
        self.previous = self.value
        self.value = self._next(bar)

    def _next(self, bar: Bar) -> float:
        raise NotImplementedError
