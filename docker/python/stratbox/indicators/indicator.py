"""What an indicator is. The twin of shared/indicators/indicator.ts."""

import math
from operator import attrgetter
from typing import Any, Protocol

import numpy as np

from .whole_columns import Table, one_column_of, table_of


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

        `data` is the run's table with open, high, low, close and volume, or Bars; an indicator of
        one column takes that alone as well: `sma(20).over(data["close"])`. The answer has as many
        rows: one column, or of an indicator with several lines a table, `value` first:
        `adx(14).over(data)["plus"]`. For an indicator that was not updated yet.
        """
        return self._over(table_of(data))

    def _over(self, table: Table) -> Any:
        further = list(self.lines())
        values = attrgetter("value", *(f"{name}.value" for name in further))
        update, seen = self.update, []
        for bar in table.bars():
            update(bar)
            seen.append(values(self))
        return table.answer(["value", *further], np.array(seen))

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


class OneColumn(Indicator):
    """An indicator that reads one column of the bars, its `field`."""

    __slots__ = ("field", "_price")

    def __init__(self, field: str):
        super().__init__()
        self.field = field
        self._price = attrgetter(field)

    def over(self, data: Any) -> Any:
        return self._over(one_column_of(data, self.field))
