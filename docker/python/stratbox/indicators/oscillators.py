"""Oscillators of whole bars. The twin of shared/indicators/oscillators.ts."""

from .checks import check_fast_slow, check_period
from .indicator import Bar, Indicator, Line
from .rolling_sum import RollingSum
from .smoothing import ExponentialMean, SimpleMean
from .statistics import MeanDeviation
from .true_range import TrueRange


class _CommodityChannel(Indicator):
    __slots__ = ("_deviation",)

    def __init__(self, period: int):
        super().__init__()
        self._deviation = MeanDeviation(period)

    def _next(self, bar: Bar) -> float:
        typical = (bar.high + bar.low + bar.close) / 3
        deviation = self._deviation.push(typical)
        return 0.0 if deviation == 0 else (typical - self._deviation.mean) / (0.015 * deviation)


class _Pressure:
    """Buying pressure over true range, of one length."""

    __slots__ = ("_bought", "_range")

    def __init__(self, period: int):
        self._bought = RollingSum(period)
        self._range = RollingSum(period)

    def push(self, bought: float, span: float) -> float:
        total = self._bought.push(bought)
        spans = self._range.push(span)
        return 0.0 if spans == 0 else total / spans


class _UltimateOscillator(Indicator):
    __slots__ = ("_range", "_short", "_middle", "_long")

    def __init__(self, short: int, middle: int, long: int):
        super().__init__()
        self._range = TrueRange()
        self._short = _Pressure(short)
        self._middle = _Pressure(middle)
        self._long = _Pressure(long)

    def _next(self, bar: Bar) -> float:
        span = self._range.push(bar)
        bought = bar.close - self._range.low
        short = self._short.push(bought, span)
        middle = self._middle.push(bought, span)
        return (100 * (4 * short + 2 * middle + self._long.push(bought, span))) / 7


class _AwesomeOscillator(Indicator):
    __slots__ = ("_fast", "_slow")

    def __init__(self, fast: int, slow: int):
        super().__init__()
        self._fast = SimpleMean(fast)
        self._slow = SimpleMean(slow)

    def _next(self, bar: Bar) -> float:
        middle = (bar.high + bar.low) / 2
        return self._fast.push(middle) - self._slow.push(middle)


class ElderRay(Indicator):
    __slots__ = ("bull", "bear", "_mean")

    def __init__(self, period: int):
        super().__init__()
        self.bull = Line()
        self.bear = Line()
        self._mean = ExponentialMean(period)

    def _next(self, bar: Bar) -> float:
        mean = self._mean.push(bar.close)
        self.bull.advance(bar.high - mean)
        self.bear.advance(bar.low - mean)
        return mean


def cci(period: int = 20) -> Indicator:
    """Lambert's commodity channel index (1980) of typical prices, with the constant 0.015.

    Mostly -100 to 100 and without bounds; 0 while nothing moves. As TA-Lib's CCI. From bar
    `period - 1` on. A pass over the window a bar.
    """
    return _CommodityChannel(check_period("cci", period))


def ultimate_oscillator(short: int = 7, middle: int = 14, long: int = 28) -> Indicator:
    """Williams' ultimate oscillator (1985), 0 to 100, of three lengths weighing 4, 2 and 1.

    A length without range counts 0. As TA-Lib's ULTOSC, which sorts the lengths where they are
    demanded in order here. From bar `long` on.
    """
    short = check_period("ultimate_oscillator", short, 1, "short")
    middle = check_period("ultimate_oscillator", middle, short, "middle")
    long = check_period("ultimate_oscillator", long, middle, "long")
    return _UltimateOscillator(short, middle, long)


def awesome_oscillator(fast: int = 5, slow: int = 34) -> Indicator:
    """Bill Williams' awesome oscillator: SMA(fast) - SMA(slow) of (high + low) / 2, in price units.

    Not in TA-Lib. From bar `slow - 1` on.
    """
    return _AwesomeOscillator(*check_fast_slow("awesome_oscillator", fast, slow))


def elder_ray(period: int = 13) -> ElderRay:
    """Elder's ray (1993), in price units; from bar `period - 1` on.

    `bull` is the high and `bear` the low less the EMA of the close, which is `value`. The EMA
    starts from a simple average. Not in TA-Lib.
    """
    return ElderRay(check_period("elder_ray", period))
