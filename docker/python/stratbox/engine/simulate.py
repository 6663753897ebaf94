"""Walks the clock once. The twin of shared/engine/simulate.ts."""

from collections.abc import Mapping
from typing import Any, Protocol

import numpy as np

from ..bars.market import Market
from .account import Account
from .arithmetic import divide
from .broker import Broker
from .cursor import MarketCursor
from .decision import Decision
from .execution import Execution
from .order import Order
from .order_book import OrderBook
from .result import SimulationResult
from .settings import EngineSettings
from .trades import TradeLedger


class OrderDesk:
    """What a source of decisions sees and does at one bar's close."""

    __slots__ = ("cash", "equity", "positions", "fresh", "rows", "_book", "_cursor")

    def __init__(self, account: Account, book: OrderBook, cursor: MarketCursor):
        self.cash = account.cash
        #: Cash plus the positions at their latest closes.
        self.equity = account.cash
        #: Units held of each instrument, negative when short. Not to be written.
        self.positions = account.positions
        #: True for each instrument that has a bar now; its row is in `rows`. Not to be written.
        self.fresh = cursor.fresh
        self.rows = cursor.rows
        self._book = book
        self._cursor = cursor

    def place(self, decision: Decision) -> Order | None:
        """Carries a decision out; returns the order that it gave, or None if it gave none."""
        return self._book.take(decision, self._cursor)


class DecisionSource(Protocol):
    """A strategy, or recorded decisions. `begin` is called once, before the first bar."""

    def begin(self, desk: OrderDesk) -> None: ...

    def decide(self, bar: int, desk: OrderDesk) -> None: ...


def simulate(
    market: Market, source: DecisionSource, settings: Mapping[str, Any]
) -> SimulationResult:
    """Works waiting orders through each bar, values the account at its close, asks for decisions.

    With `fillAt: 'close'` the market orders among them fill at once. `settings` is the
    EngineSettings of a job frame.
    """
    walk = _Walk(market, source, EngineSettings(settings))
    walk.run()
    return walk.result()


class _Walk:
    """One walk along a market's clock."""

    def __init__(self, market: Market, source: DecisionSource, settings: EngineSettings):
        self.source = source
        self.cursor = MarketCursor(market)
        symbols = self.cursor.symbols
        self.account = Account(settings, len(symbols))
        self.ledger = TradeLedger(symbols)
        self.execution = Execution(self.account, self.ledger, settings)
        self.book = OrderBook(self.account)
        self.broker = Broker(self.account, self.book, self.execution, self.cursor)
        self.desk = OrderDesk(self.account, self.book, self.cursor)
        bar_count = len(market.time)
        self.equity = np.zeros(bar_count)
        self.exposure = np.zeros(bar_count)
        self.stale_bars = 0
        self.equity_view = memoryview(self.equity)
        self.exposure_view = memoryview(self.exposure)
        columns = [instrument.bars.plain for instrument in market.instruments]
        self.opens = [bars.open for bars in columns]
        self.closes = [bars.close for bars in columns]
        self.last_index = bar_count - 1
        self.last_time = 0.0
        self.at_end = settings.at_end
        self.fills_at_close = settings.fill_at == "close"
        self.accrues = self.account.accrues
        self.maintenance_margin = settings.maintenance_margin

    def run(self) -> None:
        self.source.begin(self.desk)
        bar_count = len(self.equity)
        quiet = len(self.opens) == 1 and not self.accrues and not self.fills_at_close
        index = 0
        while index < bar_count:
            if quiet:
                index = self._run_quietly(index)
            if index < bar_count:
                self._step(index)
            index += 1
        self.broker.end_of_data()

    def _run_quietly(self, start: int) -> int:
        """The bars on which nothing can happen but a decision of the strategy's, which are most.

        One instrument, no order waiting, not the last bar. The same as `_step` with what is idle
        left out, because this loop is what a run's time goes to. Returns the first bar that is not
        of this kind.
        """
        cursor, desk, account = self.cursor, self.desk, self.account
        working, rows, marks = self.book.working, cursor.rows, account.marks
        close, decide = self.closes[0], self.source.decide
        equity, exposure = self.equity_view, self.exposure_view
        maintenance_margin = self.maintenance_margin
        cash, units = account.cash, account.positions[0]
        cursor.fresh[0] = True
        desk.cash = cash
        for index in range(start, self.last_index):
            if working:
                return index
            mark = close[index]
            net = units * mark
            value = cash + net
            rows[0] = index
            marks[0] = mark
            desk.equity = value
            decide(index, desk)
            equity[index] = value
            if units != 0:
                exposure[index] = divide(net, value)
                if value < maintenance_margin * (-net if net < 0 else net):
                    self.broker.call_margin(index)
        return max(start, self.last_index)

    def _step(self, bar: int) -> None:
        account, book, cursor, desk = self.account, self.book, self.cursor, self.desk
        rows, fresh = cursor.rows, cursor.fresh
        at_end = self.at_end if bar == self.last_index else "leave-open"
        cursor.advance(bar)
        if self.accrues:
            self._accrue(bar)
        if at_end == "last-open" or book.working:
            account.mark(self.opens, rows, fresh)
            if at_end == "last-open":
                self.broker.liquidate(bar, self.opens)
            else:
                self.broker.work_bar(bar)
        account.mark(self.closes, rows, fresh)
        value = account.value()
        desk.cash = account.cash
        desk.equity = value
        self.source.decide(bar, desk)
        fills_now = self.fills_at_close and book.working and at_end != "last-open"
        if fills_now or at_end == "last-close":
            if fills_now:
                self.broker.fill_decided_now(bar)
            if at_end == "last-close":
                self.broker.liquidate(bar, self.closes)
            value = account.value()
        self.equity_view[bar] = value
        gross = account.gross
        if gross != 0:
            self.exposure_view[bar] = divide(-gross if account.net < 0 else gross, value)
            if value < self.maintenance_margin * gross:
                self.broker.call_margin(bar)
            if len(rows) > 1 and _holds_stale(fresh, account.positions):
                self.stale_bars += 1

    def _accrue(self, bar: int) -> None:
        time = self.cursor.time
        if bar > 0:
            self.account.accrue(time - self.last_time)
        self.last_time = time

    def result(self) -> SimulationResult:
        account, last_bar = self.account, self.last_index
        trades = self.ledger.trades
        if last_bar >= 0:
            last_time = self.cursor.clock[last_bar]
            trades = trades + self.ledger.open_trades(last_bar, last_time, account.marks)
        return SimulationResult(
            equity=self.equity,
            exposure=self.exposure,
            fills=self.execution.fills,
            trades=trades,
            stale_bars=self.stale_bars,
            interest=account.interest,
            borrow_fees=account.borrow_fees,
            final_cash=account.cash,
            final_positions=account.positions,
        )


def _holds_stale(fresh: list[bool], positions: list[float]) -> bool:
    return any(units != 0 and not has_bar for has_bar, units in zip(fresh, positions))
