# Reversion in Python: buy after a sharp fall, sell when the market has recovered.
# The short relative strength index (Wilder) measures how one-sided the last days were; the long
# average keeps us out of falling markets. Rules like this win often and lose big when they lose.
from stratbox import Strategy, rsi, sma

parameters = {
    "period": {"type": "integer", "default": 2, "minimum": 2, "maximum": 30},
    "oversold": {"type": "number", "default": 10, "minimum": 1, "maximum": 50},
    "recovered": {"type": "number", "default": 70, "minimum": 50, "maximum": 99},
    "trend": {"type": "integer", "default": 200, "minimum": 20, "maximum": 400},
}


class RsiMeanReversion(Strategy):
    def initialize(self):
        self.rsi = self.indicator(rsi(self.parameters.period))
        self.trend = self.indicator(sma(self.parameters.trend))

    def on_bar(self, bar):
        rising = bar.close > self.trend.value
        if self.position == 0 and rising and self.rsi.value < self.parameters.oversold:
            self.order_target_percent(1, tag="oversold")
        elif self.position > 0 and self.rsi.value > self.parameters.recovered:
            self.close()
