"""The style in which a strategy answers each bar with a list of signals."""

from typing import Any, Iterable, Mapping, Sequence

import pandas as pd

from .bar import Bar
from .run import current_run
from .signals import Signal, read_signal
from .strategy import Strategy


class BaseStrategy(Strategy):
    """Has all that a Strategy has; its signals become the same orders.

    The run gives it `symbols`, `config` (the values of the module's `parameters`), `start_date` and
    `end_date`. A constructor of its own may take those that it names.
    """

    # Plain attributes, so that a constructor may set them once more; in Strategy it is a property.
    symbols: Sequence[str] = ()

    def __new__(cls, *_arguments: Any, **_named: Any):
        strategy = super().__new__(cls)
        strategy.symbols = list(Strategy.symbols.__get__(strategy))
        strategy.config = strategy.parameters
        strategy.start_date, strategy.end_date = current_run().dates
        return strategy

    def __init__(self, *_arguments: Any, **_named: Any):
        """Takes what a constructor of its own hands on, which it has already."""

    def generate_signals(self, current_data: Mapping[str, Bar]) -> Iterable[Any]:
        """Called at every close with the bars that there are now, by symbol.

        Returns signals: `Signal(…)`, or dicts with symbol, action ("buy", "sell", "close" or "hold")
        and quantity (units) or weight (share of equity to hold; of a sale, to be short); also a tag.
        """
        raise NotImplementedError(f"{type(self).__name__} has no generate_signals")

    def history(self, symbol: str, bars: int) -> pd.DataFrame:
        """A copy of an instrument's last bars up to now, oldest first, at most as many as there are."""
        past = [self.bar_ago(ago, symbol) for ago in range(bars)]
        known = [bar for bar in reversed(past) if bar is not None]
        fields = list(Bar._fields[3:])
        index = pd.DatetimeIndex([bar.datetime.replace(tzinfo=None) for bar in known])
        return pd.DataFrame([bar[3:] for bar in known], index=index, columns=fields)

    def on_bars(self, bars: Mapping[str, Bar]) -> None:
        symbols = Strategy.symbols.__get__(self)
        for position, raw in enumerate(self.generate_signals(bars) or ()):
            where = f"signal {position} of bar {self.bar_index}"
            self.__carry_out(read_signal(raw, where, symbols))

    def __carry_out(self, signal: Signal) -> None:
        action = signal.action
        options = {"symbol": signal.symbol, "tag": signal.tag}
        if action == "close":
            self.close(**options)
        elif action != "hold" and signal.weight is not None:
            self.order_target_percent(signal.weight if action == "buy" else -signal.weight, **options)
        elif action == "buy":
            self.buy(signal.quantity, **options)
        elif action == "sell":
            self.sell(signal.quantity, **options)
