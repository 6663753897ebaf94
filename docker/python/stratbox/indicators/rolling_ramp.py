"""The last numbers summed with rising weights. The twin of shared/indicators/rolling-ramp.ts."""

import math


class RollingRamp:
    """The last `size` numbers summed plainly and with the weights 0, 1, 2 … from the oldest on.

    That is what a weighted average and a least-squares line need. Numbers are taken as distances
    from one of them (see rolling_variance.py) and summed afresh each time the ring comes round.
    """

    __slots__ = ("size", "_values", "_position", "_count", "_shift", "_sum", "_ramp")

    def __init__(self, size: int):
        self.size = size
        self._values = [0.0] * size
        self._position = 0
        self._count = 0
        self._shift = math.nan
        self._sum = 0.0
        self._ramp = 0.0

    def push(self, value: float) -> None:
        """Takes a value; a NaN is left out."""
        if value != value:
            return
        shift = self._shift
        if shift != shift:
            self._shift = shift = value
        distance = value - shift
        if self._count == self.size:
            oldest = self._values[self._position] - shift
            self._ramp -= self._sum - oldest
            self._sum -= oldest
        else:
            self._count += 1
        self._sum += distance
        self._ramp += (self._count - 1) * distance
        self._values[self._position] = value
        self._position += 1
        if self._position == self.size:
            self._renew(value)

    def weighted_mean(self) -> float:
        """The mean with weights 1, 2 … from the oldest on; NaN while the window fills."""
        if self._count < self.size:
            return math.nan
        return self._shift + (2 * (self._ramp + self._sum)) / (self.size * (self.size + 1))

    def slope(self) -> float:
        """The least-squares line's rise a bar; NaN while the window fills."""
        if self._count < self.size:
            return math.nan
        size = self.size
        return (12 * self._ramp - 6 * (size - 1) * self._sum) / (size * (size * size - 1))

    def intercept(self) -> float:
        """The least-squares line's height at the oldest bar."""
        if self._count < self.size:
            return math.nan
        return self._shift + self._sum / self.size - (self.slope() * (self.size - 1)) / 2

    def _renew(self, shift: float) -> None:
        self._position = 0
        self._shift = shift
        total = ramp = 0.0
        for index, value in enumerate(self._values):
            distance = value - shift
            total += distance
            ramp += index * distance
        self._sum = total
        self._ramp = ramp
