"""Runs indicators over the series on standard input and writes every line's every value.

The first line in is the number of further ones, all JSON. One is a series, the columns of its bars;
each one after it asks for an indicator over the latest series: its name, its arguments and its
lines by name, or for every indicator's description. A line out is the answer, every value as the
hex of its float64. On the way what whole columns give is held to what was given bar by bar.
"""

import json
import sys
from collections import namedtuple
from inspect import signature

import numpy as np
import pandas as pd

sys.path.insert(0, "/opt/stratbox/python")

from stratbox import indicators  # noqa: E402
from stratbox.bars import Bars  # noqa: E402
from stratbox.indicators.indicator import OneColumn  # noqa: E402

Bar = namedtuple("Bar", ["time", "open", "high", "low", "close", "volume"])


def exact(values):
    """The bits of a column, 16 hex digits a number; every NaN is the same one."""
    column = np.array(values, dtype=float)
    return np.where(np.isnan(column), np.nan, column).astype(">f8").tobytes().hex()


def make(asked):
    return getattr(indicators, asked["name"])(*asked["arguments"])


def answer(asked, bars, shapes):
    try:
        indicator = make(asked)
    except ValueError as error:
        return {"refused": str(error)}
    names = asked["lines"]
    lines = [indicator if name == "value" else getattr(indicator, name) for name in names]
    seen = [[] for _ in names]
    for bar in bars:
        before = [line.value for line in lines]
        indicator.update(bar)
        for line, values, earlier in zip(lines, seen, before):
            if line.previous != earlier and earlier == earlier:
                raise AssertionError(f"previous of {asked['name']}")
            values.append(line.value)
    check_whole_columns(asked, seen, shapes)
    return {"values": [exact(values) for values in seen]}


def described(name):
    """Its arguments, and its further lines where it has its defaults and 5 for what has none."""
    make = getattr(indicators, name)
    parameters = signature(make).parameters
    needed = [5 for each in parameters.values() if each.default is each.empty]
    for rows in (0, 1):
        few = pd.DataFrame(1.0, columns=Bar._fields[1:], index=pd.to_datetime(range(rows)))
        assert len(make(*needed).over(few)) == rows, name
    return {"arguments": list(parameters), "lines": sorted(make(*needed).lines())}


class Shapes:
    """A series in every shape that `over` takes, each with the rows in which it has the bars."""

    def __init__(self, bars):
        columns = {name: np.array(column) for name, column in zip(Bar._fields, zip(*bars))}
        self.bars = Bars("A", **columns)
        dates = pd.to_datetime(columns.pop("time"), unit="ms")
        frame = pd.DataFrame(columns, index=dates)
        tokyo = frame.tz_localize("UTC").tz_convert("Asia/Tokyo")
        further = dates[1:3] + pd.Timedelta(1, "h")
        self.holes = frame.reindex(dates.append(further).sort_values())
        self.kept = self.holes["close"].notna().to_numpy()
        every = np.ones(len(frame), dtype=bool)
        self.tables = [(frame, every), (tokyo, every), (self.bars, every), (self.holes, self.kept)]

    def of(self, indicator):
        if not isinstance(indicator, OneColumn):
            return self.tables
        field = indicator.field
        array = getattr(self.bars, field)
        every = np.ones(len(array), dtype=bool)
        return [*self.tables, (self.holes[field], self.kept), (array.tolist(), every)]


def check_whole_columns(asked, values, shapes):
    """Whole columns give an indicator what single bars gave it; rows without one stay empty."""
    expected = {name: exact(line) for name, line in zip(asked["lines"], values)}
    for data, rows in shapes.of(make(asked)):
        answer = make(asked).over(data)
        given = {"value": answer} if len(expected) == 1 else answer
        assert set(given) == set(expected), asked
        for name, column in given.items():
            column = np.asarray(column)
            assert len(column) == len(rows), (asked, name)
            assert exact(column[rows]) == expected[name], (asked, name)
            assert np.isnan(column[~rows]).all(), (asked, name)


def check_crosses(bars):
    """Columns cross where lines do."""
    closes = pd.Series([bar.close for bar in bars])
    whole = (indicators.sma(3).over(closes), indicators.ema(8).over(closes))
    for crosses in (indicators.crosses_above, indicators.crosses_below):
        columns = [crosses(*whole), crosses(whole[0], closes.median())]
        arrays = crosses(*(column.to_numpy() for column in whole))
        fast, slow = indicators.sma(3), indicators.ema(8)
        pairs = [(fast, slow), (fast, float(closes.median()))]
        for row, bar in enumerate(bars):
            fast.update(bar)
            slow.update(bar)
            now = [crosses(*pair) for pair in pairs]
            assert now == [bool(column[row]) for column in columns], row
            assert bool(arrays[row]) == now[0], row


def refused(call):
    try:
        call()
    except ValueError:
        return
    raise AssertionError("what is no table was taken")


def check_refusals():
    wide = pd.DataFrame(
        1.0, columns=pd.MultiIndex.from_product([["close"], ["A", "B"]]), index=[1, 2]
    )
    for data in (wide, wide["close"], 5, None, "close", np.ones((3, 2))):
        refused(lambda data=data: indicators.sma(3).over(data))
        refused(lambda data=data: indicators.atr(3).over(data))
    refused(lambda: indicators.atr(3).over(pd.Series([1.0, 2.0])))


check_refusals()
bars = shapes = None
for _ in range(int(sys.stdin.readline())):
    asked = json.loads(sys.stdin.readline())
    if "series" in asked:
        bars = [Bar(*map(float, row)) for row in zip(*asked["series"])]
        shapes = Shapes(bars)
        check_crosses(bars)
        print(json.dumps({"bars": len(bars)}))
    elif asked["name"] == "every":
        names = set(indicators.__all__) - {"Indicator", "Line", "crosses_above", "crosses_below"}
        print(json.dumps({name: described(name) for name in names}))
    else:
        print(json.dumps(answer(asked, bars, shapes)))
