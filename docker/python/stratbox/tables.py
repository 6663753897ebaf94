"""The tables that a run was given. The twin of bytesToTable in shared/bars/table-bytes.ts."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd


@dataclass(frozen=True)
class GivenTable:
    id: str
    name: str
    #: Name and kind of each: number, time, boolean or text.
    columns: Sequence[Mapping[str, str]]
    row_count: int
    content: memoryview

    def frame(self) -> pd.DataFrame:
        """A copy, to be changed at will."""
        size = self.row_count * 8
        numeric = sum(column["kind"] != "text" for column in self.columns)
        texts = iter(json.loads(bytes(self.content[numeric * size :])))
        at = 0
        named: dict[str, Any] = {}
        for column in self.columns:
            if column["kind"] == "text":
                named[column["name"]] = pd.array(next(texts), dtype=object)
                continue
            values = np.frombuffer(self.content[at : at + size], "<f8")
            named[column["name"]] = _values(column["kind"], values)
            at += size
        return pd.DataFrame(named, index=pd.RangeIndex(self.row_count))

    @property
    def time_column(self) -> str | None:
        return next((column["name"] for column in self.columns if column["kind"] == "time"), None)


def _values(kind: str, values: np.ndarray) -> Any:
    missing = np.isnan(values)
    if kind == "number":
        return values.copy()
    if kind == "time":
        whole = np.where(missing, 0, values).astype("datetime64[ms]").astype("datetime64[ns]")
        whole[missing] = np.datetime64("NaT")
        return whole
    if not missing.any():
        return values == 1
    return np.where(missing, None, values == 1)


def unpack_tables(tables: Sequence[Mapping[str, Any]], content: bytes) -> tuple[GivenTable, ...]:
    """The tables of a job, each read when it is asked for. Raises ValueError for bytes that do not fit."""
    view, at, unpacked = memoryview(content), 0, []
    for table in tables:
        end = at + table["byteLength"]
        unpacked.append(
            GivenTable(table["id"], table["name"], table["columns"], table["rowCount"], view[at:end])
        )
        at = end
    if at != len(content):
        raise ValueError(f"The tables have {len(content)} bytes, the job announces {at}")
    return tuple(unpacked)
