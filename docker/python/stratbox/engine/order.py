"""An order while the broker holds it. The twin of shared/engine/order.ts."""

import math

from .decision import Decision


class Order:
    """Numbers that do not apply are NaN."""

    __slots__ = (
        "id",
        "symbol",
        "decision_bar",
        "kind",
        "type",
        "side",
        "good_until",
        "tag",
        "closes",
        "forced",
        "exits",
        "amount",
        "limit",
        "stop",
        "trail_amount",
        "trail_percent",
        "status",
        "filled",
        "filled_value",
        "paid",
        "triggered",
        "best",
        "session",
        "group",
        "exhausted_bar",
        "is_stop",
        "is_priced",
    )

    def __init__(self, decision: Decision, number: int, symbol: int, side: float):
        given = decision.get
        self.id = number
        self.symbol = symbol
        # 1 buys, -1 sells; 0 is found when a market order is sized.
        self.side = side
        self.decision_bar: int = decision["bar"]
        self.kind: str = decision["kind"]
        self.amount = float(decision["amount"])
        self.type: str = given("type", "market")
        self.limit = float(given("limit", math.nan))
        self.stop = float(given("stop", math.nan))
        self.trail_amount = float(given("trailAmount", math.nan))
        self.trail_percent = float(given("trailPercent", math.nan))
        until = given("goodUntil", math.inf)
        self.good_until: str | float = until if until == "day" else float(until)
        self.tag: str | None = given("tag")
        # The order whose position this one closes; such an order never opens one.
        self.closes: Order | None = None
        # Given by the engine itself (a liquidation); a strategy cannot cancel it.
        self.forced = False
        # Terms of the orders that will close what this one opens.
        self.exits: Decision | None = None
        # 'working', 'filled', 'cancelled', 'expired' or 'rejected'.
        self.status = "working"
        # Units filled so far, signed, their value and the commission paid for them.
        self.filled = 0.0
        self.filled_value = 0.0
        self.paid = 0.0
        # A stop-limit order whose stop was reached is a limit order from then on.
        self.triggered = False
        # The best price a trailing stop has seen since it was given.
        self.best = math.nan
        # The session a day order belongs to: the first in which it could fill.
        self.session: int | None = None
        # Orders that a fill of this one cancels; it is one of them itself.
        self.group: list[Order] = []
        # The bar whose volume was used up for this order: it is not tried again in that bar.
        self.exhausted_bar = -1
        self.is_stop = self.type in ("stop", "trailing-stop", "stop-limit")
        # Such an order never fills at a worse price than its limit, so without slippage.
        self.is_priced = self.type in ("limit", "stop-limit")

    def is_due(self, bar: int) -> bool:
        """True while it waits and has a chance to fill in clock bar `bar`."""
        return self.status == "working" and self.exhausted_bar != bar

    @property
    def level(self) -> float:
        """Where a stop or trailing stop stands now."""
        if self.type != "trailing-stop":
            return self.stop
        distance = self.trail_amount
        if math.isnan(distance):
            distance = self.best * self.trail_percent
        return self.best + self.side * distance
