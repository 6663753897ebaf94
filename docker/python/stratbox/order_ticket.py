"""A strategy's handle on an order that it gave. The twin of shared/strategy/order-ticket.ts."""

import math
from typing import Any

from .engine.arithmetic import divide
from .engine.order import Order
from .plain_number import plain_number
from .session import Session

CHANGEABLE = {
    "quantity": "quantity",
    "limit": "limit",
    "stop": "stop",
    "trail_amount": "trailAmount",
    "trail_percent": "trailPercent",
    "take_profit": "takeProfit",
    "stop_loss": "stopLoss",
}


class OrderTicket:
    __slots__ = ("_order", "_session")

    def __init__(self, order: Order, session: Session):
        self._order = order
        self._session = session

    @property
    def id(self) -> int:
        return self._order.id

    @property
    def symbol(self) -> str:
        return self._session.symbols[self._order.symbol]

    @property
    def status(self) -> str:
        """One of 'working', 'filled', 'cancelled', 'expired' and 'rejected'."""
        return self._order.status

    @property
    def filled_quantity(self) -> float:
        """Units filled so far, negative when sold."""
        return self._order.filled

    @property
    def average_price(self) -> float:
        """Average price of what was filled; NaN before the first fill."""
        return divide(self._order.filled_value, self._order.filled)

    @property
    def tag(self) -> str | None:
        return self._order.tag

    def cancel(self) -> None:
        """Cancels the order while it waits; nothing happens to one that is done."""
        if self.status == "working":
            decision = {"bar": self._session.bar, "kind": "cancel", "order": self.id}
            self._session.decide("cancel", decision)

    def modify(self, **changes: Any) -> None:
        """Changes a waiting order's quantity or prices, or the exits of one that is filled.

        Raises ValueError that names what is wrong.
        """
        call = self._session.at(f"modify of order {self.id}")
        decision: dict[str, Any] = {
            "bar": self._session.bar,
            "kind": "modify",
            "order": self.id,
        }
        for name, value in changes.items():
            if name not in CHANGEABLE:
                known = ", ".join(CHANGEABLE)
                raise ValueError(f'{call}: "{name}" cannot be changed; {known} can')
            number = plain_number(value)
            if number is None or not math.isfinite(number) or number <= 0:
                raise ValueError(f"{call}: {name} is {value!r}; it must be a number above 0")
            decision[CHANGEABLE[name]] = number
        self._session.decide(call, decision)
