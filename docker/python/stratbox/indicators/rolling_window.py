"""The last numbers in a ring. The twin of shared/indicators/rolling-window.ts."""

import math


class RollingWindow:
    __slots__ = ("size", "_values", "_position", "_count")

    def __init__(self, size: int):
        self.size = size
        self._values = [0.0] * size
        self._position = 0
        self._count = 0

    @property
    def full(self) -> bool:
        return self._count == self.size

    def push(self, value: float) -> float:
        """Adds a value and returns the one that left, NaN while the window fills."""
        values, position = self._values, self._position
        if self._count == self.size:
            dropped = values[position]
        else:
            dropped = math.nan
            self._count += 1
        values[position] = value
        self._position = 0 if position + 1 == self.size else position + 1
        return dropped

    def at(self, ago: int) -> float:
        """The value `ago` pushes back, 0 being the newest."""
        return self._values[self._position - 1 - ago]
