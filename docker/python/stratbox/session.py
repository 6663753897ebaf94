"""What a running strategy may reach. The twin of shared/strategy/session.ts."""

from typing import Any, Callable

from .bar import Bar
from .bars.market import Market
from .engine.decision import Decision
from .engine.order import Order
from .engine.random import create_random
from .engine.simulate import OrderDesk
from .parameters import Parameters
from .plots import Plots


class Session:
    """The bars up to the current one, handed out as copies, and the order desk.

    Python has no private fields: a strategy that wants to can find the columns and read ahead in
    them. The experiment on truncated data finds such a strategy; nothing in here could.
    """

    def __init__(
        self,
        market: Market,
        parameters: Parameters,
        seed: int,
        on_decision: Callable[[Decision], None],
    ):
        self.parameters = parameters
        self.symbols = tuple(instrument.bars.symbol for instrument in market.instruments)
        self.random = create_random(seed)
        #: The indicators that follow each instrument, in the market's order.
        self.indicators: list[list[Any]] = [[] for _ in self.symbols]
        self.plots = Plots(len(market.time))
        self.desk: OrderDesk | None = None
        #: The clock's bar; -1 before the first.
        self.bar = -1
        self._columns = [instrument.bars.plain for instrument in market.instruments]
        self._on_decision = on_decision

    def bar_at(self, symbol: int, row: int) -> Bar:
        """A copy of an instrument's bar at `row`, which is never later than its latest one."""
        bars = self._columns[symbol]
        return Bar(
            bars.symbol,
            row,
            bars.time[row],
            bars.open[row],
            bars.high[row],
            bars.low[row],
            bars.close[row],
            bars.volume[row],
        )

    def symbol_number(self, call: str, symbol: Any) -> int:
        """The number of an instrument. Raises ValueError that names the call, the bar and the choice."""
        if symbol is None:
            return 0
        if symbol in self.symbols:
            return self.symbols.index(symbol)
        known = ", ".join(self.symbols)
        raise ValueError(f"{self.at(call)}: there is no {symbol!r} in this run ({known})")

    def decide(self, call: str, decision: Decision) -> Order | None:
        """Sends a decision out and carries it out in the account that the strategy sees."""
        if self.desk is None:
            raise RuntimeError(f"{call}: orders can be given in on_bar only")
        self._on_decision(decision)
        return self.desk.place(decision)

    def at(self, call: str) -> str:
        return call if self.bar < 0 else f"{call} on bar {self.bar}"


_opening: Session | None = None


def open_session(session: Session, construct: Callable[[], Any]) -> Any:
    """Makes `session` the one that the next constructed strategy belongs to."""
    global _opening
    _opening = session
    try:
        return construct()
    finally:
        _opening = None


def current_session() -> Session:
    if _opening is None:
        raise RuntimeError("A strategy is constructed by Stratbox only")
    return _opening
