from stratbox import BaseStrategy, Signal

parameters = {
    "days": {"type": "integer", "default": 20, "minimum": 2, "maximum": 400},
}


class MySignals(BaseStrategy):
    def initialize(self):
        self.closes = {symbol: [] for symbol in self.symbols}

    def generate_signals(self, current_data):
        signals = []
        for symbol, bar in current_data.items():
            closes = self.closes[symbol]
            closes.append(bar.close)
            if len(closes) <= self.config.days:
                continue
            rises = bar.close > closes[-1 - self.config.days]
            weight = 1 / len(self.symbols) if rises else 0
            signals.append(Signal(symbol, "buy", weight=weight))
        return signals
