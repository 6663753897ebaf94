"""Two lines that cross. The twin of shared/indicators/crosses.ts."""

from .indicator import Line


def _now(level: Line | float) -> float:
    return level.value if isinstance(level, Line) else level


def _before(level: Line | float) -> float:
    return level.previous if isinstance(level, Line) else level


def crosses_above(a: Line | float, b: Line | float) -> bool:
    """True on the bar where `a` goes from at or below `b` to above; false while either is NaN."""
    return _before(a) <= _before(b) and _now(a) > _now(b)


def crosses_below(a: Line | float, b: Line | float) -> bool:
    """True on the bar where `a` goes from at or above `b` to below; false while either is NaN."""
    return _before(a) >= _before(b) and _now(a) < _now(b)
