# Average signals in Python: be invested in each instrument while its fast average is above its slow
# one, in equal parts, said as signals. With several instruments each has its own averages.
from collections import deque

from stratbox import BaseStrategy

parameters = {
    "fast": {"type": "integer", "default": 10, "minimum": 2, "maximum": 100},
    "slow": {"type": "integer", "default": 30, "minimum": 5, "maximum": 300},
}


class AverageSignals(BaseStrategy):
    def initialize(self):
        slow = self.config["slow"]
        self.closes = {symbol: deque(maxlen=slow) for symbol in self.symbols}
        self.above = {}

    def generate_signals(self, current_data):
        signals = []
        for symbol, bar in current_data.items():
            closes = self.closes[symbol]
            closes.append(bar["close"])
            if len(closes) < closes.maxlen:
                continue
            recent = list(closes)[-self.config["fast"] :]
            above = sum(recent) / len(recent) > sum(closes) / len(closes)
            if above != self.above.setdefault(symbol, above):
                weight = 1 / len(self.symbols) if above else 0
                signals.append({"symbol": symbol, "action": "buy", "weight": weight})
            self.above[symbol] = above
        return signals
