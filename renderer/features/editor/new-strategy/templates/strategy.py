from stratbox import Strategy, sma

parameters = {
    "period": {"type": "integer", "default": 50, "minimum": 2, "maximum": 400},
}


class MyStrategy(Strategy):
    def initialize(self):
        self.average = self.indicator(sma(self.parameters.period))

    def on_bar(self, bar):
        above = bar.close > self.average.value
        if above and self.position == 0:
            self.order_target_percent(1)
        if not above and self.position > 0:
            self.close()
