"""Commission, slippage and spread. The twin of shared/engine/costs.ts."""

from collections.abc import Mapping
from typing import Any

from .settings import EngineSettings


def commission_of(
    commission: Mapping[str, Any],
    quantity: float,
    price: float,
    earlier_quantity: float = 0.0,
    earlier_value: float = 0.0,
    earlier_paid: float = 0.0,
) -> float:
    """Commission of one fill, in currency.

    Minimums, fixed parts and tiers are an order's, not a fill's: the earlier sums say what the
    order's fills before this one traded and paid.
    """
    units = abs(quantity)
    value = units * price
    kind = commission["kind"]
    if kind == "percent":
        return value * commission["rate"]
    if kind == "per-share":
        due = (units + earlier_quantity) * commission["perShare"]
        return max(0.0, max(commission["minimum"], due) - earlier_paid)
    if kind == "fixed-plus-percent":
        return (0.0 if earlier_quantity > 0 else commission["fixed"]) + value * commission["rate"]
    return max(0.0, _tiered_commission(commission["tiers"], value + earlier_value) - earlier_paid)


def _tiered_commission(tiers: list[Mapping[str, Any]], value: float) -> float:
    paid = 0.0
    start = 0.0
    for tier in tiers:
        up_to = tier["upTo"]
        end = value if up_to is None else min(value, up_to)
        if end > start:
            paid += (end - start) * tier["rate"]
        if end >= value:
            break
        start = end
    return paid


def worsened_price(
    base_price: float, quantity: float, volume: float, settings: EngineSettings
) -> float:
    """The price of a market or stop fill: worse by slippage and half the spread, never below zero.

    `volume` is the bar's, in units; without volume a fill takes all of it.
    """
    side = 1.0 if quantity > 0 else -1.0
    slippage = settings.slippage
    kind = slippage["kind"]
    rate = settings.spread_rate / 2
    amount = 0.0
    if kind == "percent":
        rate += slippage["rate"]
    elif kind == "ticks":
        amount = slippage["ticks"] * settings.tick_size
    else:
        share = min(1.0, abs(quantity) / volume) if volume > 0 else 1.0
        rate += slippage["impact"] * share * share
    return max(0.0, base_price * (1 + side * rate) + side * amount)
