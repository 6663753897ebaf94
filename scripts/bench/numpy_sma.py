"""The same SMA crossover in numpy, vectorised: averages from cumulative sums, positions from crossings,
equity from the positions held, with costs on each trade. Reads the bars' open and close columns from a
file of doubles and prints the median time of a pass in milliseconds. Compounds fractions of equity
instead of whole units, as vectorised backtests do, so it does less work than the engine."""
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
    mean = sums / period
    mean[: period - 1] = numpy.nan
    return mean


def backtest():
    above = average(closes, fast) > average(closes, slow)
    above[: slow] = False
    held = numpy.empty(count, dtype=bool)
    held[0] = False
    held[1:] = above[:-1]
    changes = numpy.flatnonzero(held[1:] != held[:-1]) + 1
    growth = numpy.ones(count)
    growth[1:] = numpy.where(held[1:] & held[:-1], closes[1:] / closes[:-1], 1.0)
    entries = changes[held[changes]]
    exits = changes[~held[changes]]
    growth[entries] = closes[entries] / (opens[entries] * (1 + cost)) * (1 - cost)
    growth[exits] = opens[exits] * (1 - cost) / closes[exits - 1] * (1 - cost)
    equity = 100_000 * numpy.cumprod(growth)
    return equity, entries, exits


times = []
for _ in range(rounds):
    start = time.perf_counter()
    backtest()
    times.append((time.perf_counter() - start) * 1000)
print(sorted(times)[len(times) // 2])
