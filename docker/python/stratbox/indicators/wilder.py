"""Wilder's indicators and Chande's momentum. The twin of shared/indicators/wilder.ts."""

import math
from typing import Any

import numpy as np

from .checks import check_field, check_period
from .filter import Filter
from .filtered_price import FilteredPrice
from .indicator import Bar, Indicator
from .smoothing import WilderMean
from .true_range import TrueRange
from .whole_columns import Table


class _RiseAndFall(Filter):
    """Wilder's averages of rises and of falls, which RSI and CMO set in proportion."""

    __slots__ = ("rise", "fall", "_rises", "_falls", "_last")

    def __init__(self, period: int):
        self.rise = math.nan
        self.fall = math.nan
        self._rises = WilderMean(period)
        self._falls = WilderMean(period)
        self._last = math.nan

    def moves(self, values: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """The averages with each of these numbers."""
        changes = np.diff(values, prepend=np.nan)
        rises, falls = np.maximum(changes, 0.0), np.maximum(-changes, 0.0)
        return self._rises.push_all(rises), self._falls.push_all(falls)

    def move(self, value: float) -> None:
        change = value - self._last
        self._last = value
        self.rise = self._rises.push(max(change, 0.0))
        self.fall = self._falls.push(max(-change, 0.0))


class RelativeStrength(_RiseAndFall):
    """RSI of any numbers; 0 while nothing has moved, as in TA-Lib."""

    __slots__ = ()

    def push(self, value: float) -> float:
        self.move(value)
        rise, fall = self.rise, self.fall
        return 0.0 if rise + fall == 0 else 100 * (rise / (rise + fall))

    def push_all(self, values: np.ndarray) -> np.ndarray:
        rise, fall = self.moves(values)
        with np.errstate(invalid="ignore"):
            return np.where(rise + fall == 0, 0.0, 100 * (rise / (rise + fall)))


class _ChandeMomentum(_RiseAndFall):
    __slots__ = ()

    def push(self, value: float) -> float:
        self.move(value)
        rise, fall = self.rise, self.fall
        return 0.0 if rise + fall == 0 else 100 * ((rise - fall) / (rise + fall))


class _AverageTrueRange(Indicator):
    __slots__ = ("_range", "_average", "_percent")

    def __init__(self, period: int, percent: bool):
        super().__init__()
        self._range = TrueRange()
        self._average = WilderMean(period)
        self._percent = percent

    def _next(self, bar: Bar) -> float:
        average = self._average.push(self._range.push(bar))
        if not self._percent:
            return average
        return 0.0 if bar.close == 0 else (100 * average) / bar.close

    def _over(self, table: Table) -> Any:
        average = self._average.push_all(self._range.push_all(table))
        if self._percent:
            close = table.column("close")
            with np.errstate(divide="ignore", invalid="ignore"):
                average = np.where(close == 0, 0.0, (100 * average) / close)
        return table.answer(["value"], average)


class _TrueRangeIndicator(Indicator):
    __slots__ = ("_range",)

    def __init__(self):
        super().__init__()
        self._range = TrueRange()

    def _next(self, bar: Bar) -> float:
        return self._range.push(bar)


def rsi(period: int, source: str = "close") -> Indicator:
    """Relative strength index (Wilder 1978), 0 to 100; from bar `period` on.

    Wilder's averages start from the simple average of the first `period` changes, as TA-Lib's RSI;
    0 while nothing has moved, as there, where some charts give 50 or 100.
    """
    return FilteredPrice(RelativeStrength(check_period("rsi", period)), check_field("rsi", source))


def cmo(period: int, source: str = "close") -> Indicator:
    """Chande momentum oscillator, -100 to 100, with Wilder's smoothing as TA-Lib's CMO.

    (Chande's own of 1994 uses plain sums.) 0 while nothing has moved. From bar `period` on.
    """
    return FilteredPrice(_ChandeMomentum(check_period("cmo", period)), check_field("cmo", source))


def atr(period: int) -> Indicator:
    """Average true range (Wilder 1978), in price units; from bar `period` on.

    Seeded with the mean of the true ranges of bars 1 … period, as TA-Lib's ATR; charts that count
    the first bar's high - low as one start a bar earlier and converge.
    """
    return _AverageTrueRange(check_period("atr", period), False)


def natr(period: int) -> Indicator:
    """Average true range in percent of the close; from bar `period` on.

    As TA-Lib's NATR; 0 where the close is 0.
    """
    return _AverageTrueRange(check_period("natr", period), True)


def true_range() -> Indicator:
    """The bar's range widened to the close before it (Wilder 1978), in price units.

    From bar 1 on, as TA-Lib's TRANGE.
    """
    return _TrueRangeIndicator()
