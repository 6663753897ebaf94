# Holding in Python: the yardstick. Whatever a strategy earns must be compared with doing nothing.
from stratbox import Strategy


class BuyAndHold(Strategy):
    def on_bar(self, bar):
        if bar.index == 0:
            self.order_target_percent(1)
