"""Many instruments on one clock. The twin of shared/bars/market.ts."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from .bars import Bars
from .sessions import UTC_SESSIONS, ZoneOffset


@dataclass(frozen=True, eq=False)
class Instrument:
    bars: Bars
    #: Shorter bars of the same instrument: they decide what came first inside a bar.
    finer: Bars | None = None


@dataclass(frozen=True, eq=False)
class Market:
    #: Every time at which an instrument has a bar, ascending. "Bar n" of a run is its n-th.
    time: np.ndarray
    instruments: tuple[Instrument, ...]
    sessions: tuple[ZoneOffset, ...] = UTC_SESSIONS


def create_market(
    instruments: Sequence[Instrument], sessions: Sequence[ZoneOffset] = UTC_SESSIONS
) -> Market:
    """Puts instruments on one clock. The first one is the run's main instrument.

    Raises ValueError if there is none, a symbol comes twice, or times do not ascend.
    """
    if not instruments:
        raise ValueError("A run needs at least one instrument")
    symbols = set()
    for instrument in instruments:
        symbol = instrument.bars.symbol
        if symbol in symbols:
            raise ValueError(f"The symbol {symbol} comes twice")
        symbols.add(symbol)
        for bars in (instrument.bars, instrument.finer):
            if bars is not None:
                _refuse_disorder(bars)
    times = [instrument.bars.time for instrument in instruments]
    clock = times[0] if len(times) == 1 else np.unique(np.concatenate(times))
    return Market(clock, tuple(instruments), tuple(sessions))


def _refuse_disorder(bars: Bars) -> None:
    ascends = np.diff(bars.time) > 0
    if not ascends.all():
        row = int(np.argmin(ascends)) + 1
        raise ValueError(f"The times of {bars.symbol} do not ascend at row {row}")
