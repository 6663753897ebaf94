"""The orders that close what an order opened. The twin of shared/engine/exits.ts."""

from .arithmetic import sign
from .decision import Decision, number_of
from .order import Order
from .result import Fill


def create_exits(entry: Order, fill: Fill) -> list[Order]:
    """The take-profit and the stop-loss for a fill of `entry`, each cancelling the other.

    They close the filled quantity and never open a position of their own. Terms given as shares
    count from the fill price, costs in it, in the direction that the name says.
    """
    terms = entry.exits
    if terms is None:
        return []
    price, quantity = fill.price, fill.quantity
    direction = sign(quantity)
    group: list[Order] = []

    def add(number: int, name: str, order_type: str, term: str, level: float) -> None:
        decision: Decision = {
            "bar": entry.decision_bar,
            "kind": "quantity",
            "amount": -quantity,
            "type": order_type,
            term: level,
        }
        if entry.tag is not None:
            decision["tag"] = f"{entry.tag} {name}"[:64]
        order = Order(decision, entry.id + number, entry.symbol, -direction)
        order.closes = entry
        order.group = group
        group.append(order)

    take_profit = number_of(terms, "takeProfit")
    if take_profit is None:
        take_profit = _share(price, direction, number_of(terms, "takeProfitPercent"))
    stop_loss = number_of(terms, "stopLoss")
    if stop_loss is None:
        stop_loss = _share(price, -direction, number_of(terms, "stopLossPercent"))
    if take_profit is not None:
        add(1, "take-profit", "limit", "limit", take_profit)
    if stop_loss is not None:
        add(2, "stop-loss", "stop", "stop", stop_loss)
    return group


def _share(price: float, direction: float, percent: float | None) -> float | None:
    return None if percent is None else price * (1 + direction * percent)
