"""The series that a strategy plots. The twin of shared/strategy/plots.ts."""

import math
from typing import Any

import numpy as np

from .plain_number import plain_number
from .text_length import text_length

MAXIMUM_PLOTS = 12
MAXIMUM_PLOT_NAME = 40


class Plots:
    """One value a clock bar and name, NaN where none was plotted."""

    def __init__(self, bar_count: int):
        self.series: dict[str, np.ndarray] = {}
        self._bar_count = bar_count

    def add(self, name: Any, bar: int, value: Any) -> None:
        """Raises ValueError for a bad name, a value that is no number, or too many series."""
        if not isinstance(name, str) or not 0 < text_length(name) <= MAXIMUM_PLOT_NAME:
            raise ValueError(f"plot: a name has 1 to {MAXIMUM_PLOT_NAME} characters")
        number = plain_number(value)
        if number is None:
            raise TypeError(f'plot("{name}") on bar {bar}: {value!r} is not a number')
        column = self.series.get(name)
        if column is None:
            column = self._create(name)
        # Not finite means: nothing to draw here, such as an indicator that is still warming up.
        column[bar] = number if math.isfinite(number) else math.nan

    def _create(self, name: str) -> np.ndarray:
        if len(self.series) >= MAXIMUM_PLOTS:
            raise ValueError(f'plot("{name}"): a run draws at most {MAXIMUM_PLOTS} series')
        return self.series.setdefault(name, np.full(self._bar_count, math.nan))
