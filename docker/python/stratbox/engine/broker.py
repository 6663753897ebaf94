"""Takes the waiting orders through a bar. The twin of shared/engine/broker.ts."""

import math
from collections.abc import Callable, Sequence

from ..bars.bars import PlainColumns
from .account import Account
from .cursor import MarketCursor
from .execution import Execution
from .match import is_reached, price_at_open, price_in_entry_bar, price_within, trail
from .order import Order
from .order_book import OrderBook
from .reach import Reach

MAXIMUM_LOOKS = 20_000_000


class Broker:
    """First what can fill at the open, in the order in which it was given; then stops; then limits.

    Orders for the close come last. Of two that the same bar reaches the worse is assumed. Finer
    bars, where there are any, take the place of that assumption.
    """

    __slots__ = ("_account", "_book", "_execution", "_reach", "cursor", "_bar", "_looks")

    def __init__(
        self, account: Account, book: OrderBook, execution: Execution, cursor: MarketCursor
    ):
        self._account = account
        self._book = book
        self._execution = execution
        self._reach = Reach(len(cursor.symbols))
        self.cursor = cursor
        self._bar = 0
        self._looks = 0

    def work_bar(self, bar: int) -> None:
        """Works the orders given before this bar."""
        self._bar = bar
        book = self._book
        if book.changed:
            self._count_looks()
            self._reach.measure(book.working, self.cursor)
            book.changed = False
        if self._reach.is_touched(self.cursor):
            self._work_touched()

    def _work_touched(self) -> None:
        working = self._book.working
        self._count_looks()
        rests = any(order.type != "market" or order.good_until != math.inf for order in working)
        if rests:
            self._expire()
        self._fill_at_open()
        # Exits of what was filled at the open make more than market orders wait.
        if rests or any(order.type != "market" for order in working):
            self._work_rest()
        self._book.sweep()

    def _count_looks(self) -> None:
        """What a run's decisions cost the host is bounded, by the same count on both sides."""
        self._looks += len(self._book.working)
        if self._looks > MAXIMUM_LOOKS:
            raise ValueError("The waiting orders of this run were looked at over 20 million times")

    def _work_rest(self) -> None:
        for symbol, has_bar in enumerate(self.cursor.fresh):
            if has_bar:
                self._work_within(symbol)
        if any(order.type == "market-on-close" for order in self._book.working):
            self._fill_at_close(lambda order: order.type == "market-on-close")

    def fill_decided_now(self, bar: int) -> None:
        """Fills at this close the market orders that were decided at it."""
        self._bar = bar
        self._fill_at_close(lambda order: order.type == "market" and order.decision_bar == bar)
        self._book.sweep()

    def liquidate(self, bar: int, prices: Sequence[Sequence[float]]) -> None:
        """Ends every waiting order and closes every position that has a bar now, at its price."""
        self._bar = bar
        cursor = self.cursor
        for order in self._book.working:
            order.status = "expired"
        for symbol, held in enumerate(self._account.positions):
            if held == 0:
                continue
            order = self._closing(bar, symbol, "end of data")
            if cursor.fresh[symbol]:
                self._execute(order, prices[symbol][cursor.rows[symbol]], False)
            else:
                order.status = "rejected"
        self._book.sweep()

    def call_margin(self, bar: int) -> None:
        """Replaces the waiting orders by ones that close all positions as soon as they can fill."""
        working = self._book.working
        if any(order.forced for order in working):
            return
        for order in working:
            order.status = "cancelled"
        for symbol, held in enumerate(self._account.positions):
            if held != 0:
                self._closing(bar, symbol, "margin call")
        self._book.sweep()

    def end_of_data(self) -> None:
        for order in self._book.working:
            order.status = "expired"
        self._book.sweep()

    def _closing(self, bar: int, symbol: int, tag: str) -> Order:
        decision = {"bar": bar, "kind": "target-quantity", "amount": 0.0, "tag": tag}
        return self._book.add(decision, symbol)

    def _expire(self) -> None:
        for order in self._book.working:
            if order.good_until == "day":
                self._expire_day(order)
            elif self.cursor.time > order.good_until:
                order.status = "expired"

    def _expire_day(self, order: Order) -> None:
        if not self.cursor.fresh[order.symbol]:
            return
        session = self.cursor.session
        if order.session is None:
            order.session = session
        elif session != order.session:
            order.status = "expired"

    def _fill_reductions_at_open(self) -> None:
        """Of orders by share of equity, those that make a position smaller fill first.

        Their proceeds pay for the others, whatever prices did since the decision. An instrument's
        own orders keep their order.
        """
        first: dict[int, Order] = {}
        for order in self._book.working:
            first.setdefault(order.symbol, order)
        for order in first.values():
            if order.kind != "target-percent" or order.type != "market":
                continue
            if not order.is_due(self._bar) or not self.cursor.fresh[order.symbol]:
                continue
            open_price = self._open(order.symbol)
            if self._execution.reduces(order, open_price, self.cursor):
                self._execute(order, open_price, False)

    def _fill_at_open(self) -> None:
        working = self._book.working
        fresh = self.cursor.fresh
        if len(working) > 1 and len(fresh) > 1:
            self._fill_reductions_at_open()
        # Exits of what fills here join the end of the list and meet this open too.
        for order in working:
            if not order.is_due(self._bar) or not fresh[order.symbol]:
                continue
            price = price_at_open(order, self._open(order.symbol))
            if price is not None:
                self._execute(order, price, False)

    def _work_within(self, symbol: int) -> None:
        if not any(
            order.symbol == symbol and order.status == "working" and order.type != "market"
            for order in self._book.working
        ):
            return
        within = self.cursor.finer_rows(symbol)
        if within is None:
            self._work_path(symbol, self.cursor.bars_of(symbol), self.cursor.rows[symbol])
            return
        finer, start, end = within
        for row in range(start, end):
            if row > start:
                self._gap(symbol, finer.open[row])
            self._work_path(symbol, finer, row)

    def _gap(self, symbol: int, open_price: float) -> None:
        """Between two finer bars a price may jump past an order, as between two bars."""
        # Exits of what fills here join the end of the list and meet this open too.
        for order in self._book.working:
            if order.symbol != symbol or order.status != "working" or order.type == "market":
                continue
            price = price_at_open(order, open_price)
            if price is not None:
                self._execute(order, price, False)

    def _work_path(self, symbol: int, bars: PlainColumns, row: int) -> None:
        high, low, close = bars.high[row], bars.low[row], bars.close[row]
        candidates = [order for order in self._book.working if order.symbol == symbol]
        for stops in (True, False):
            for order in candidates:
                if order.is_stop != stops or not order.is_due(self._bar):
                    continue
                price = price_within(order, high, low)
                if price is None:
                    continue
                assumed = _sibling_reached(order, high, low)
                if self._execute(order, price, assumed) != 0:
                    self._work_exits(order, price, high, low, close)
        for order in candidates:
            trail(order, high, low)

    def _work_exits(
        self, entry: Order, price: float, high: float, low: float, close: float
    ) -> None:
        """Tests, in the rest of the bar in which `entry` filled, the exits that it brought."""
        exits = [order for order in self._book.working if order.closes is entry]
        exits.sort(key=lambda order: not order.is_stop)
        for order in exits:
            if not order.is_due(self._bar):
                continue
            by_limit = entry.type == "limit"
            met, assumed = price_in_entry_bar(order, price, by_limit, high, low, close)
            if met is None:
                continue
            assumed = assumed or (order.is_stop and _sibling_reached(order, high, low))
            self._execute(order, met, assumed)

    def _fill_at_close(self, is_due: Callable[[Order], bool]) -> None:
        cursor = self.cursor
        for order in list(self._book.working):
            symbol = order.symbol
            if not order.is_due(self._bar) or not is_due(order) or not cursor.fresh[symbol]:
                continue
            if order.type == "market-on-close" and not cursor.closes_session(symbol):
                continue
            self._execute(order, cursor.bars_of(symbol).close[cursor.rows[symbol]], False)

    def _execute(self, order: Order, price: float, assumed: bool) -> float:
        quantity = self._execution.execute(order, price, self.cursor, self._bar, assumed)
        if quantity == 0:
            return 0.0
        book = self._book
        self._count_looks()
        if order.group:
            book.end_group(order, quantity)
        if order.exits is not None:
            book.add_exits(order, self._execution.fills[-1])
        book.end_idle_exits(order.symbol)
        return quantity

    def _open(self, symbol: int) -> float:
        return self.cursor.bars_of(symbol).open[self.cursor.rows[symbol]]


def _sibling_reached(order: Order, high: float, low: float) -> bool:
    """True if the bar also reaches another order of the group: which came first is not known."""
    return any(
        other is not order and other.status == "working" and is_reached(other, high, low)
        for other in order.group
    )
