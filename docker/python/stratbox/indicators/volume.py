"""What volume says. The twin of shared/indicators/volume.ts."""

import math

from ..engine.arithmetic import sign
from .checks import check_fast_slow, check_period
from .indicator import Bar, Indicator
from .rolling_sum import RollingSum
from .smoothing import ExponentialMean


def _money_flow(bar: Bar) -> float:
    """The volume times the close's place in the bar's range: -1 at the low, 1 at the high."""
    high, low, close = bar.high, bar.low, bar.close
    return ((close - low - (high - close)) / (high - low)) * bar.volume if high > low else 0.0


class _OnBalanceVolume(Indicator):
    __slots__ = ("_last_close",)

    def __init__(self):
        super().__init__()
        self._last_close = math.nan

    def _next(self, bar: Bar) -> float:
        last = self._last_close
        self._last_close = bar.close
        if last != last:
            return bar.volume
        return self.value + sign(bar.close - last) * bar.volume


class _AccumulationDistribution(Indicator):
    __slots__ = ("_total",)

    def __init__(self):
        super().__init__()
        self._total = 0.0

    def _next(self, bar: Bar) -> float:
        self._total += _money_flow(bar)
        return self._total


class _ChaikinOscillator(Indicator):
    __slots__ = ("_line", "_slow_period", "_fast_weight", "_slow_weight", "_seen", "_fast", "_slow")

    def __init__(self, fast: int, slow: int):
        super().__init__()
        self._line = _AccumulationDistribution()
        self._slow_period = slow
        self._fast_weight = 2 / (fast + 1)
        self._slow_weight = 2 / (slow + 1)
        self._seen = 0
        self._fast = math.nan
        self._slow = math.nan

    def _next(self, bar: Bar) -> float:
        self._line.update(bar)
        value = self._line.value
        self._seen += 1
        if self._seen == 1:
            self._fast = value
            self._slow = value
        self._fast += self._fast_weight * (value - self._fast)
        self._slow += self._slow_weight * (value - self._slow)
        return math.nan if self._seen < self._slow_period else self._fast - self._slow


class _ChaikinMoneyFlow(Indicator):
    __slots__ = ("_flow", "_volume")

    def __init__(self, period: int):
        super().__init__()
        self._flow = RollingSum(period)
        self._volume = RollingSum(period)

    def _next(self, bar: Bar) -> float:
        flow = self._flow.push(_money_flow(bar))
        volume = self._volume.push(bar.volume)
        return 0.0 if volume == 0 else flow / volume


class _MoneyFlowIndex(Indicator):
    __slots__ = ("_rises", "_falls", "_last")

    def __init__(self, period: int):
        super().__init__()
        self._rises = RollingSum(period)
        self._falls = RollingSum(period)
        self._last = math.nan

    def _next(self, bar: Bar) -> float:
        typical = (bar.high + bar.low + bar.close) / 3
        change = typical - self._last
        self._last = typical
        if change != change:
            return math.nan
        rises = self._rises.push(typical * bar.volume if change > 0 else 0.0)
        falls = self._falls.push(typical * bar.volume if change < 0 else 0.0)
        both = rises + falls
        return both * 0 if both < 1 else (100 * rises) / both


class _ForceIndex(Indicator):
    __slots__ = ("_mean", "_last_close")

    def __init__(self, period: int):
        super().__init__()
        self._mean = ExponentialMean(period)
        self._last_close = math.nan

    def _next(self, bar: Bar) -> float:
        force = (bar.close - self._last_close) * bar.volume
        self._last_close = bar.close
        return self._mean.push(force)


def obv() -> Indicator:
    """On-balance volume (Granville 1963), in units traded, from the first bar on.

    It starts at the first bar's volume as TA-Lib's OBV does; other programs start at 0.
    """
    return _OnBalanceVolume()


def accumulation_distribution() -> Indicator:
    """Chaikin's accumulation/distribution line, in units traded, from the first bar on.

    A bar without range adds nothing. As TA-Lib's AD.
    """
    return _AccumulationDistribution()


def chaikin_oscillator(fast: int = 3, slow: int = 10) -> Indicator:
    """Chaikin oscillator: fast less slow EMA of the accumulation/distribution line, in units.

    From bar `slow - 1` on. Both start from the line's first value, not from a simple average, as
    TA-Lib's ADOSC.
    """
    return _ChaikinOscillator(*check_fast_slow("chaikin_oscillator", fast, slow))


def cmf(period: int = 20) -> Indicator:
    """Chaikin money flow, -1 to 1; from bar `period - 1` on.

    Sum of volume * place of the close in its bar over sum of volume; 0 without volume. Not in
    TA-Lib.
    """
    return _ChaikinMoneyFlow(check_period("cmf", period))


def mfi(period: int = 14) -> Indicator:
    """Money flow index (Quong and Soudack 1989), 0 to 100; from bar `period` on.

    0 while the money moved is below 1, as TA-Lib's MFI.
    """
    return _MoneyFlowIndex(check_period("mfi", period))


def force_index(period: int = 13) -> Indicator:
    """Elder's force index (1993): EMA of (change of the close * volume), in money.

    The EMA starts from a simple average. Not in TA-Lib. From bar `period` on.
    """
    return _ForceIndex(check_period("force_index", period))
