"""One column of the bars through one filter: most averages are no more than this."""

from typing import Any

from .filter import Filter
from .indicator import Bar, OneColumn
from .whole_columns import Table


class FilteredPrice(OneColumn):
    __slots__ = ("filter", "_push")

    def __init__(self, the_filter: Filter, field: str):
        super().__init__(field)
        self.filter = the_filter
        self._push = the_filter.push

    def update(self, bar: Bar) -> None:
        self.previous = self.value
        self.value = self._push(self._price(bar))

    def _over(self, table: Table) -> Any:
        return table.answer(["value"], self.filter.push_all(table.column(self.field)))
