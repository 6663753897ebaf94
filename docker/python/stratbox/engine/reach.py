"""The prices at which nothing happens to the waiting orders. The twin of shared/engine/reach.ts."""

import math
from collections.abc import Sequence

from .cursor import MarketCursor
from .order import Order


class Reach:
    """Lets orders that rest far from the market cost a bar two comparisons, not a look at each."""

    __slots__ = ("below", "above", "restless")

    def __init__(self, instrument_count: int):
        # Of each instrument: a low at or below `below`, or a high at or above `above`, meets one.
        self.below = [-math.inf] * instrument_count
        self.above = [math.inf] * instrument_count
        # Some order wants to be looked at on every bar, whatever its prices.
        self.restless = False

    def measure(self, working: Sequence[Order], cursor: MarketCursor) -> None:
        """Takes the measure of the orders; it holds until one of them, or the list, changes."""
        below, above = self.below, self.above
        for symbol in range(len(below)):
            below[symbol] = -math.inf
            above[symbol] = math.inf
        self.restless = any(_is_restless(order, cursor) for order in working)
        if self.restless:
            return
        for order in working:
            symbol = order.symbol
            is_limit = order.type == "limit" or order.triggered
            price = order.limit if is_limit else order.stop
            if (order.side > 0) == is_limit:
                below[symbol] = max(below[symbol], price)
            else:
                above[symbol] = min(above[symbol], price)

    def is_touched(self, cursor: MarketCursor) -> bool:
        """True if the bar that is now must be worked."""
        if self.restless:
            return True
        rows = cursor.rows
        for symbol, has_bar in enumerate(cursor.fresh):
            if not has_bar:
                continue
            bars, row = cursor.bars_of(symbol), rows[symbol]
            if bars.low[row] <= self.below[symbol] or bars.high[row] >= self.above[symbol]:
                return True
        return False


def _is_restless(order: Order, cursor: MarketCursor) -> bool:
    """Market orders fill anywhere, trailing stops move, dates pass, finer bars have own prices."""
    rests = order.type in ("limit", "stop", "stop-limit")
    return not rests or order.good_until != math.inf or cursor.has_finer(order.symbol)
