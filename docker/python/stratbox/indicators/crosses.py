"""Two lines that cross. The twin of shared/indicators/crosses.ts, and of whole columns as well."""

from typing import Any

import numpy as np

from .indicator import Line

#: A line, a column (Series or array) or a number.
Level = Any


def _now(level: Level) -> Any:
    return level.value if isinstance(level, Line) else level


def _before(level: Level) -> Any:
    if isinstance(level, Line):
        return level.previous
    if hasattr(level, "shift"):
        return level.shift(1)
    if isinstance(level, np.ndarray):
        return np.concatenate(([np.nan], level[:-1]))
    return level


def crosses_above(a: Level, b: Level) -> Any:
    """True on the bar where `a` goes from at or below `b` to above; false while either is NaN.

    Of lines and numbers it is the answer at this bar; of columns a column, for every row.
    """
    if isinstance(a, Line) and isinstance(b, Line):
        return a.previous <= b.previous and a.value > b.value
    return (_before(a) <= _before(b)) & (_now(a) > _now(b))


def crosses_below(a: Level, b: Level) -> Any:
    """True on the bar where `a` goes from at or above `b` to below; false while either is NaN.

    Of lines and numbers it is the answer at this bar; of columns a column, for every row.
    """
    if isinstance(a, Line) and isinstance(b, Line):
        return a.previous >= b.previous and a.value < b.value
    return (_before(a) >= _before(b)) & (_now(a) < _now(b))
