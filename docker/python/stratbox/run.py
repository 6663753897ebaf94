"""The run that a text belongs to."""

from dataclasses import dataclass
from datetime import datetime, timezone
from functools import cached_property
from typing import Any, Mapping, Sequence

import pandas as pd

from .bars.market import Market
from .market_frame import dates_of, market_frame
from .tables import GivenTable


@dataclass(frozen=True)
class StrategyRun:
    market: Market
    parameters: Mapping[str, Any]
    settings: Mapping[str, Any]
    #: What each instrument is called beside its symbol: dicts of symbol, id and name.
    names: Sequence[Mapping[str, str]] = ()
    #: What `load` gives beside bars.
    tables: Sequence[GivenTable] = ()

    @cached_property
    def index(self) -> pd.DatetimeIndex:
        """The clock's bars. Not the frame's own index: a text may change its frame."""
        return dates_of(self.market.time)

    @cached_property
    def frame(self) -> pd.DataFrame:
        return market_frame(self.market)

    @property
    def dates(self) -> tuple[datetime, datetime]:
        """Starts of the run's first and last bar, in UTC."""
        time = self.market.time
        first, last = (datetime.fromtimestamp(time[row] / 1000, timezone.utc) for row in (0, -1))
        return first, last


_current: list[StrategyRun] = []


def open_run(run: StrategyRun) -> None:
    """From now on it is this run's data that a text imports. A process serves one run."""
    _current[:] = [run]


def current_run() -> StrategyRun:
    if not _current:
        raise RuntimeError("There is no run: its data is there while a strategy runs")
    return _current[0]
