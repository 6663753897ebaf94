"""What counts as a number in a call of a strategy."""

import math
from typing import Any

import numpy as np


def plain_number(value: Any) -> float | None:
    """The value as a float: Python's and numpy's numbers, not booleans. None for anything else."""
    if type(value) is float:
        return value
    if isinstance(value, (bool, np.bool_)) or not isinstance(
        value, (int, float, np.integer, np.floating)
    ):
        return None
    try:
        return float(value)
    except OverflowError:
        return None


def finite_number(value: Any) -> float | None:
    number = plain_number(value)
    return number if number is not None and math.isfinite(number) else None
