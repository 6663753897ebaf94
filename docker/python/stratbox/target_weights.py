"""From a table of target weights to decisions: those of order_target_percent at each bar's close."""

from typing import Any, Iterator, Mapping

import numpy as np
import pandas as pd

from .engine.decision import Decision
from .run import StrategyRun


def decisions_of(
    weights: Any, run: StrategyRun, terms: Mapping[str, Any] | None = None
) -> Iterator[Decision]:
    """A decision wherever a target changes, the first one included; NaN leaves it as it is.

    `weights` is a Series (or an array) for the main instrument, or a DataFrame with a column a
    symbol; a weight of 1 is all equity, negative is short. `terms` go with every order that opens a
    position. Raises ValueError or TypeError that says what is wrong with them.
    """
    symbols = tuple(instrument.bars.symbol for instrument in run.market.instruments)
    table = _table_of(weights, run, symbols)
    known = table.ffill().shift(1).to_numpy()
    targets = table.to_numpy()
    changed = ~np.isnan(targets) & (targets != known)
    # Sales come first, so that their proceeds pay for the purchases at the same open.
    change = targets - np.nan_to_num(known)
    bars, columns = np.nonzero(changed)
    order = np.lexsort((columns, change[bars, columns], bars))
    numbers = [symbols.index(name) for name in table.columns]
    for bar, column in zip(bars[order].tolist(), columns[order].tolist()):
        target = float(targets[bar, column])
        decision: Decision = {"bar": bar, "kind": "target-percent", "amount": target}
        if numbers[column] > 0:
            decision["symbol"] = symbols[numbers[column]]
        if terms and target != 0:
            decision.update(terms)
        yield decision


def _table_of(weights: Any, run: StrategyRun, symbols: tuple[str, ...]) -> pd.DataFrame:
    index = run.index
    table = _with_columns(weights, index, symbols)
    for name in table.columns:
        if name not in symbols:
            known = ", ".join(symbols)
            raise ValueError(f"positions: there is no {name!r} in this run ({known})")
    if not table.index.equals(index):
        if not index.isin(table.index).any():
            raise ValueError("positions: none of its rows has a date that data has; keep its index")
        table = table.reindex(index)
    try:
        table = table.astype(float)
    except (TypeError, ValueError):
        raise TypeError("positions: the weights are not numbers") from None
    infinite = np.isinf(table.to_numpy())
    if infinite.any():
        when = index[infinite.any(axis=1)][0]
        raise ValueError(f"positions: the weight at {when} is infinite")
    return table


def _with_columns(weights: Any, index: pd.DatetimeIndex, symbols: tuple[str, ...]) -> pd.DataFrame:
    if isinstance(weights, pd.DataFrame):
        # What is computed from a whole table of one instrument keeps that table's column.
        return weights.set_axis(symbols, axis=1) if weights.shape[1] == len(symbols) == 1 else weights
    if isinstance(weights, pd.Series):
        return weights.to_frame(symbols[0])
    if isinstance(weights, np.ndarray) and weights.shape == (len(index),):
        return pd.DataFrame({symbols[0]: weights}, index=index)
    raise TypeError(
        "positions: the weights must be a Series, or a DataFrame with a column a symbol, "
        f"with a row for each of the {len(index)} bars; they are {type(weights).__name__}"
    )
