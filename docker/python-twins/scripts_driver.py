"""Turns target weights into decisions and reads results, as a script's run does.

The first line in is the number of further ones, all JSON: either a job with the base64 of its columns
and weights by symbol, or a value that a script may leave in `result`. A line out is the answer.
"""

import base64
import json
import sys

import numpy as np
import pandas as pd

sys.path.insert(0, "/opt/stratbox/python")

from stratbox.bars import unpack_market  # noqa: E402
from stratbox.run import StrategyRun  # noqa: E402
from stratbox.script_result import extract_result  # noqa: E402
from stratbox.target_weights import decisions_of  # noqa: E402


def decisions(case):
    market = unpack_market(case["job"], base64.b64decode(case["columns"]))
    run = StrategyRun(market, {}, {})
    columns = {name: np.array(column, dtype=float) for name, column in case["weights"].items()}
    return list(decisions_of(pd.DataFrame(columns, index=run.index), run, case["terms"]))


def result(value):
    extracted = extract_result(value)
    return {"result": extracted.result, "isWhole": extracted.error is None}


def answer(line):
    case = json.loads(line)
    return decisions(case) if "weights" in case else result(case["value"])


count = int(sys.stdin.readline())
for _ in range(count):
    print(json.dumps(answer(sys.stdin.readline()), allow_nan=False))
