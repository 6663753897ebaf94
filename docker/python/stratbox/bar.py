"""A bar as strategies see it."""

from datetime import datetime, timezone
from typing import Any, NamedTuple


class Bar(NamedTuple):
    """A copy of one bar's numbers; it cannot be changed. The twin of Bar in stratbox.d.ts.

    Fields are read in both ways: `bar.close` and `bar["close"]`.
    """

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

    @property
    def datetime(self) -> datetime:
        """Start of the bar in UTC."""
        return datetime.fromtimestamp(self.time / 1000, timezone.utc)

    def __getitem__(self, field: Any) -> Any:
        return getattr(self, field) if isinstance(field, str) else tuple.__getitem__(self, field)
