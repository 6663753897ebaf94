"""The script form: a table of positions is handed to `sim`, and becomes the run's decisions."""

import warnings
from typing import Any

from .engine.order_terms import terms_problem
from .plain_number import finite_number
from .run import current_run

#: What `sim` was called with: at most one call a run.
_simulated: list["Report"] = []

_EXITS = {"stop_loss": "stopLossPercent", "take_profit": "takeProfitPercent"}


class Report:
    """What `sim` returns. The figures are the host's, which replays the positions."""

    def __init__(self, position: Any, terms: dict[str, float]):
        self.position = position
        self.terms = terms

    def __repr__(self) -> str:
        return "Report: the host replays these positions and computes every figure"


def sim(
    position: Any,
    *,
    stop_loss: float | None = None,
    take_profit: float | None = None,
    fee_ratio: float | None = None,
) -> Report:
    """Makes a table of target weights the run's decisions.

    `stop_loss` and `take_profit` are shares of the fill price, 0.05 being 5%. Costs are those of the
    run's settings, so that strategies can be compared: a `fee_ratio` that differs from them is not used,
    and the console says so.
    """
    current_run()
    if _simulated:
        raise RuntimeError("sim: it was called already; a run has one table of positions")
    terms: dict[str, float] = {}
    for name, value in (("stop_loss", stop_loss), ("take_profit", take_profit)):
        if value is None:
            continue
        number = finite_number(value)
        problem = None if number is None else terms_problem("market", {_EXITS[name]: number})
        if number is None or problem is not None:
            raise ValueError(f"sim: {name} is {value!r}; it must be a share such as 0.05")
        terms[_EXITS[name]] = number
    if fee_ratio is not None:
        _tell_of_costs(fee_ratio)
    report = Report(position, terms)
    _simulated.append(report)
    return report


def _tell_of_costs(fee_ratio: Any) -> None:
    """A text that expects other costs than the run has is told which it has; with the same, all is said."""
    commission = current_run().settings["commission"]
    if commission["kind"] == "percent":
        if finite_number(fee_ratio) == commission["rate"]:
            return
        costs = f"the run's commission is {commission['rate']:g}, as"
    else:
        costs = "the run's commission is the one"
    # Shown at the line that calls `sim`.
    warnings.warn(
        f"sim: fee_ratio={fee_ratio!r} is not used: {costs} chosen under Run settings › Costs",
        stacklevel=3,
    )


def simulated() -> Report | None:
    return _simulated[0] if _simulated else None
