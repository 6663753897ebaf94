"""What a script leaves in its variable `result`: printed, and drawn where it follows the run's dates."""

from pprint import pformat
from typing import Any

import numpy as np
import pandas as pd

from .plots import MAXIMUM_PLOT_NAME, MAXIMUM_PLOTS
from .run import StrategyRun
from .text_length import shortened

SHOWN_ROWS = 20
SHOWN_CHARACTERS = 8000


def show_result(result: Any, run: StrategyRun) -> dict[str, np.ndarray]:
    """Prints a result and returns what of it is to be drawn, one value a bar. Never raises for it."""
    try:
        print(_as_text(result)[:SHOWN_CHARACTERS])
        return _drawn(result, run)
    except Exception as error:
        # A result that cannot be shown is no reason to lose what the script printed and decided.
        print(f"The result cannot be shown: {type(error).__name__}: {error}")
        return {}


def _as_text(result: Any) -> str:
    if isinstance(result, (pd.DataFrame, pd.Series)):
        rows, kind = len(result), type(result).__name__
        return f"result: {kind} of {rows} rows\n{result.to_string(max_rows=SHOWN_ROWS)}"
    return f"result: {pformat(result, width=100, compact=True)}"


def _drawn(result: Any, run: StrategyRun) -> dict[str, np.ndarray]:
    table = result.to_frame(result.name or "result") if isinstance(result, pd.Series) else result
    if not isinstance(table, pd.DataFrame) or not run.index.isin(table.index).any():
        return {}
    numbers = table.select_dtypes(["number", "bool"]).reindex(run.index).astype(float)
    columns = [shortened(str(name), MAXIMUM_PLOT_NAME) or "result" for name in numbers.columns]
    values = numbers.to_numpy()
    values[~np.isfinite(values)] = np.nan
    return {name: values[:, place] for place, name in enumerate(columns[:MAXIMUM_PLOTS])}
