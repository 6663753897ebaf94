"""Whole columns in and out, for strategies that think in tables."""

from functools import partial
from typing import Any, Iterator, Mapping, NamedTuple, Sequence

import numpy as np
import pandas as pd

from ..bars.bars import COLUMN_NAMES, Bars

FIELDS = COLUMN_NAMES[1:]


class _Row(NamedTuple):
    time: float
    open: float
    high: float
    low: float
    close: float
    volume: float


#: `_Row._make` without a step through Python.
_ROW_OF = partial(tuple.__new__, _Row)


class Table:
    """The columns that indicators read, and the shape in which their values go back.

    A row with a NaN is no bar: it is left out, and its place in the answer stays empty (NaN).
    """

    def __init__(self, columns: Mapping[str, np.ndarray], index: pd.Index | None):
        self._index = index
        self._count = len(next(iter(columns.values())))
        missing = np.zeros(self._count, dtype=bool)
        for column in columns.values():
            missing |= np.isnan(column)
        self._kept = ~missing
        self._columns = {name: column[self._kept] for name, column in columns.items()}

    def column(self, name: str) -> np.ndarray:
        return self._columns[name]

    def bars(self) -> Iterator[_Row]:
        """The rows one by one; where there is but one column it stands for every other."""
        (any_column, *_) = self._columns.values()
        columns = (self._columns.get(name, any_column).tolist() for name in COLUMN_NAMES)
        return map(_ROW_OF, zip(*columns))

    def answer(self, names: Sequence[str], values: np.ndarray) -> Any:
        """A column, or of several lines a table; of pandas where pandas was given.

        `values` has a row a bar, and of several lines a column a line.
        """
        lines = values.reshape(-1, len(names)).T
        columns = {name: self._spread(line) for name, line in zip(names, lines)}
        if len(names) == 1:
            (column,) = columns.values()
            return column if self._index is None else pd.Series(column, index=self._index)
        return columns if self._index is None else pd.DataFrame(columns, index=self._index)

    def _spread(self, values: np.ndarray) -> np.ndarray:
        column = np.full(self._count, np.nan)
        column[self._kept] = values
        return column


def table_of(data: Any) -> Table:
    """Bars, or a table with open, high, low, close and volume; ValueError for anything else."""
    if isinstance(data, Bars):
        return Table({name: getattr(data, name) for name in COLUMN_NAMES}, None)
    names = list(getattr(data, "columns", ()))
    if not isinstance(data, pd.DataFrame) or any(field not in names for field in FIELDS):
        raise ValueError(
            "over(data) takes a table with open, high, low, close and volume of one instrument"
        )
    columns = {field: _numbers(data[field]) for field in FIELDS}
    return Table({"time": _times(data.index), **columns}, data.index)


def one_column_of(data: Any, field: str) -> Table:
    """A column itself, under the name of `field`; or that one of what `table_of` takes."""
    if isinstance(data, pd.Series):
        return Table({field: _numbers(data)}, data.index)
    if isinstance(data, pd.DataFrame) and field in data.columns and data[field].ndim == 1:
        return Table({field: _numbers(data[field])}, data.index)
    if isinstance(data, Bars):
        return Table({field: getattr(data, field)}, None)
    if isinstance(data, (np.ndarray, list, tuple)) and np.ndim(data) == 1:
        return Table({field: _numbers(data)}, None)
    raise ValueError(
        f'over(data) takes one column, or a table of one instrument with "{field}"; of several '
        'instruments one at a time: data["close"].apply(lambda column: sma(20).over(column))'
    )


def _numbers(column: Any) -> np.ndarray:
    return np.asarray(column, dtype=np.float64)


def _times(index: pd.Index) -> np.ndarray:
    """Milliseconds since 1970 UTC; of an index without dates, a day a row."""
    if isinstance(index, pd.DatetimeIndex):
        dates = index.tz_convert("UTC").tz_localize(None) if index.tz is not None else index
        return dates.to_numpy().astype("datetime64[ms]").astype(np.float64)
    return np.arange(len(index)) * 86_400_000.0
