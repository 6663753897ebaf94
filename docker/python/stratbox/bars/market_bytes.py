"""The market of a job frame. The twin of unpackMarket in shared/frames/market-bytes.ts."""

import math
from collections.abc import Mapping
from typing import Any

import numpy as np

from .bars import COLUMN_NAMES, Bars
from .market import Instrument, Market, create_market
from .sessions import ZoneOffset

BYTES_PER_BAR = len(COLUMN_NAMES) * 8


def unpack_market(job: Mapping[str, Any], columns: bytes) -> Market:
    """What the job frame says of a market, over the bytes of the columns frame: nothing is copied.

    Raises ValueError if the columns are not of the length announced.
    """
    at = 0

    def take(symbol: str, count: int) -> Bars:
        nonlocal at
        if at + count * BYTES_PER_BAR > len(columns):
            raise ValueError(f"The columns end before the bars of {symbol}")
        block = np.frombuffer(columns, "<f8", count * len(COLUMN_NAMES), at)
        at += count * BYTES_PER_BAR
        return Bars(symbol, *block.reshape(len(COLUMN_NAMES), count))

    instruments = []
    for place in job["instruments"]:
        symbol, finer_count = place["symbol"], place["finerBarCount"]
        bars = take(symbol, place["barCount"])
        instruments.append(Instrument(bars, take(symbol, finer_count) if finer_count > 0 else None))
    if at != len(columns):
        raise ValueError(f"The columns have {len(columns)} bytes, the job announces {at}")
    # JSON knows no infinity.
    sessions = [
        ZoneOffset(
            -math.inf if entry["from"] is None else float(entry["from"]), float(entry["offset"])
        )
        for entry in job["sessions"]
    ]
    return create_market(instruments, sessions)
