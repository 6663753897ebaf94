"""Where the arithmetic of JavaScript and Python differ, Python's made JavaScript's."""

import math


def divide(dividend: float, divisor: float) -> float:
    """Division by zero gives an infinity or NaN, as IEEE 754 has it."""
    if divisor != 0:
        return dividend / divisor
    if dividend == 0 or dividend != dividend:
        return math.nan
    return math.copysign(math.inf, dividend) * math.copysign(1.0, divisor)


def sign(value: float) -> float:
    return 1.0 if value > 0 else -1.0 if value < 0 else value


def round_half_up(value: float) -> float:
    """Halves go up, where Python's `round` goes to the even neighbour."""
    if not math.isfinite(value):
        return value
    below = math.floor(value)
    return float(below + 1 if value - below >= 0.5 else below)


def round_down(value: float) -> float:
    return float(math.floor(value)) if math.isfinite(value) else value


def round_up(value: float) -> float:
    return float(math.ceil(value)) if math.isfinite(value) else value


def truncate(value: float) -> float:
    """Towards zero, as a float."""
    return float(math.trunc(value)) if math.isfinite(value) else value
