"""What indicators take. The twin of shared/indicators/checks.ts; each raises ValueError."""

import math
from numbers import Real
from typing import NoReturn
from collections.abc import Sequence

LONGEST = 100_000
FIELDS = ("open", "high", "low", "close", "volume")


def _is_number(value: object) -> bool:
    return isinstance(value, Real) and not isinstance(value, bool)


def _given(value: object) -> str:
    """What was given, for a message: numbers and words as they are, anything else by its type."""
    if _is_number(value):
        return str(value)
    return repr(value[:20]) if isinstance(value, str) else type(value).__name__


def _refuse(indicator: str, argument: str, allowed: str, value: object) -> NoReturn:
    raise ValueError(f"{indicator}: {argument} must be {allowed}, not {_given(value)}")


def check_period(indicator: str, period: object, minimum: int = 1, argument: str = "period") -> int:
    """A whole number from `minimum` to 100,000."""
    if not _is_number(period) or not (minimum <= period <= LONGEST and period == int(period)):
        _refuse(indicator, argument, f"a whole number from {minimum} to {LONGEST}", period)
    return int(period)


def check_fast_slow(indicator: str, fast: object, slow: object) -> tuple[int, int]:
    """Two periods of which `fast` is below `slow`."""
    checked_fast = check_period(indicator, fast, 1, "fast")
    checked_slow = check_period(indicator, slow, 2, "slow")
    if checked_fast >= checked_slow:
        _refuse(indicator, "fast", f"below slow ({_given(slow)})", fast)
    return checked_fast, checked_slow


def check_factor(indicator: str, factor: object, argument: str) -> float:
    """A finite number above 0."""
    if not _is_number(factor) or not math.isfinite(factor) or factor <= 0:
        _refuse(indicator, argument, "a finite number above 0", factor)
    return float(factor)


def check_share(indicator: str, share: object, argument: str) -> float:
    """A number from 0 to 1."""
    if not _is_number(share) or not 0 <= share <= 1:
        _refuse(indicator, argument, "a number from 0 to 1", share)
    return float(share)


def check_field(indicator: str, field: object, argument: str = "source") -> str:
    """A column of a bar."""
    return check_choice(indicator, argument, FIELDS, field)


def check_choice(indicator: str, argument: str, words: Sequence[str], value: object) -> str:
    """One of the words."""
    if not isinstance(value, str) or value not in words:
        _refuse(indicator, argument, f"{', '.join(words[:-1])} or {words[-1]}", value)
    return value
