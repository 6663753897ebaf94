# Bracketed breakout in Python: buy when the price passes the highest high of the last bars, with a
# stop order that waits for it, a stop-loss and a take-profit that close the position by themselves.
import math

from stratbox import Strategy, atr, highest

parameters = {
    "period": {"type": "integer", "default": 55, "minimum": 5, "maximum": 300},
    "risk": {"type": "number", "default": 2, "minimum": 0.5, "maximum": 10},
    "reward": {"type": "number", "default": 6, "minimum": 0.5, "maximum": 30},
}


class BreakoutWithBracket(Strategy):
    def initialize(self):
        self.top = self.indicator(highest(self.parameters.period))
        self.range = self.indicator(atr(20))
        self.entry = None

    def on_bar(self, bar):
        self.plot("highest high", self.top.value)
        if self.position != 0 or math.isnan(self.range.value):
            return
        stop = self.top.value
        stop_loss = stop - self.parameters.risk * self.range.value
        take_profit = stop + self.parameters.reward * self.range.value
        if self.entry is not None and self.entry.status == "working":
            self.entry.modify(stop=stop, stop_loss=stop_loss, take_profit=take_profit)
        elif bar.close < stop:
            self.entry = self.buy(
                stop=stop, stop_loss=stop_loss, take_profit=take_profit, tag="breakout"
            )
