"""Ichimoku Kinko Hyo. The twin of shared/indicators/ichimoku.ts."""

from .checks import check_period
from .indicator import Bar, Indicator, Line
from .rolling_window import RollingWindow
from .sliding_extreme import SlidingExtreme


class _Balance:
    """Half way between the highest high and the lowest low."""

    __slots__ = ("_high", "_low")

    def __init__(self, period: int):
        self._high = SlidingExtreme(period, 1)
        self._low = SlidingExtreme(period, -1)

    def push(self, bar: Bar) -> float:
        return (self._high.push(bar.high) + self._low.push(bar.low)) / 2


class Ichimoku(Indicator):
    __slots__ = (
        "conversion",
        "base",
        "span_a",
        "span_b",
        "_short",
        "_middle",
        "_long",
        "_waiting_a",
        "_waiting_b",
    )

    def __init__(self, conversion: int, base: int, span: int, displacement: int):
        super().__init__()
        self.conversion = Line()
        self.base = Line()
        self.span_a = Line()
        self.span_b = Line()
        self._short = _Balance(conversion)
        self._middle = _Balance(base)
        self._long = _Balance(span)
        self._waiting_a = RollingWindow(displacement)
        self._waiting_b = RollingWindow(displacement)

    def _next(self, bar: Bar) -> float:
        self.conversion.advance(self._short.push(bar))
        self.base.advance(self._middle.push(bar))
        ahead = (self.conversion.value + self.base.value) / 2
        self.span_a.advance(self._waiting_a.push(ahead))
        self.span_b.advance(self._waiting_b.push(self._long.push(bar)))
        return self.conversion.value


def ichimoku(
    conversion: int = 9, base: int = 26, span: int = 52, displacement: int = 26
) -> Ichimoku:
    """Ichimoku Kinko Hyo (Hosoda).

    `conversion` (also `value`) and `base` are the middle of the range of 9 and 26 bars; `span_a`
    and `span_b` are the cloud as it stands over this bar, that is, computed `displacement` bars
    ago. Nothing is drawn ahead or back: the lagging line is this bar's close, to be compared with
    `self.bar_ago(displacement)`. Some programs count this bar in the displacement; their 26 is 25
    here. Not in TA-Lib. `conversion` from bar `conversion - 1` on, `base` from `base - 1`, `span_a`
    from `base - 1 + displacement`, `span_b` from `span - 1 + displacement`.
    """
    conversion = check_period("ichimoku", conversion, 1, "conversion")
    base = check_period("ichimoku", base, conversion, "base")
    span = check_period("ichimoku", span, 1, "span")
    displacement = check_period("ichimoku", displacement, 1, "displacement")
    return Ichimoku(conversion, base, span, displacement)
