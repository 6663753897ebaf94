"""What a strategy decides. The twin of shared/engine/decision.ts, where each field is explained.

A decision is the plain dict that leaves the sandbox as JSON, with the same names as there:
{"bar": 7, "kind": "target-percent", "amount": 1.0, "stopLossPercent": 0.05}. A field that does not
apply is absent.
"""

from typing import Any

Decision = dict[str, Any]

#: The terms of an order, in the order in which they are hashed.
TERM_NAMES = (
    "limit",
    "stop",
    "trailAmount",
    "trailPercent",
    "goodUntil",
    "takeProfit",
    "takeProfitPercent",
    "stopLoss",
    "stopLossPercent",
)

EXIT_NAMES = ("takeProfit", "takeProfitPercent", "stopLoss", "stopLossPercent")

MAXIMUM_TAG_LENGTH = 64


def number_of(fields: Decision, name: str) -> float | None:
    """A field as a float, None if it is absent."""
    value = fields.get(name)
    return None if value is None else float(value)
