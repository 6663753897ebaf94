"""What every strategy extends. The twin of shared/strategy/strategy.ts, in snake_case."""

from typing import Any, Mapping

from .bar import Bar
from .order_options import read_order_options
from .order_ticket import OrderTicket
from .parameters import Parameters
from .plain_number import finite_number
from .rebalance import rebalance_steps
from .session import Session, current_session


class Strategy:
    """Orders are decided at a bar's close and, by default, filled at the next bar's open.

    An order call takes options by name: symbol, limit, stop, trail_amount, trail_percent, at_close,
    good_until, take_profit, take_profit_percent, stop_loss, stop_loss_percent and tag. Prices are
    per unit; percents are shares, 0.05 being 5%.
    """

    def __new__(cls, *_arguments: Any, **_named: Any):
        strategy = super().__new__(cls)
        # Not in __init__, which a strategy may have of its own.
        strategy.__session = current_session()
        strategy.__tickets = []
        return strategy

    def initialize(self) -> None:
        """Called once before the first bar. Create indicators here."""

    def on_bar(self, bar: Bar) -> None:
        """Called at every close of the run's main instrument."""

    def on_bars(self, bars: Mapping[str, Bar]) -> None:
        """Called at every close of any instrument, after `on_bar`, with the bars that there are now."""

    @property
    def parameters(self) -> Parameters:
        """The run's parameter values, by the names in the module's `parameters`."""
        return self.__session.parameters

    @property
    def symbols(self) -> tuple[str, ...]:
        """The instruments of the run; the first is its main one."""
        return self.__session.symbols

    @property
    def position(self) -> float:
        """Units held of the main instrument; negative when short."""
        desk = self.__session.desk
        return 0.0 if desk is None else desk.positions[0]

    @property
    def cash(self) -> float:
        """Cash in the account."""
        desk = self.__session.desk
        return 0.0 if desk is None else desk.cash

    @property
    def equity(self) -> float:
        """Cash plus the positions at their latest closes."""
        desk = self.__session.desk
        return 0.0 if desk is None else desk.equity

    @property
    def bar_index(self) -> int:
        """The number of the current bar on the run's clock, from 0."""
        return self.__session.bar

    @property
    def orders(self) -> list[OrderTicket]:
        """The orders of this strategy that still wait, without the exits that they will bring."""
        self.__tickets = [ticket for ticket in self.__tickets if ticket.status == "working"]
        return list(self.__tickets)

    def position_of(self, symbol: str) -> float:
        """Units held of an instrument; negative when short."""
        number = self.__session.symbol_number("position_of", symbol)
        desk = self.__session.desk
        return 0.0 if desk is None else desk.positions[number]

    def indicator(self, indicator: Any, symbol: str | None = None) -> Any:
        """Keeps an indicator up to date at every bar of an instrument; absent: the main one."""
        session = self.__session
        if not callable(getattr(indicator, "update", None)):
            raise TypeError("self.indicator(…) takes an indicator, for example sma(20)")
        if session.bar >= 0:
            raise RuntimeError("self.indicator(…) belongs in initialize, not in on_bar")
        session.indicators[session.symbol_number("indicator", symbol)].append(indicator)
        return indicator

    def buy(self, quantity: float | None = None, **options: Any) -> OrderTicket:
        """Buys this many units; without a quantity, with all equity that other positions leave."""
        return self.__trade("buy", 1.0, quantity, options)

    def sell(self, quantity: float | None = None, **options: Any) -> OrderTicket:
        """Sells this many units; without a quantity it goes short with all that is left."""
        return self.__trade("sell", -1.0, quantity, options)

    def close(self, **options: Any) -> OrderTicket:
        """Closes the whole position."""
        return self.__order("close", "target-quantity", 0.0, options)

    def order_target_percent(self, share: float, **options: Any) -> OrderTicket:
        """Trades to hold this share of equity: 1 is all of it, 0 none, -1 fully short."""
        return self.__order("order_target_percent", "target-percent", share, options)

    def order_target_quantity(self, quantity: float, **options: Any) -> OrderTicket:
        """Trades to hold exactly this many units; negative for short."""
        return self.__order("order_target_quantity", "target-quantity", quantity, options)

    def rebalance(self, weights: Mapping[str, float], tag: str | None = None) -> None:
        """Trades to hold exactly these shares of equity; what is held and not named is sold."""
        if self.__session.desk is None:
            raise RuntimeError("rebalance: orders can be given in on_bar only")
        for symbol, weight in rebalance_steps(self.__session, weights):
            self.__order("rebalance", "target-percent", weight, {"symbol": symbol, "tag": tag})

    def one_cancels_other(self, *orders: OrderTicket) -> None:
        """A fill of one of these orders cancels the others."""
        session = self.__session
        call = session.at("one_cancels_other")
        if len(orders) < 2 or not all(isinstance(order, OrderTicket) for order in orders):
            raise TypeError(f"{call}: takes two or more orders, as buy and sell return them")
        numbers = [order.id for order in orders]
        session.decide(
            call, {"bar": session.bar, "kind": "one-cancels-other", "orders": numbers}
        )

    def cancel_all(self, symbol: str | None = None) -> None:
        """Cancels the waiting orders, all or those of an instrument."""
        for order in self.orders:
            if symbol is None or order.symbol == symbol:
                order.cancel()

    def bar_ago(self, ago: int, symbol: str | None = None) -> Bar | None:
        """A copy of the bar `ago` bars back; 0 is the latest. None before the data begins."""
        session = self.__session
        if not isinstance(ago, int) or ago < 0:
            raise ValueError(f"bar_ago({ago!r}): bars ahead of now cannot be seen; use 0, 1, 2…")
        number = session.symbol_number("bar_ago", symbol)
        row = -1 if session.desk is None else session.desk.rows[number] - ago
        return None if row < 0 else session.bar_at(number, row)

    def random(self) -> float:
        """A random number in [0, 1) from the run's seed: the same on every run."""
        return self.__session.random()

    def plot(self, name: str, value: float) -> None:
        """Draws a series of your own under the equity curve; at most 12 names."""
        session = self.__session
        if session.bar < 0:
            raise RuntimeError("plot: there is no bar yet to plot at; call it in on_bar")
        session.plots.add(name, session.bar, value)

    def __trade(
        self, call: str, sign: float, quantity: Any, options: dict[str, Any]
    ) -> OrderTicket:
        # Without a quantity an order takes all of the equity that other positions leave.
        if quantity is None:
            return self.__order(call, "available", sign, options)
        number = finite_number(quantity)
        if number is None or number <= 0:
            where = self.__session.at(call)
            raise ValueError(f"{where}: {quantity!r} is not a finite quantity above 0")
        return self.__order(call, "quantity", sign * number, options)

    def __order(
        self, call: str, kind: str, amount: Any, options: Mapping[str, Any]
    ) -> OrderTicket:
        session = self.__session
        number = finite_number(amount)
        if number is None:
            raise ValueError(f"{session.at(call)}: {amount!r} is not a finite number")
        decision: dict[str, Any] = {"bar": session.bar, "kind": kind, "amount": number}
        if options:
            terms = read_order_options(session.at(call), options)
            symbol = session.symbol_number(call, options.get("symbol"))
            if symbol > 0:
                decision["symbol"] = session.symbols[symbol]
            decision.update(terms)
        order = session.decide(call, decision)
        if order is None:
            raise RuntimeError(f"{session.at(call)}: the order was not taken")
        ticket = OrderTicket(order, session)
        self.__tickets.append(ticket)
        if len(self.__tickets) % 256 == 0:
            self.__tickets = self.orders
        return ticket
