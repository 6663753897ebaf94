"""Walks a market's instruments along its clock. The twin of shared/engine/cursor.ts."""

import math

from ..bars.bars import PlainColumns
from ..bars.market import Market
from ..bars.sessions import session_of


class MarketCursor:
    """Which instruments have a bar now, and which row it is."""

    __slots__ = (
        "market",
        "symbols",
        "rows",
        "fresh",
        "time",
        "clock",
        "_bars",
        "_times",
        "_finer",
        "_finer_rows",
    )

    def __init__(self, market: Market):
        instruments = market.instruments
        self.market = market
        self.symbols = [instrument.bars.symbol for instrument in instruments]
        #: Row of each instrument's latest bar; -1 before its first.
        self.rows = [-1] * len(instruments)
        #: True for each instrument that has a bar at this time.
        self.fresh = [False] * len(instruments)
        self.time = math.nan
        self._bars = [instrument.bars.plain for instrument in instruments]
        self._times = [bars.time for bars in self._bars]
        self.clock = self._times[0] if len(instruments) == 1 else memoryview(market.time)
        self._finer = [each.finer and each.finer.plain for each in instruments]
        self._finer_rows = [0] * len(instruments)

    def advance(self, index: int) -> None:
        """Goes to the clock's bar `index`; called once for each, in order."""
        rows, fresh = self.rows, self.fresh
        self.time = time = self.clock[index]
        for symbol, times in enumerate(self._times):
            following = rows[symbol] + 1
            fresh[symbol] = has_bar = following < len(times) and times[following] == time
            if has_bar:
                rows[symbol] = following

    def bars_of(self, symbol: int) -> PlainColumns:
        return self._bars[symbol]

    def has_finer(self, symbol: int) -> bool:
        return self._finer[symbol] is not None

    @property
    def session(self) -> int:
        """The session of the bar that is now."""
        return session_of(self.time, self.market.sessions)

    def closes_session(self, symbol: int) -> bool:
        """True if an instrument's next bar belongs to another session, or there is none."""
        times = self._times[symbol]
        following = self.rows[symbol] + 1
        if following >= len(times):
            return True
        return session_of(times[following], self.market.sessions) != self.session

    def finer_rows(self, symbol: int) -> tuple[PlainColumns, int, int] | None:
        """Finer bars and the rows [start, end) of those within an instrument's bar of now."""
        finer = self._finer[symbol]
        if finer is None:
            return None
        times = self._times[symbol]
        following = self.rows[symbol] + 1
        until = times[following] if following < len(times) else math.inf
        finer_times = finer.time
        count = len(finer_times)
        start = self._finer_rows[symbol]
        while start < count and finer_times[start] < self.time:
            start += 1
        end = start
        while end < count and finer_times[end] < until:
            end += 1
        self._finer_rows[symbol] = end
        return (finer, start, end) if end > start else None
