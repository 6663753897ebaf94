"""An event loop in Python that does a bar's work as backtesting.py's does, on columns from the input.

backtesting.py is not a Debian package, so this is its loop at its leanest. Its `Backtest.run` does these
things at every bar, and so does this: the data's length grows by one and its cached views are dropped;
each indicator, computed ahead as a whole array, is cut to that length and set on the strategy; the
broker reads open, high and low and the close before, walks its list of orders, fills the market orders
at the open, and writes down the equity of cash and open trades; then `next` is called. Its arrays are a
subclass of numpy's that hands a name and options on to each view, and so are these. Left out: limit
and stop orders, margin, commissions by function, warnings.
"""

import statistics
import sys
import time
from typing import Callable

import numpy as np


class Array(np.ndarray):
    name: str
    options: dict

    def __array_finalize__(self, source: np.ndarray | None) -> None:
        if source is not None:
            self.name = getattr(source, "name", "")
            self.options = getattr(source, "options", {})


class Data:
    def __init__(self, columns: dict[str, np.ndarray]):
        self._columns = {name: values.view(Array) for name, values in columns.items()}
        self._length = 0
        self._views: dict[str, np.ndarray] = {}

    def grow(self, length: int) -> None:
        self._length = length
        self._views.clear()

    def __len__(self) -> int:
        return self._length

    def __getattr__(self, name: str) -> np.ndarray:
        view = self._views.get(name)
        if view is None:
            view = self._views[name] = self._columns[name][: self._length]
        return view


class Trade:
    def __init__(self, broker: "Broker", size: int, price: float):
        self._broker = broker
        self.size = size
        self.price = price

    @property
    def profit(self) -> float:
        return self.size * (self._broker.last_price - self.price)


class Broker:
    def __init__(self, data: Data, bars: int, cash: float, cost: float):
        self.data = data
        self.cash = cash
        self.cost = cost
        self.orders: list[float] = []
        self.trades: list[Trade] = []
        self.closed = 0
        self.curve = np.full(bars, np.nan)

    @property
    def last_price(self) -> float:
        return self.data.close[-1]

    @property
    def equity(self) -> float:
        return self.cash + sum(trade.profit for trade in self.trades)

    def next(self) -> None:
        self._fill_orders()
        equity = self.equity
        self.curve[len(self.data) - 1] = equity
        if equity <= 0:
            raise RuntimeError("out of money")

    def _fill_orders(self) -> None:
        data = self.data
        opened, _high, _low, _before = data.open[-1], data.high[-1], data.low[-1], data.close[-2]
        for share in list(self.orders):
            for trade in list(self.trades):
                self.trades.remove(trade)
                self.cash += trade.size * (opened * (1 - self.cost) - trade.price)
                self.closed += 1
            price = opened * (1 + self.cost)
            size = int(self.equity * share // price)
            if size:
                self.trades.append(Trade(self, size, price))
            self.orders.remove(share)


class SmaCross:
    fast: np.ndarray
    slow: np.ndarray

    def __init__(self, broker: Broker):
        self.broker = broker

    def next(self) -> None:
        if self.fast[-2] <= self.slow[-2] and self.fast[-1] > self.slow[-1]:
            self.broker.orders.append(1.0)
        elif self.fast[-2] >= self.slow[-2] and self.fast[-1] < self.slow[-1]:
            self.broker.orders.append(0.0)


def average(values: np.ndarray, period: int) -> np.ndarray:
    sums = np.cumsum(np.insert(values, 0, 0.0))
    return np.concatenate([np.full(period - 1, np.nan), (sums[period:] - sums[:-period]) / period])


def backtest(columns: dict[str, np.ndarray], fast: int, slow: int) -> Broker:
    bars = len(columns["close"])
    data = Data(columns)
    broker = Broker(data, bars, cash=100_000.0, cost=0.001)
    strategy = SmaCross(broker)
    periods = {"fast": fast, "slow": slow}
    indicators = {name: average(columns["close"], n).view(Array) for name, n in periods.items()}
    with np.errstate(invalid="ignore"):
        for bar in range(slow, bars):
            data.grow(bar + 1)
            for name, values in indicators.items():
                setattr(strategy, name, values[..., : bar + 1])
            broker.next()
            strategy.next()
    return broker


def median_seconds(work: Callable[[], Broker], rounds: int) -> tuple[float, Broker]:
    """After one round that warms up."""
    done = work()
    times = []
    for _ in range(rounds):
        began = time.perf_counter()
        work()
        times.append(time.perf_counter() - began)
    return statistics.median(times), done


rounds = int(sys.argv[1])
table = np.frombuffer(sys.stdin.buffer.read()).reshape(4, -1)
given = dict(zip(("open", "high", "low", "close"), table))
seconds, broker = median_seconds(lambda: backtest(given, 10, 30), rounds)
print(seconds * 1000, broker.closed)
