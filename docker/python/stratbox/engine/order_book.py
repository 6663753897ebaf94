"""The orders that wait. The twin of shared/engine/order-book.ts."""

import math

from .account import Account
from .arithmetic import divide, sign
from .cursor import MarketCursor
from .decision import Decision, number_of
from .exits import create_exits
from .order import Order
from .order_terms import has_exits
from .result import Fill

#: More than any strategy needs, and few enough to look at on every bar.
MAXIMUM_WORKING_ORDERS = 1000


class OrderBook:
    """The orders that wait, in the order in which they were given; decisions change it."""

    __slots__ = ("working", "changed", "_account", "_last_number")

    def __init__(self, account: Account):
        self.working: list[Order] = []
        # An order came, went or changed since the broker last looked at all of them.
        self.changed = True
        self._account = account
        self._last_number = 0

    def take(self, decision: Decision, cursor: MarketCursor) -> Order | None:
        """Carries a decision out. Returns the order that it gave, if it gave one."""
        self.changed = True
        kind = decision["kind"]
        if kind == "cancel":
            self._cancel(decision)
        elif kind == "modify":
            self._modify(decision)
        elif kind == "one-cancels-other":
            self._link(decision)
        else:
            return self._give(decision, cursor)
        return None

    def add(self, decision: Decision, symbol: int) -> Order:
        """Adds an order of the engine's own, such as a liquidation."""
        side = sign(-self._account.positions[symbol])
        order = Order(decision, self._next_number(), symbol, side)
        order.forced = True
        self.changed = True
        self.working.append(order)
        return order

    def add_exits(self, entry: Order, fill: Fill) -> None:
        """Sets up, or enlarges after a further fill, the orders that close what `entry` opened."""
        earlier = [
            order for order in self.working if order.closes is entry and order.status == "working"
        ]
        if not earlier:
            self.working.extend(create_exits(entry, fill))
        for order in earlier:
            order.amount -= fill.quantity

    def end_group(self, order: Order, quantity: float) -> None:
        """A fill ends the others of its group. An exit filled in part leaves them the rest."""
        leaves_rest = order.closes is not None and order.status == "working"
        for other in order.group:
            if other is order or other.status != "working":
                continue
            if leaves_rest and other.closes is order.closes:
                other.amount -= quantity
            else:
                other.status = "cancelled"

    def end_idle_exits(self, symbol: int) -> None:
        """Exits whose position is gone, or has turned, have nothing left to close."""
        held = self._account.positions[symbol]
        for order in self.working:
            if order.closes is None or order.symbol != symbol or not held * order.side >= 0:
                continue
            if order.status == "working":
                order.status = "cancelled"

    def sweep(self) -> None:
        self.changed = True
        self.working[:] = [order for order in self.working if order.status == "working"]

    def _give(self, decision: Decision, cursor: MarketCursor) -> Order:
        name = decision.get("symbol")
        symbol = 0 if name is None else cursor.symbols.index(name) if name in cursor.symbols else -1
        side = self._side_of(decision, max(0, symbol))
        order = Order(decision, self._next_number(), symbol, side)
        if has_exits(decision):
            order.exits = decision
            self._last_number += 2
        has_no_side = side == 0 and order.type not in ("market", "market-on-close")
        if symbol < 0 or has_no_side or len(self.working) >= MAXIMUM_WORKING_ORDERS:
            order.status = "rejected"
            return order
        # An instrument that had no bar yet has no price to trail from: its mark is 0.
        if order.type == "trailing-stop":
            order.best = self._account.marks[symbol] or math.nan
        self.working.append(order)
        return order

    def _side_of(self, decision: Decision, symbol: int) -> float:
        """A priced order by target needs a side before it is sized: what the target asks now."""
        kind, amount = decision["kind"], float(decision["amount"])
        if kind in ("quantity", "available"):
            return sign(amount)
        if decision.get("type", "market") in ("market", "market-on-close"):
            return 0.0
        account = self._account
        held = account.positions[symbol]
        if kind == "target-quantity":
            return sign(amount - held)
        equity = account.value()
        return sign(amount - divide(held * account.marks[symbol], equity))

    def _cancel(self, decision: Decision) -> None:
        order = self._find(decision["order"])
        if order is not None:
            order.status = "cancelled"
            self.sweep()

    def _modify(self, decision: Decision) -> None:
        self._modify_exits(decision)
        order = next((each for each in self.working if each.id == decision["order"]), None)
        if order is None or order.forced:
            return
        limit, stop = number_of(decision, "limit"), number_of(decision, "stop")
        if limit is not None and not math.isnan(order.limit):
            order.limit = limit
        if stop is not None and not math.isnan(order.stop):
            order.stop = stop
        if order.type == "trailing-stop" and (
            "trailAmount" in decision or "trailPercent" in decision
        ):
            order.trail_amount = float(decision.get("trailAmount", math.nan))
            order.trail_percent = float(decision.get("trailPercent", math.nan))
        quantity = number_of(decision, "quantity")
        if quantity is not None and order.kind == "quantity":
            order.amount = order.side * quantity

    def _modify_exits(self, decision: Decision) -> None:
        """Changes an order's exits, waiting or to come."""
        take_profit = number_of(decision, "takeProfit")
        stop_loss = number_of(decision, "stopLoss")
        if take_profit is None and stop_loss is None:
            return
        for waiting in self.working:
            if waiting.closes is not None and waiting.closes.id == decision["order"]:
                if waiting.is_stop:
                    waiting.stop = waiting.stop if stop_loss is None else stop_loss
                else:
                    waiting.limit = waiting.limit if take_profit is None else take_profit
            elif waiting.id == decision["order"] and waiting.exits is not None:
                waiting.exits = _changed_exits(waiting.exits, take_profit, stop_loss)

    def _link(self, decision: Decision) -> None:
        found = [self._find(number) for number in decision["orders"]]
        group = [order for order in found if order is not None]
        for order in group:
            order.group = group

    def _find(self, number: int) -> Order | None:
        for order in self.working:
            if order.id == number and order.status == "working" and not order.forced:
                return order
        return None

    def _next_number(self) -> int:
        self._last_number += 1
        return self._last_number


def _changed_exits(exits: Decision, take_profit: float | None, stop_loss: float | None) -> Decision:
    """A price goes before a share that was given earlier."""
    changed = dict(exits)
    if take_profit is not None:
        changed["takeProfit"] = take_profit
    if stop_loss is not None:
        changed["stopLoss"] = stop_loss
    return changed
