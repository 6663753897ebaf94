"""A bar as strategies see it."""

from typing import NamedTuple


class Bar(NamedTuple):
    """A copy of one bar's numbers; it cannot be changed. The twin of Bar in stratbox.d.ts."""

    symbol: str
    #: Position in the instrument's data, from 0.
    index: int
    #: Start of the bar, milliseconds since 1970-01-01 UTC.
    time: float
    open: float
    high: float
    low: float
    close: float
    volume: float
