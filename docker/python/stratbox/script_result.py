"""What a script leaves in `result`, in the form of shared/contract/models/script-result.ts.

The twin of shared/strategy/script-result.ts. Whatever cannot be shown is named; nothing here raises
for what a text left.
"""

import json
from dataclasses import dataclass, fields, is_dataclass
from typing import Any, Iterator, Mapping

import numpy as np
import pandas as pd

from .result_limits import (
    MAXIMUM_EXTRACTION_ERROR,
    MAXIMUM_RESULT_LENGTH,
    MAXIMUM_RESULT_NAME,
    MAXIMUM_RESULT_ROWS,
)
from .result_table import table_of
from .result_values import Problems, is_plain, plain_value
from .simulation import Report
from .text_length import shortened

#: A record in a record is shown by the path to its values; deeper ones are not looked into.
DEEPEST_RECORD = 4


@dataclass(frozen=True)
class ScriptResult:
    """What is sent to the app: the result, and in words what of it could not be extracted."""

    result: dict[str, Any] | None
    error: str | None


def extract_result(value: Any) -> ScriptResult:
    """Reads whatever a text left in `result`."""
    problems = Problems()
    try:
        result = _within_length(_read(value, problems), problems)
    except Exception as error:
        result = None
        problems.add(f"result cannot be read: {type(error).__name__}.")
    return ScriptResult(result, shortened(str(problems), MAXIMUM_EXTRACTION_ERROR) or None)


def _read(value: Any, problems: Problems) -> dict[str, Any] | None:
    # What `sim` returns holds no figures: the host computes them.
    if isinstance(value, Report):
        return None
    if is_plain(value):
        return {"kind": "value", "value": plain_value(value, "result", problems)}
    if isinstance(value, (pd.DataFrame, pd.Series)):
        return table_of(value, len(value), problems)
    if isinstance(value, np.ndarray):
        return _array(value, problems)
    if isinstance(value, (pd.Index, pd.api.extensions.ExtensionArray)):
        return table_of(pd.Series(value), len(value), problems)
    mapping = _mapping_of(value)
    if mapping is not None:
        return _table_of_mapping(mapping, problems) or _record(mapping, problems)
    if isinstance(value, (list, tuple)):
        return _list(value, problems)
    if isinstance(value, (set, frozenset)):
        return _list(sorted(value, key=str), problems)
    problems.refuse("result", value)
    return None


def _array(value: np.ndarray, problems: Problems) -> dict[str, Any] | None:
    if value.ndim == 0:
        return _read(value.item(), problems)
    if value.ndim > 2:
        problems.add(f"result is an array of {value.ndim} dimensions; a table has two.")
        return None
    if value.ndim == 1 and value.dtype.names is None:
        return table_of(pd.Series(value), len(value), problems)
    return table_of(pd.DataFrame(value[:MAXIMUM_RESULT_ROWS]), len(value), problems)


def _list(rows: list[Any] | tuple[Any, ...], problems: Problems) -> dict[str, Any] | None:
    if all(is_plain(row) for row in rows):
        return table_of(pd.Series(list(rows), dtype=None if rows else object), len(rows), problems)
    kept = [_mapping_of(row) or row for row in rows[:MAXIMUM_RESULT_ROWS]]
    if all(isinstance(row, Mapping) for row in kept) or all(_is_row(row) for row in kept):
        return table_of(pd.DataFrame(kept), len(rows), problems)
    odd = next((row for row in kept if not is_plain(row)), kept[0])
    problems.refuse("result holds an item that", odd)
    return None


def _is_row(value: Any) -> bool:
    return isinstance(value, (list, tuple)) or (isinstance(value, np.ndarray) and value.ndim == 1)


def _is_column(value: Any) -> bool:
    return isinstance(value, (pd.Series, pd.Index)) or _is_row(value)


def _mapping_of(value: Any) -> Mapping[Any, Any] | None:
    if isinstance(value, Mapping):
        return value
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: getattr(value, field.name) for field in fields(value)}
    if isinstance(value, tuple) and hasattr(value, "_asdict"):
        return value._asdict()
    return None


def _table_of_mapping(mapping: Mapping[Any, Any], problems: Problems) -> dict[str, Any] | None:
    """Equally long columns by name, or rows by name; None where it is neither."""
    values = list(mapping.values())
    if not values:
        return None
    if all(isinstance(value, pd.Series) for value in values):
        frame = pd.DataFrame(dict(mapping))
        return table_of(frame, len(frame), problems)
    if all(_is_column(value) for value in values) and len({len(value) for value in values}) == 1:
        frame = pd.DataFrame({name: list(value) for name, value in mapping.items()})
        return table_of(frame, len(frame), problems)
    rows = [_mapping_of(value) for value in values[:MAXIMUM_RESULT_ROWS]]
    if len(rows) > 1 and all(row and all(map(is_plain, row.values())) for row in rows):
        index = pd.Index([str(name) for name in mapping][: len(rows)])
        return table_of(pd.DataFrame(rows, index=index), len(mapping), problems)
    return None


def _record(mapping: Mapping[Any, Any], problems: Problems) -> dict[str, Any]:
    entries: list[dict[str, Any]] = []
    count = 0
    for path, value in _leaves(mapping, (), problems):
        count += 1
        if len(entries) < MAXIMUM_RESULT_ROWS:
            name = ".".join(path)
            shown = plain_value(value, f'result["{name}"]', problems)
            entries.append({"name": shortened(name, MAXIMUM_RESULT_NAME), "value": shown})
    if count > len(entries):
        problems.add(f"result has {count:,} entries; the first {len(entries):,} are kept.")
    return {"kind": "record", "entries": entries, "entryCount": count}


def _leaves(
    mapping: Mapping[Any, Any], path: tuple[str, ...], problems: Problems
) -> Iterator[tuple[tuple[str, ...], Any]]:
    for key, value in mapping.items():
        here = (*path, str(key))
        inner = _mapping_of(value)
        if is_plain(value):
            yield here, value
        elif inner is not None and len(here) < DEEPEST_RECORD:
            yield from _leaves(inner, here, problems)
        elif isinstance(value, np.ndarray) and value.ndim == 0:
            yield here, value.item()
        elif _is_row(value) and all(is_plain(item) for item in value):
            texts = [plain_value(item, "result", problems) for item in value[:MAXIMUM_RESULT_ROWS]]
            yield here, json.dumps(texts, ensure_ascii=False, separators=(",", ":"))
        else:
            problems.refuse(f'result["{".".join(here)}"]', value)


def _within_length(result: dict[str, Any] | None, problems: Problems) -> dict[str, Any] | None:
    """Keeps fewer rows of a result that is too long to be sent."""
    if result is None:
        return None
    cut = False
    while len(json.dumps(result)) > MAXIMUM_RESULT_LENGTH:
        cut = True
        if result["kind"] == "record":
            result["entries"] = result["entries"][: len(result["entries"]) // 2]
            continue
        for column in result["columns"]:
            column["values"] = column["values"][: len(column["values"]) // 2]
    if cut:
        problems.add("result is too long; only its beginning is kept.")
    return result


