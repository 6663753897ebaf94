"""When an order meets a bar. The twin of shared/engine/match.ts, where the conventions are argued.

Each function answers the price that the fill is based on, before slippage, or None.
"""

import math

from .order import Order


def price_at_open(order: Order, open_price: float) -> float | None:
    side = order.side
    kind = order.type
    if kind == "market":
        return open_price
    if kind == "limit":
        return open_price if side * open_price <= side * order.limit else None
    if kind in ("stop", "trailing-stop"):
        return open_price if side * open_price >= side * order.level else None
    if kind == "stop-limit":
        if side * open_price >= side * order.stop:
            order.triggered = True
        return open_price if order.triggered and side * open_price <= side * order.limit else None
    return None


def price_within(order: Order, high: float, low: float) -> float | None:
    side = order.side
    kind = order.type
    if kind == "limit":
        return _limit_within(order, high, low)
    if kind in ("stop", "trailing-stop"):
        level = order.level
        return level if side * (high if side > 0 else low) >= side * level else None
    if kind == "stop-limit":
        if order.triggered:
            return _limit_within(order, high, low)
        if side * (high if side > 0 else low) < side * order.stop:
            return None
        order.triggered = True
        return order.stop if side * order.stop <= side * order.limit else None
    return None


def is_reached(order: Order, high: float, low: float) -> bool:
    """True if a bar's range touches an order, whether it then fills or not. Changes nothing."""
    if order.type != "stop-limit" or order.triggered:
        return price_within(order, high, low) is not None
    return order.side * (high if order.side > 0 else low) >= order.side * order.stop


def _limit_within(order: Order, high: float, low: float) -> float | None:
    side, limit = order.side, order.limit
    return limit if side * (low if side > 0 else high) <= side * limit else None


def price_in_entry_bar(
    exit_order: Order, entry_price: float, by_limit: bool, high: float, low: float, close: float
) -> tuple[float | None, bool]:
    """The entry bar's own rule: the price, and whether it rests on an assumption.

    `by_limit`: prices came down (up) to a limit order's entry, so what lies beyond came after.
    """
    side = exit_order.side
    if exit_order.is_stop:
        level = exit_order.level
        if not side * (high if side > 0 else low) >= side * level:
            return None, False
        passed_already = side * entry_price >= side * level
        return entry_price if passed_already else level, not passed_already and not by_limit
    if side * entry_price <= side * exit_order.limit:
        return entry_price, False
    return exit_order.limit if side * close <= side * exit_order.limit else None, False


def trail(order: Order, high: float, low: float) -> None:
    """Moves a trailing stop by the extreme of a bar that it lived through."""
    if order.type != "trailing-stop":
        return
    sells = order.side < 0
    extreme = high if sells else low
    # An order given before its instrument's first bar starts from that bar.
    if math.isnan(order.best):
        order.best = extreme
    else:
        order.best = max(order.best, extreme) if sells else min(order.best, extreme)
