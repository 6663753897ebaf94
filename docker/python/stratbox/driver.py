"""Turns a strategy module into decisions. The twin of shared/strategy/driver.ts."""

from dataclasses import dataclass
from types import ModuleType
from typing import Any, Callable, Mapping, Protocol

import numpy as np

from .bars.market import Market
from .engine.decision import Decision
from .engine.simulate import OrderDesk, simulate
from .parameters import resolve_parameters
from .session import Session, open_session
from .strategy import Strategy

#: Progress is reported about this often over a run, not more.
PROGRESS_STEPS = 100


@dataclass(frozen=True)
class StrategyRun:
    market: Market
    parameters: Mapping[str, Any]
    settings: Mapping[str, Any]


class StrategyObserver(Protocol):
    """Hears what a strategy does; `bar` tells which one is being decided."""

    bar: Callable[[], int]

    def progress(self, bar: int) -> None: ...

    def decide(self, decision: Decision) -> None: ...


@dataclass(frozen=True)
class DrivenStrategy:
    #: The account that the strategy saw, one value a clock bar.
    equity: np.ndarray
    plots: dict[str, np.ndarray]


def drive_strategy(
    module: ModuleType, run: StrategyRun, observer: StrategyObserver
) -> DrivenStrategy:
    """Runs a strategy over the market and reports its decisions. Raises what the strategy raises."""
    strategy_class = _strategy_class_of(module)
    parameters = resolve_parameters(getattr(module, "parameters", None), run.parameters)
    session = Session(run.market, parameters, run.settings["seed"], observer.decide)
    observer.bar = lambda: session.bar
    strategy = open_session(session, strategy_class)
    strategy.initialize()
    bar_count = len(run.market.time)
    driver = _Driver(strategy, session, observer, max(1, bar_count // PROGRESS_STEPS))
    result = simulate(run.market, driver, run.settings)
    return DrivenStrategy(result.equity, session.plots.series)


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


def _strategy_class_of(module: ModuleType) -> type[Strategy]:
    """The one class of the text that extends Strategy and that no other one extends."""
    own = [
        candidate
        for candidate in vars(module).values()
        if isinstance(candidate, type)
        and issubclass(candidate, Strategy)
        and candidate.__module__ == module.__name__
    ]
    last = [one for one in own if not any(one in other.__mro__[1:] for other in own)]
    if len(last) == 1:
        return last[0]
    if last:
        names = ", ".join(one.__name__ for one in last)
        raise TypeError(f"The strategy has several classes that extend Strategy: {names}")
    raise TypeError(
        'The strategy must have a "class …(Strategy)", with Strategy imported from "stratbox"'
    )
