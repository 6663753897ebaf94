# Rotation in Python: each month hold the strongest instruments of the last half year in equal parts,
# the rest of the cash unused. Choose the five monthly stocks (Apple, Amazon, Google, IBM, Microsoft)
# together to see it at work; with one instrument it is in or out of that one.
from stratbox import Strategy, roc

parameters = {
    "months": {"type": "integer", "default": 6, "minimum": 1, "maximum": 60},
    "held": {"type": "integer", "default": 2, "minimum": 1, "maximum": 20},
}


class MomentumRotation(Strategy):
    def initialize(self):
        self.strength = {
            symbol: self.indicator(roc(self.parameters.months), symbol) for symbol in self.symbols
        }

    def on_bars(self, bars):
        rising = [
            (change.value, symbol)
            for symbol, change in self.strength.items()
            if symbol in bars and change.value > 0
        ]
        strongest = sorted(rising, key=lambda one: -one[0])[: self.parameters.held]
        weights = {symbol: 0.98 / self.parameters.held for _, symbol in strongest}
        self.rebalance(weights, tag="rotation")
        self.plot("held", len(strongest))
