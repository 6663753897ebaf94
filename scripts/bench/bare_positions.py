"""The text of a vectorised strategy, run bare: no sandbox, no wire, only pandas on a frame in memory."""

import sys
import time
import types

import numpy as np
import pandas as pd

strategy: dict = {}
exec(sys.argv[1], strategy)
chosen = types.SimpleNamespace(**{name: one["default"] for name, one in strategy["parameters"].items()})
table = np.frombuffer(sys.stdin.buffer.read()).reshape(6, -1)
index = pd.to_datetime(table[0], unit="ms")
names = ("open", "high", "low", "close", "volume")
frame = pd.DataFrame(dict(zip(names, table[1:])), index=index)

# Once and in a new process, as in the sandbox.
began = time.perf_counter()
weights = strategy["positions"](frame, chosen)
took = time.perf_counter() - began
print(took * 1000, int(weights.diff().abs().gt(0).sum()))
