"""Reading what the run was given. The twin of shared/strategy/load.ts."""

from typing import Any, Callable

import pandas as pd

from .market_frame import bars_frame
from .plain_number import plain_number
from .run import current_run
from .tables import GivenTable


def load(name: str) -> pd.DataFrame:
    """A table that this run was given (Run settings › Data), or an instrument's bars, as a DataFrame.

    Found by id, name or symbol; it is a copy. Times are UTC, without a zone.
    """
    run = current_run()
    known: list[tuple[str, list[str], Callable[[], pd.DataFrame]]] = [
        (table.id, [table.name], table.frame) for table in run.tables
    ]
    for instrument in run.market.instruments:
        symbol, bars = instrument.bars.symbol, instrument.bars
        called = next((one for one in run.names if one["symbol"] == symbol), {})
        names = [called.get("name", symbol), symbol]
        known.append((called.get("id", symbol), names, lambda bars=bars: bars_frame(bars)))
    wanted = _plain(name)
    found = [one for one in known if _plain(one[0]) == wanted] or [
        one for one in known if wanted in map(_plain, one[1])
    ]
    if len(found) > 1:
        ids = ", ".join(one[0] for one in found)
        raise ValueError(f'load("{name}"): several data sets have this name; their ids are {ids}')
    if found:
        return found[0][2]()
    symbols = [instrument.bars.symbol for instrument in run.market.instruments]
    raise _not_given(f'load("{name}")', [*(table.id for table in run.tables), *symbols])


def load_trades(days: float | None = None) -> pd.DataFrame:
    """The table `trades`; `days` keeps the last ones, counted back from its latest time."""
    return _last_days("load_trades", _named("load_trades", "trades"), days)


def load_balances() -> pd.DataFrame:
    """The table `balances`."""
    return _named("load_balances", "balances").frame()


def load_snapshots(days: float | None = None) -> pd.DataFrame:
    """The table `snapshots`; `days` keeps the last ones, counted back from its latest time."""
    return _last_days("load_snapshots", _named("load_snapshots", "snapshots"), days)


def _named(call: str, name: str) -> GivenTable:
    """The table of exactly this name, else the only one whose name begins with it: `trades-2024`."""
    tables = current_run().tables
    for table in tables:
        if name in _names_of(table):
            return table
    begun = [
        table
        for table in tables
        if any(one.startswith(name) and not one[len(name)].isalpha() for one in _names_of(table))
    ]
    if len(begun) > 1:
        ids = ", ".join(table.id for table in begun)
        raise ValueError(f'{call}: several tables begin with "{name}": {ids}. Read one by load(name)')
    if begun:
        return begun[0]
    raise _not_given(f'{call}: a table named "{name}"', [table.id for table in tables])


def _last_days(call: str, table: GivenTable, days: Any) -> pd.DataFrame:
    frame = table.frame()
    if days is None:
        return frame
    number = plain_number(days)
    if number is None or not number > 0:
        raise ValueError(f"{call}: days is {days!r}; it must be a number above 0")
    if table.time_column is None:
        raise ValueError(f'{call}: "{table.name}" has no column of times to count days in')
    time = frame[table.time_column]
    since = number * 86_400_000
    age = (time.max() - time) / pd.Timedelta(milliseconds=1)
    return frame[age <= since].reset_index(drop=True)


def _names_of(table: GivenTable) -> list[str]:
    return [_plain(table.id), _plain(table.name)]


def _plain(name: Any) -> str:
    text = str(name).lower()
    for ending in (".csv", ".tsv", ".txt"):
        text = text.removesuffix(ending)
    return text


def _not_given(what: str, known: list[str]) -> ValueError:
    has = ", ".join(known) or "no table"
    return ValueError(
        f"{what}: this run was not given it; it has {has}. "
        "Tick the table under Run settings › Data"
    )
