"""Logarithm and arctangent from the four operations and the square root alone.

These have one correct result (IEEE 754); `math.log` and `math.atan` may differ in the last bit from
one library to the other, and a strategy must decide the same in every sandbox. The twin of
shared/indicators/exact-math.ts.
"""

import math

_SQRT_2 = 1.4142135623730951
_SQRT_HALF = 0.7071067811865476
_LN_2 = 0.6931471805599453


def _arc_series(z: float, sign: int) -> float:
    """z + s*z^3/3 + z^5/5 … for |z| <= 0.2: artanh z where s is 1, arctan z where it is -1."""
    square = z * z * sign
    total = 0.0
    for odd in range(25, 1, -2):
        total = (total + 1 / odd) * square
    return z + z * total


def logarithm(x: float) -> float:
    """Natural logarithm of a finite number above 0."""
    rest = x
    halvings = 0
    while rest > _SQRT_2:
        rest /= 2
        halvings += 1
    while rest < _SQRT_HALF:
        rest *= 2
        halvings -= 1
    return 2 * _arc_series((rest - 1) / (rest + 1), 1) + halvings * _LN_2


def arctangent(x: float) -> float:
    """Arctangent in radians."""
    if abs(x) > 1:
        return math.copysign(math.pi / 2, x) - arctangent(1 / x)
    # Half the angle, twice: tan(a / 2) = tan a / (1 + sqrt(1 + tan^2 a)).
    half = x / (1 + math.sqrt(1 + x * x))
    return 4 * _arc_series(half / (1 + math.sqrt(1 + half * half)), -1)
