"""A market as analysts know it: a table."""

import numpy as np
import pandas as pd

from .bars.bars import Bars
from .bars.market import Market

FIELDS = ("open", "high", "low", "close", "volume")


def market_frame(market: Market) -> pd.DataFrame:
    """A copy of the market's bars, a row a bar of the clock, in UTC.

    Of one instrument the columns are open, high, low, close and volume; of several each of these is
    a table with a column a symbol, empty (NaN) where an instrument has no bar. So `data["close"]`
    is a Series or a DataFrame, and so is what is computed from it.
    """
    frames = {bars.symbol: bars_frame(bars) for bars in (each.bars for each in market.instruments)}
    if len(frames) == 1:
        (frame,) = frames.values()
        return frame
    wide = pd.concat(frames, axis=1).reindex(dates_of(market.time)).swaplevel(axis=1)
    return wide[[(field, symbol) for field in FIELDS for symbol in frames]]


def bars_frame(bars: Bars) -> pd.DataFrame:
    """A copy of one instrument's bars."""
    columns = {field: np.array(getattr(bars, field)) for field in FIELDS}
    return pd.DataFrame(columns, index=dates_of(bars.time), copy=False)


def dates_of(milliseconds: np.ndarray) -> pd.DatetimeIndex:
    return pd.DatetimeIndex(milliseconds.astype("datetime64[ms]").astype("datetime64[ns]"))
