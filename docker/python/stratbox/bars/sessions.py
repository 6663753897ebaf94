"""Trading sessions. The twin of shared/bars/sessions.ts."""

import math
from collections.abc import Sequence
from typing import NamedTuple


class ZoneOffset(NamedTuple):
    """From `start` (milliseconds since 1970 UTC) on, local time is UTC plus `offset` (too)."""

    start: float
    offset: float


DAY = 86_400_000

#: Days of UTC: what a market without a time zone of its own goes by.
UTC_SESSIONS = (ZoneOffset(-math.inf, 0.0),)


def session_of(time: float, offsets: Sequence[ZoneOffset]) -> int:
    """Number of the trading session that `time` (milliseconds) falls into.

    Days since 1970-01-01 on the session's own clock, so that equal numbers mean the same session.
    """
    low = 0
    high = len(offsets) - 1
    while low < high:
        middle = (low + high + 1) >> 1
        if offsets[middle].start <= time:
            low = middle
        else:
            high = middle - 1
    offset = offsets[low].offset if offsets else 0.0
    return math.floor((time + offset) / DAY)
