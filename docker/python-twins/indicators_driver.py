"""Runs indicators over the series on standard input and writes every line's every value.

The first line in is the number of further ones, all JSON. One is a series, the columns of its bars;
each one after it asks for an indicator over the latest series: its name, its arguments and its lines
by name, or for the names of every indicator. A line out is the answer, every value as the hex of its
float64.
"""

import json
import struct
import sys
from collections import namedtuple
from inspect import signature

sys.path.insert(0, "/opt/stratbox/python")

from stratbox import indicators  # noqa: E402
from stratbox.indicators import Line  # noqa: E402

Bar = namedtuple("Bar", ["time", "open", "high", "low", "close", "volume"])


def exact(values):
    return ["nan" if value != value else struct.pack(">d", value).hex() for value in values]


def answer(asked, bars):
    try:
        indicator = getattr(indicators, asked["name"])(*asked["arguments"])
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
    return {"values": [exact(values) for values in seen]}


def own_lines(name):
    """The names of the lines that an indicator with its defaults has, without its own value."""
    make = getattr(indicators, name)
    parameters = signature(make).parameters.values()
    needed = [5 for parameter in parameters if parameter.default is parameter.empty]
    indicator = make(*needed)
    names = (name for each in type(indicator).__mro__ for name in getattr(each, "__slots__", ()))
    return sorted(
        name for name in names if name[0] != "_" and isinstance(getattr(indicator, name), Line)
    )


bars = []
for _ in range(int(sys.stdin.readline())):
    asked = json.loads(sys.stdin.readline())
    if "series" in asked:
        bars = [Bar(*map(float, row)) for row in zip(*asked["series"])]
        print(json.dumps({"bars": len(bars)}))
    elif asked["name"] == "every":
        names = set(indicators.__all__) - {"Indicator", "Line", "crosses_above", "crosses_below"}
        print(json.dumps({name: own_lines(name) for name in names}))
    else:
        print(json.dumps(answer(asked, bars)))
