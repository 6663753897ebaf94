"""What orders need and exclude. The twin of shared/engine/order-terms.ts."""

import math
from collections.abc import Mapping

from .decision import EXIT_NAMES, TERM_NAMES

_NEEDS = {
    "market": (),
    "limit": ("limit",),
    "stop": ("stop",),
    "stop-limit": ("stop", "limit"),
    "trailing-stop": (),
    "market-on-close": (),
}

_PRICES = tuple(name for name in TERM_NAMES if name != "goodUntil")


def terms_problem(order_type: str, terms: Mapping[str, object]) -> str | None:
    """What is wrong with an order's terms, in words and Python's names; None if nothing is."""
    for name in _PRICES:
        value = terms.get(name)
        if value is not None and not (math.isfinite(value) and value > 0):
            return f"{_said(name)} is {value}; it must be a number above 0"
    for name in ("trailPercent", "stopLossPercent"):
        if terms.get(name, 0) >= 1:
            return f"{_said(name)} is {terms[name]}; it must be below 1 (100%)"
    needs = _NEEDS[order_type]
    for name in needs:
        if name not in terms:
            return f"a {order_type} order needs {name}"
    trails = ("trailAmount" in terms) + ("trailPercent" in terms)
    if order_type == "trailing-stop" and trails != 1:
        return "a trailing stop needs trail_amount or trail_percent, one of the two"
    if order_type != "trailing-stop" and trails > 0:
        return f"a {order_type} order takes no trail"
    for name in ("limit", "stop"):
        if name in terms and name not in needs:
            return f"a {order_type} order takes no {name}"
    for price, share in (("takeProfit", "takeProfitPercent"), ("stopLoss", "stopLossPercent")):
        if price in terms and share in terms:
            return f"{_said(price)} and {_said(share)} exclude each other"
    return None


def _said(name: str) -> str:
    """The name of a term as a strategy in Python writes it."""
    return "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in name)


def has_exits(terms: Mapping[str, object]) -> bool:
    """True if an order carries orders that close what it opened."""
    return any(name in terms for name in EXIT_NAMES)
