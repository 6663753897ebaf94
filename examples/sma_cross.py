# Average crossover in Python: be invested while the fast moving average is above the slow one.
# The classic trend-following rule. It earns in long trends and pays for them with many small losses
# in sideways markets; compare its drawdown with buy and hold's.
from stratbox import Strategy, crosses_above, crosses_below, sma

parameters = {
    "fast": {"type": "integer", "default": 10, "minimum": 2, "maximum": 100},
    "slow": {"type": "integer", "default": 30, "minimum": 5, "maximum": 300},
}


class SmaCross(Strategy):
    def initialize(self):
        self.fast = self.indicator(sma(self.parameters.fast))
        self.slow = self.indicator(sma(self.parameters.slow))

    def on_bar(self, bar):
        if crosses_above(self.fast, self.slow):
            self.order_target_percent(1)
        if crosses_below(self.fast, self.slow):
            self.order_target_percent(0)
