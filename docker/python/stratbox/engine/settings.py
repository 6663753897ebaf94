"""A run's money rules. The twin of shared/engine/settings.ts, where each is explained."""

from collections.abc import Mapping
from typing import Any


class EngineSettings:
    """The settings of a job frame, every number a float: Python's whole numbers count otherwise."""

    __slots__ = (
        "initial_cash",
        "commission",
        "slippage",
        "spread_rate",
        "fill_at",
        "at_end",
        "lot_size",
        "tick_size",
        "volume_cap",
        "leverage",
        "maintenance_margin",
        "borrow_rate",
        "cash_interest_rate",
        "margin_interest_rate",
    )

    def __init__(self, job: Mapping[str, Any]):
        self.initial_cash = float(job["initialCash"])
        self.commission = _with_floats(job["commission"])
        self.slippage = _with_floats(job["slippage"])
        self.spread_rate = float(job["spreadRate"])
        self.fill_at: str = job["fillAt"]
        self.at_end: str = job["atEnd"]
        self.lot_size = float(job["lotSize"])
        self.tick_size = float(job["tickSize"])
        self.volume_cap = float(job["volumeCap"])
        self.leverage = float(job["leverage"])
        self.maintenance_margin = float(job["maintenanceMargin"])
        self.borrow_rate = float(job["borrowRate"])
        self.cash_interest_rate = float(job["cashInterestRate"])
        self.margin_interest_rate = float(job["marginInterestRate"])


def _with_floats(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {name: _with_floats(part) for name, part in value.items()}
    if isinstance(value, list):
        return [_with_floats(part) for part in value]
    return float(value) if isinstance(value, int) else value
