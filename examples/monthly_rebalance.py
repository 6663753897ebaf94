# Monthly rebalance in Python: hold a fixed share in the market and the rest in cash, and restore the
# shares at each month's first close. Less risk than full investment, and a small gain from buying
# after falls and selling after rises.
from datetime import datetime, timezone

from stratbox import Strategy

parameters = {
    "share": {"type": "number", "default": 0.6, "minimum": 0, "maximum": 1},
}


class MonthlyRebalance(Strategy):
    def initialize(self):
        self.month = None

    def on_bar(self, bar):
        month = datetime.fromtimestamp(bar.time / 1000, timezone.utc).month
        if month == self.month:
            return
        self.month = month
        self.order_target_percent(self.parameters.share, tag="rebalance")
