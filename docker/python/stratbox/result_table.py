"""Tables of a script's result: a Series or a DataFrame, cut to what is kept."""

from typing import Any

import numpy as np
import pandas as pd

from .result_limits import MAXIMUM_RESULT_COLUMNS, MAXIMUM_RESULT_NAME, MAXIMUM_RESULT_ROWS
from .result_values import (
    DATES,
    NUMBERS,
    Problems,
    is_missing,
    is_plain,
    plain_number,
    plain_value,
)
from .text_length import shortened

NOTHING_DATED = np.iinfo(np.int64).min


def table_of(
    table: pd.DataFrame | pd.Series, row_count: int, problems: Problems
) -> dict[str, Any]:
    """`table` has all of the rows, or as many as are kept of `row_count`."""
    series = [*_index_columns(table.index)]
    index_count = len(series)
    if isinstance(table, pd.Series):
        series.append((_name_of(table.name), table))
    else:
        shown = min(table.shape[1], MAXIMUM_RESULT_COLUMNS)
        series += [(_name_of(table.columns[at]), table.iloc[:, at]) for at in range(shown)]
    column_count = index_count + (1 if isinstance(table, pd.Series) else table.shape[1])
    series = series[:MAXIMUM_RESULT_COLUMNS]
    rows = _kept_rows(series[index_count:], len(table))
    if column_count > len(series):
        problems.add(f"result has {column_count:,} columns; the first {len(series)} are kept.")
    if row_count > MAXIMUM_RESULT_ROWS:
        problems.add(f"result has {row_count:,} rows; {MAXIMUM_RESULT_ROWS:,} of them are kept.")
    return {
        "kind": "table",
        "columns": [_column_of(name, one.iloc[rows], problems) for name, one in series],
        "indexCount": min(index_count, len(series)),
        "rowCount": row_count,
        "columnCount": column_count,
    }


def _index_columns(index: pd.Index) -> list[tuple[str, pd.Series]]:
    """None for a bare numbering of the rows, which tells nothing."""
    if isinstance(index, pd.RangeIndex) and index.name is None and index.start == 0 and index.step == 1:
        return []
    levels = range(index.nlevels)
    return [(_name_of(index.names[at]), pd.Series(index.get_level_values(at))) for at in levels]


def _name_of(name: Any) -> str:
    parts = name if isinstance(name, tuple) else (name,)
    text = " / ".join("" if part is None else str(part) for part in parts)
    return shortened(text, MAXIMUM_RESULT_NAME)


def _place_of(name: str) -> str:
    return f'The column "{name}" of result' if name else "result"


def _kept_rows(columns: list[tuple[str, pd.Series]], count: int) -> np.ndarray:
    """The first rows; of a single column of numbers evenly spaced ones, so that its chart is whole."""
    if count <= MAXIMUM_RESULT_ROWS:
        return np.arange(count)
    alone = len(columns) == 1 and _is_numeric(columns[0][1])
    if not alone:
        return np.arange(MAXIMUM_RESULT_ROWS)
    return np.linspace(0, count - 1, MAXIMUM_RESULT_ROWS).round().astype(int)


def _is_numeric(series: pd.Series) -> bool:
    kinds = pd.api.types
    return kinds.is_numeric_dtype(series.dtype) and not kinds.is_bool_dtype(series.dtype) and not (
        kinds.is_complex_dtype(series.dtype)
    )


def _column_of(name: str, series: pd.Series, problems: Problems) -> dict[str, Any]:
    kinds = pd.api.types
    if isinstance(series.dtype, pd.CategoricalDtype):
        series = series.astype(series.cat.categories.dtype)
    if _is_numeric(series):
        return {"name": name, "kind": "number", "values": _numbers(name, series, problems)}
    if kinds.is_datetime64_any_dtype(series.dtype):
        return {"name": name, "kind": "time", "values": _times(series)}
    return _column_of_objects(name, series.tolist(), problems)


def _numbers(name: str, series: pd.Series, problems: Problems) -> list[float | None]:
    values = series.to_numpy(dtype=float, na_value=np.nan)
    if np.isinf(values).any():
        problems.add(f"{_place_of(name)} has values that are infinite.")
    return [value if np.isfinite(value) else None for value in values.tolist()]


def _times(series: pd.Series) -> list[int | None]:
    """Unix milliseconds; a time without a zone is in UTC."""
    if series.dt.tz is not None:
        series = series.dt.tz_convert("UTC").dt.tz_localize(None)
    values = series.to_numpy(dtype="datetime64[ms]").astype(np.int64)
    return [None if value == NOTHING_DATED else value for value in values.tolist()]


def _column_of_objects(name: str, values: list[Any], problems: Problems) -> dict[str, Any]:
    where = _place_of(name)
    for value in values:
        if not is_plain(value):
            problems.refuse(f"{where} holds what", value)
            break
    known = [None if is_missing(value) or not is_plain(value) else value for value in values]
    present = [value for value in known if value is not None]

    def all_are(*kinds: type) -> bool:
        return len(present) > 0 and all(isinstance(value, kinds) for value in present)

    if all_are(bool, np.bool_):
        kind, read = "boolean", bool
    elif all_are(*NUMBERS) and not any(isinstance(value, (bool, np.bool_)) for value in present):
        kind, read = "number", lambda value: plain_number(value, where, problems)
    elif all_are(*DATES) and (moments := _moments(known)) is not None:
        return {"name": name, "kind": "time", "values": _times(moments)}
    else:
        kind, read = "text", lambda value: _as_text(value, where, problems)
    return {
        "name": name,
        "kind": kind,
        "values": [None if value is None else read(value) for value in known],
    }


def _moments(values: list[Any]) -> pd.Series | None:
    try:
        return pd.to_datetime(pd.Series(values, dtype=object), utc=True)
    except (ValueError, TypeError):
        # Beyond the years that pandas counts in nanoseconds: shown as texts.
        return None


def _as_text(value: Any, where: str, problems: Problems) -> str | None:
    plain = plain_value(value, where, problems)
    if isinstance(plain, bool):
        return "true" if plain else "false"
    return None if plain is None else str(plain)
