"""What an order call takes beside its size. The twin of shared/strategy/order-options.ts."""

import math
from datetime import datetime
from typing import Any, Mapping

from .engine.decision import MAXIMUM_TAG_LENGTH, Decision
from .engine.order_terms import terms_problem
from .plain_number import plain_number
from .text_length import text_length

#: Each option's name in Python, and the term of a decision that it becomes.
TERMS = {
    "limit": "limit",
    "stop": "stop",
    "trail_amount": "trailAmount",
    "trail_percent": "trailPercent",
    "good_until": "goodUntil",
    "take_profit": "takeProfit",
    "take_profit_percent": "takeProfitPercent",
    "stop_loss": "stopLoss",
    "stop_loss_percent": "stopLossPercent",
}

OPTION_NAMES = ("symbol", "at_close", "tag", *TERMS)


def read_order_options(call: str, options: Mapping[str, Any]) -> Decision:
    """An order call's options as a decision's terms; the order's type follows from what is given.

    Raises ValueError or TypeError that begins with `call` and says what is wrong.
    """
    for name in options:
        if name not in OPTION_NAMES:
            known = ", ".join(OPTION_NAMES)
            raise ValueError(f'{call}: there is no option "{name}"; options: {known}')
    tag = options.get("tag")
    if tag is not None and (not isinstance(tag, str) or text_length(tag) > MAXIMUM_TAG_LENGTH):
        raise TypeError(f"{call}: a tag is a text of at most {MAXIMUM_TAG_LENGTH} characters")
    terms = _read_terms(call, options)
    order_type = _type_of(terms, options.get("at_close") is True)
    problem = terms_problem(order_type, terms)
    if problem is not None:
        raise ValueError(f"{call}: {problem}")
    if order_type != "market":
        terms["type"] = order_type
    if tag is not None:
        terms["tag"] = tag
    return terms


def _read_terms(call: str, options: Mapping[str, Any]) -> Decision:
    terms: Decision = {}
    for name, term in TERMS.items():
        value = options.get(name)
        if value is None:
            continue
        terms[term] = (
            _read_good_until(call, value) if name == "good_until" else _number(call, name, value)
        )
    return terms


def _number(call: str, name: str, value: Any) -> float:
    number = plain_number(value)
    if number is None:
        raise TypeError(f"{call}: {name} is {value!r}; it must be a number")
    return number


def _read_good_until(call: str, value: Any) -> str | float:
    if isinstance(value, str) and value == "day":
        return value
    time = value.timestamp() * 1000 if isinstance(value, datetime) else plain_number(value)
    if time is None or not math.isfinite(time):
        raise TypeError(f'{call}: good_until is "day", a datetime or a time in milliseconds')
    return time


def _type_of(terms: Decision, at_close: bool) -> str:
    if at_close:
        return "market-on-close"
    if "trailAmount" in terms or "trailPercent" in terms:
        return "trailing-stop"
    if "stop" in terms:
        return "stop-limit" if "limit" in terms else "stop"
    return "limit" if "limit" in terms else "market"
