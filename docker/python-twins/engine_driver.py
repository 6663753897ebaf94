"""Runs the cases on standard input through the Python engine and writes down what it did.

The first line in is their number, each further one a case as JSON. A line out is the record of a
case, a list of lines of text in which every number is the hex of its float64; of the TypeScript
engine engine-cases.fixture.ts writes the same.
"""

import base64
import json
import struct
import sys

import numpy as np

sys.path.insert(0, "/opt/stratbox/python")

from stratbox.bars import Bars, Instrument, create_market, unpack_market  # noqa: E402
from stratbox.engine import simulate  # noqa: E402
from stratbox.engine.checksum import column_checksum  # noqa: E402
from stratbox.engine.order_terms import terms_problem  # noqa: E402
from stratbox.engine.random import create_random  # noqa: E402
from stratbox.engine.replay import Recorded  # noqa: E402


def exact(value):
    if value is None:
        return "none"
    return "nan" if value != value else struct.pack(">d", value).hex()


def line(*parts):
    words = (exact(part) if isinstance(part, float) else str(part) for part in parts)
    return " ".join(words)


class Watched(Recorded):
    """Repeats the decisions and writes down what a strategy could see at each bar."""

    def __init__(self, decisions):
        super().__init__(decisions)
        self.seen = []
        self.orders = []

    def begin(self, desk):
        super().begin(desk)
        place = desk.place

        class Noting:
            def place(_, decision):
                order = place(decision)
                if order is not None:
                    self.orders.append(order)

        self.noting = Noting()

    def decide(self, bar, desk):
        self.seen.append(line("bar", bar, desk.cash, desk.equity, *map(float, desk.positions)))
        fresh = ["fresh" if has_bar else "stale" for has_bar in desk.fresh]
        self.seen.append(line("rows", *desk.rows, *fresh))
        self.seen.extend(map(order_line, self.orders))
        super().decide(bar, self.noting)


def order_line(order):
    return line("order", order.id, order.symbol, order.status, order.filled, order.filled_value)


def record(case):
    if "terms" in case:
        problem = terms_problem(case["type"], case["terms"])
        return [] if problem is None else [problem]
    market = unpack_market(case["job"], base64.b64decode(case["columns"]))
    source = Watched(case["decisions"])
    try:
        result = simulate(market, source, case["settings"])
    except ValueError as error:
        return [str(error)]
    lines = source.seen
    lines.extend(map(order_line, source.orders))
    lines.append(line("equity", *result.equity.tolist()))
    lines.append(line("exposure", *result.exposure.tolist()))
    lines.append(line("checksum", column_checksum(result.equity)))
    for fill in result.fills:
        lines.append(
            line(
                *("fill", fill.bar, fill.decision_bar, fill.order, fill.symbol, fill.quantity),
                *(fill.price, fill.commission, fill.slippage),
                *("assumed" if fill.assumed else "certain", fill.tag),
            )
        )
    for trade in result.trades:
        lines.append(
            line(
                *("trade", trade.symbol, trade.direction, trade.quantity, trade.entry_bar),
                *(trade.entry_time, trade.entry_price, trade.exit_bar, exact(trade.exit_time)),
                *(trade.exit_price, trade.commission, trade.profit, trade.return_share),
                *(trade.bars_held, "assumed" if trade.assumed else "certain", trade.tag),
            )
        )
    sums = (result.interest, result.borrow_fees, result.final_cash)
    lines.append(line("account", *sums, *result.final_positions, result.stale_bars))
    random = create_random(case["settings"]["seed"])
    lines.append(line("random", *(random() for _ in range(5))))
    return lines


def refused(call, word):
    try:
        call()
    except ValueError as error:
        assert word in str(error), error
        return
    raise AssertionError(f"taken, whatever the {word}")


def check_refusals():
    def bars(symbol, *times):
        column = np.array(times, dtype=float)
        return Instrument(Bars(symbol, *[column] * 6))

    def job(count, finer_count=0):
        place = {"symbol": "A", "barCount": count, "finerBarCount": finer_count}
        return {"instruments": [place], "sessions": [{"from": None, "offset": 0}]}

    two = np.arange(12.0)
    refused(lambda: create_market([]), "at least one")
    refused(lambda: create_market([bars("A", 1), bars("A", 2)]), "twice")
    refused(lambda: create_market([bars("A", 1, 2, 2)]), "row 2")
    refused(lambda: create_market([Instrument(bars("A", 1).bars, bars("A", 2, 1).bars)]), "row 1")
    refused(lambda: Bars("A", two, *[two[1:]] * 5), "Column open")
    refused(lambda: unpack_market(job(2), two.tobytes()[:-1]), "end before")
    refused(lambda: unpack_market(job(2), two.tobytes() + b"12345678"), "104 bytes")
    refused(lambda: unpack_market(job(1, 2), two.tobytes()), "end before")


check_refusals()
for _ in range(int(sys.stdin.readline())):
    print(json.dumps(record(json.loads(sys.stdin.readline()))))
