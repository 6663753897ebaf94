"""One instrument's bars. The twin of shared/bars/bars.ts."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

COLUMN_NAMES = ("time", "open", "high", "low", "close", "volume")


@dataclass(frozen=True, eq=False)
class Bars:
    """Columns of float64, all of the same length, in time order.

    `time` is the bar's start in milliseconds since 1970-01-01 UTC; prices are in the instrument's
    currency; `volume` is in units traded (0 when the source has none).
    """

    symbol: str
    time: np.ndarray
    open: np.ndarray
    high: np.ndarray
    low: np.ndarray
    close: np.ndarray
    volume: np.ndarray

    def __post_init__(self):
        for name in COLUMN_NAMES:
            column = getattr(self, name)
            if len(column) != len(self.time):
                raise ValueError(
                    f"Column {name} has {len(column)} values, time has {len(self.time)}"
                )

    @cached_property
    def plain(self) -> "PlainColumns":
        """The same columns to be read one value at a time."""
        return PlainColumns(self)


class PlainColumns:
    """Bars whose elements are read as plain floats, without a copy.

    An element of a memoryview costs less than one of a numpy array, and what is computed with it
    stays a plain float; lists would be faster to read, but take longer to make than that saves.
    """

    __slots__ = ("symbol", *COLUMN_NAMES)

    def __init__(self, bars: Bars):
        self.symbol = bars.symbol
        for name in COLUMN_NAMES:
            column = np.ascontiguousarray(getattr(bars, name), dtype=np.float64)
            setattr(self, name, memoryview(column))
