"""What a strategy imports. Its names are those of JavaScript's `stratbox`, in snake_case."""

from typing import Any

from .bar import Bar
from .base_strategy import BaseStrategy
from .indicators import *
from .indicators import __all__ as indicator_names
from .loading import load, load_balances, load_snapshots, load_trades
from .run import current_run
from .signals import Signal
from .simulation import sim
from .strategy import Strategy

__all__ = [
    "Bar",
    "BaseStrategy",
    "Signal",
    "Strategy",
    "data",
    "load",
    "load_balances",
    "load_snapshots",
    "load_trades",
    "sim",
    *indicator_names,
]

#: The run's bars as a pandas table with open, high, low, close and volume: `data["close"]`.
data: Any


def __getattr__(name: str) -> Any:
    """`from stratbox import data`: the run's table, which is made when a text asks for it."""
    if name == "data":
        return current_run().frame
    raise AttributeError(f'"stratbox" has no "{name}"')
