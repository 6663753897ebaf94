"""The styles of strategy there are, and which one a text is written in."""

import inspect
from types import ModuleType
from typing import Any, Callable, Iterable

from .driver import DrivenText, StrategyObserver, drive_strategy
from .engine.decision import Decision
from .parameters import Parameters, resolve_parameters
from .run import StrategyRun
from .script_result import extract_result
from .simulation import simulated
from .strategy import Strategy
from .target_weights import decisions_of


def drive_text(module: ModuleType, run: StrategyRun, observer: StrategyObserver) -> DrivenText:
    """Runs a text whose top level has run, and reports its decisions. Raises what the text raises."""
    parameters = resolve_parameters(getattr(module, "parameters", None), run.parameters)
    strategy_class = _strategy_class_of(module)
    if strategy_class is not None:
        if simulated() is not None:
            raise TypeError('A strategy class gives its own orders; "sim" is for scripts')
        return drive_strategy(strategy_class, run, parameters, observer)
    positions, report = getattr(module, "positions", None), simulated()
    if report is not None:
        _decide(decisions_of(report.position, run, report.terms), observer)
    elif callable(positions):
        _decide(decisions_of(_positions(positions, run, parameters), run), observer)
    elif not hasattr(module, "result"):
        raise TypeError(
            'A strategy must have a "class …(Strategy)" or a "class …(BaseStrategy)", a function '
            '"positions(data)", or call "sim(position)"; each with its import from "stratbox". A '
            'script that only computes something leaves it in a variable "result"'
        )
    result = getattr(module, "result", None)
    return DrivenText(None, {}, None if result is None else extract_result(result))


def _decide(decisions: Iterable[Decision], observer: StrategyObserver) -> None:
    for decision in decisions:
        observer.decide(decision)


def _positions(
    positions: Callable[..., Any], run: StrategyRun, parameters: Parameters
) -> Any:
    """Calls `positions(data)`, or `positions(data, parameters)` where it takes two."""
    takes = len(inspect.signature(positions).parameters)
    return positions(run.frame, parameters) if takes > 1 else positions(run.frame)


def _strategy_class_of(module: ModuleType) -> type[Strategy] | None:
    """The one class of the text that extends Strategy and that no other one extends."""
    own = [
        candidate
        for candidate in vars(module).values()
        if isinstance(candidate, type)
        and issubclass(candidate, Strategy)
        and candidate.__module__ == module.__name__
    ]
    last = [one for one in own if not any(one in other.__mro__[1:] for other in own)]
    if len(last) > 1:
        names = ", ".join(one.__name__ for one in last)
        raise TypeError(f"The text has several classes that extend Strategy: {names}")
    return last[0] if last else None
