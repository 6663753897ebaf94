"""One column of the bars through one filter: most averages are no more than this."""

from operator import attrgetter
from typing import Any

from .indicator import Bar, Indicator
from .smoothing import Filter
from .whole_columns import one_column_of


class FilteredPrice(Indicator):
    __slots__ = ("filter", "field", "_push", "_price")

    def __init__(self, the_filter: Filter, field: str):
        super().__init__()
        self.filter = the_filter
        self.field = field
        self._push = the_filter.push
        self._price = attrgetter(field)

    def update(self, bar: Bar) -> None:
        self.previous = self.value
        self.value = self._push(self._price(bar))

    def over(self, data: Any) -> Any:
        """As every indicator's; of a single column too: `sma(20).over(data["close"])`."""
        table = one_column_of(data, self.field)
        values = [self._push(price) for price in table.column(self.field)]
        for value in values[-2:]:
            self.advance(value)
        return table.answer({"value": values})
