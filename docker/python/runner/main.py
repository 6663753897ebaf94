"""One run: what takes long is done while nobody waits, then a job comes and its decisions go out."""

import gc
import os
import random
import sys
from typing import Any

import numpy as np

from stratbox.bars import unpack_market
from stratbox.engine.checksum import column_checksum
from stratbox.run import StrategyRun, open_run
from stratbox.styles import drive_text
from stratbox.tables import unpack_tables

from . import wire as frames
from .deadline import limit_idleness, limit_run
from .failures import describe_raised
from .outbox import Outbox
from .printed import capture_printing
from .strategy_module import load_strategy
from .warm_up import warm_up
from .wire import Wire, read_job


def main() -> None:
    wire = Wire.take_standard_output()
    limit_idleness()
    warm_up()
    # What lives until the end need not be looked at again by the collector.
    gc.collect()
    gc.freeze()
    wire.send(frames.READY, {})
    job, columns, tables = read_job(os.fdopen(0, "rb"))
    # Nothing more is to be read: a text that asks for input is told so, and does not wait for ever.
    sys.stdin = None
    _run(job, columns, tables, Outbox(wire))


def _run(job: dict[str, Any], columns: bytes, tables: bytes, outbox: Outbox) -> None:
    seconds = job["timeLimitSeconds"]
    limit_run(
        seconds,
        lambda: outbox.failed("time-limit", f"The strategy ran longer than {seconds} seconds"),
    )
    settings = job["settings"]
    run = StrategyRun(
        unpack_market(job, columns),
        job["parameters"],
        settings,
        names=job["names"],
        tables=unpack_tables(job["tables"], tables),
    )
    end_printing = capture_printing(outbox.log)
    # An unseeded generator would give another result at every run.
    random.seed(settings["seed"])
    np.random.seed(settings["seed"])
    try:
        open_run(run)
        result = drive_text(load_strategy(job["source"]), run, outbox)
        end_printing()
        if result.result is not None:
            outbox.result(result.result)
        seen = result.equity
        outbox.done(result.plots, None if seen is None else column_checksum(seen))
    except MemoryError:
        outbox.failed("out-of-memory", "The strategy's memory is full")
    except BaseException as error:
        end_printing()
        message, stack = describe_raised(error, job["source"])
        outbox.failed("strategy-error", message, stack)
