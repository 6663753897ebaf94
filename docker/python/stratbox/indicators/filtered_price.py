"""One column of the bars through one filter: most averages are no more than this."""

from operator import attrgetter

from .indicator import Bar, Indicator
from .smoothing import Filter


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
