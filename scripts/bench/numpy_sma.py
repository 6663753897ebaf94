"""The same SMA crossover in numpy, vectorised where the work allows it: averages from cumulative sums,
crossings from comparisons of whole columns, equity a bar from the cash and units of each stretch.
Only the trades are a loop, because each one's whole lots depend on the cash that the last one left.
Reads the bars' open and close columns from a file of doubles; prints the median time of a pass in
milliseconds, the final equity and the number of trades, so that the caller can see that the work is
the same."""
import sys
import time

import numpy

path, count, fast, slow, cost, rounds = sys.argv[1], *map(float, sys.argv[2:])
count, fast, slow, rounds = int(count), int(fast), int(slow), int(rounds)
columns = numpy.fromfile(path, dtype="<f8").reshape(2, count)
opens, closes = columns


def average(values, period):
    sums = numpy.cumsum(values)
    sums[period:] = sums[period:] - sums[:-period]
    return sums / period


def backtest():
    above = average(closes, fast) > average(closes, slow)
    decided = numpy.flatnonzero(above[slow:] != above[slow - 1 : -1]) + slow
    filled = decided[decided + 1 < count] + 1
    if len(filled) and not above[filled[0] - 1]:
        filled = filled[1:]
    cash, units = 100_000.0, 0
    cash_after, units_after, trades = [cash], [0], []
    for bar, price in zip(filled.tolist(), opens[filled].tolist()):
        if units == 0:
            paid = price * (1 + cost)
            units = cash // (paid * (1 + cost))
            cash -= units * paid * (1 + cost)
            entry = (bar, paid)
        else:
            got = price * (1 - cost)
            cash += units * got * (1 - cost)
            trades.append((*entry, bar, got, units))
            units = 0
        cash_after.append(cash)
        units_after.append(units)
    lengths = numpy.diff(filled, prepend=0, append=count)
    equity = numpy.repeat(units_after, lengths) * closes + numpy.repeat(cash_after, lengths)
    return equity, trades


times = []
for _ in range(rounds):
    start = time.perf_counter()
    equity, trades = backtest()
    times.append((time.perf_counter() - start) * 1000)
print(sorted(times)[len(times) // 2], equity[-1], len(trades))
