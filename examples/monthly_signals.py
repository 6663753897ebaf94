# Monthly signals in Python: hold a fixed share in the market and restore it at each month's first
# close, said as signals. A strategy of this style answers every bar with a list of what to do.
from stratbox import BaseStrategy

parameters = {
    "share": {"type": "number", "default": 0.6, "minimum": 0, "maximum": 1},
}


class MonthlySignals(BaseStrategy):
    def initialize(self):
        self.month = None

    def generate_signals(self, current_data):
        signals = []
        for symbol in self.symbols[:1]:
            month = current_data[symbol].datetime.month
            if month == self.month:
                continue
            self.month = month
            signals.append(
                {
                    "symbol": symbol,
                    "action": "buy",
                    "weight": self.config["share"],
                    "tag": "rebalance",
                }
            )
        return signals
