"""What an indicator is. The twin of shared/indicators/indicator.ts."""

import math
from typing import Any, Protocol

from .whole_columns import table_of


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

    def over(self, data: Any) -> Any:
        """The values over a whole table, as `update` would give them row by row.

        `data` is the run's table with open, high, low, close and volume, or Bars. The answer has as
        many rows: one column, or of an indicator with several lines a table, `value` first. For an
        indicator that was not updated yet: `adx(14).over(data)["plus"]`.
        """
        table = table_of(data)
        lines = {"value": self, **self.lines()}
        seen: dict[str, list[float]] = {name: [] for name in lines}
        steps = [(line, seen[name].append) for name, line in lines.items()]
        for bar in table.bars():
            self.update(bar)
            for line, append in steps:
                append(line.value)
        return table.answer(seen)

    def lines(self) -> dict[str, Line]:
        """The further outputs, by their names."""
        names = (name for kind in type(self).__mro__ for name in getattr(kind, "__slots__", ()))
        return {
            name: getattr(self, name)
            for name in names
            if not name.startswith("_") and isinstance(getattr(self, name), Line)
        }

    def _next(self, bar: Bar) -> float:
        raise NotImplementedError
