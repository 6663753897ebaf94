"""Leads a strategy along the clock. The twin of shared/strategy/driver.ts."""

import inspect
from dataclasses import dataclass
from typing import Callable, Protocol

import numpy as np

from .engine.decision import Decision
from .engine.simulate import OrderDesk, simulate
from .parameters import Parameters
from .run import StrategyRun
from .script_result import ScriptResult
from .session import Session, open_session
from .strategy import Strategy

#: Progress is reported about this often over a run, not more.
PROGRESS_STEPS = 100


class StrategyObserver(Protocol):
    """Hears what a strategy does; `bar` tells which one is being decided."""

    bar: Callable[[], int]

    def progress(self, bar: int) -> None: ...

    def decide(self, decision: Decision) -> None: ...


@dataclass(frozen=True)
class DrivenText:
    #: The account that the strategy saw, one value a clock bar; None for one that was shown none.
    equity: np.ndarray | None
    plots: dict[str, np.ndarray]
    #: What a script left in `result`.
    result: ScriptResult | None = None


def drive_strategy(
    strategy_class: type[Strategy],
    run: StrategyRun,
    parameters: Parameters,
    observer: StrategyObserver,
) -> DrivenText:
    """Runs a strategy over the market and reports its decisions. Raises what the strategy raises."""
    session = Session(run.market, parameters, run.settings["seed"], observer.decide)
    observer.bar = lambda: session.bar
    strategy = open_session(session, lambda: _construct(strategy_class, run, parameters))
    _refuse_async(strategy)
    strategy.initialize()
    bar_count = len(run.market.time)
    driver = _Driver(strategy, session, observer, max(1, bar_count // PROGRESS_STEPS))
    result = simulate(run.market, driver, run.settings)
    return DrivenText(result.equity, session.plots.series)


def _construct(
    strategy_class: type[Strategy], run: StrategyRun, parameters: Parameters
) -> Strategy:
    """A constructor of the strategy's own may take what the run gives, by these names."""
    start, end = run.dates
    given = {
        "symbols": [instrument.bars.symbol for instrument in run.market.instruments],
        "config": parameters,
        "start_date": start,
        "end_date": end,
    }
    wanted = inspect.signature(strategy_class.__init__).parameters
    return strategy_class(**{name: value for name, value in given.items() if name in wanted})


def _refuse_async(strategy: Strategy) -> None:
    for name in ("initialize", "on_bar", "on_bars", "generate_signals"):
        method = getattr(strategy, name, None)
        if inspect.iscoroutinefunction(method) or inspect.isasyncgenfunction(method):
            raise TypeError(f"{name} must not be async: decisions are made at the bar's close")


class _Driver:
    """Leads a strategy along the clock."""

    def __init__(
        self,
        strategy: Strategy,
        session: Session,
        observer: StrategyObserver,
        progress_every: int,
    ):
        self._strategy = strategy
        self._session = session
        self._observer = observer
        self._progress_every = progress_every
        self._next_report = 0
        self._sees_all = type(strategy).on_bars is not Strategy.on_bars
        self._alone = not self._sees_all and len(session.symbols) == 1
        self._main_updates = [indicator.update for indicator in session.indicators[0]]

    def begin(self, desk: OrderDesk) -> None:
        self._session.desk = desk

    def decide(self, bar: int, desk: OrderDesk) -> None:
        session = self._session
        if bar >= self._next_report:
            self._observer.progress(bar)
            self._next_report = bar + self._progress_every
        session.bar = bar
        if not self._alone:
            self._decide_all(desk)
            return
        shown = session.bar_at(0, bar)
        for update in self._main_updates:
            update(shown)
        self._strategy.on_bar(shown)

    def _decide_all(self, desk: OrderDesk) -> None:
        """Shows the strategy a copy of each instrument's bar, where there is one now."""
        session = self._session
        bars = {}
        for symbol, has_bar in enumerate(desk.fresh):
            if not has_bar:
                continue
            shown = session.bar_at(symbol, desk.rows[symbol])
            bars[shown.symbol] = shown
            for indicator in session.indicators[symbol]:
                indicator.update(shown)
        if desk.fresh[0]:
            self._strategy.on_bar(bars[session.symbols[0]])
        if self._sees_all:
            self._strategy.on_bars(bars)
