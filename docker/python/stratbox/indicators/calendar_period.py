"""Numbers of days, weeks and months. The twin of shared/indicators/calendar-period.ts."""

import math
from collections.abc import Callable

import numpy as np

from .checks import check_choice

DAY = 86_400_000


def _day(time: float) -> int:
    return math.floor(time / DAY)


def _week(time: float) -> int:
    # 1 January 1970 was a Thursday; weeks begin on Monday.
    return (_day(time) + 3) // 7


def _month(time: float) -> int:
    return int(np.datetime64(_day(time), "D").astype("datetime64[M]").astype(int))


_NUMBER_OF = {"day": _day, "week": _week, "month": _month}


def period_number(indicator: str, period: object) -> Callable[[float], int]:
    """Gives each bar's time a number that changes where a UTC day, week or month begins."""
    return _NUMBER_OF[check_choice(indicator, "period", ("day", "week", "month"), period)]
