"""What a simulation computes. The twin of shared/engine/result.ts."""

from dataclasses import dataclass

import numpy as np


@dataclass(slots=True)
class Fill:
    """A filled order or part of one; `quantity` is signed, `price` includes what worsened it."""

    bar: int
    decision_bar: int
    order: int
    symbol: str
    quantity: float
    price: float
    commission: float
    slippage: float
    #: The bar does not tell what came first, and the worse was assumed.
    assumed: bool = False
    tag: str | None = None


@dataclass(slots=True)
class Trade:
    """A position lot from entry to exit, first in, first out.

    An open one (`exit_bar` None) is valued at the last close. `profit` is after both commissions;
    `return_share` is profit over entry value.
    """

    symbol: str
    direction: str
    quantity: float
    entry_bar: int
    entry_time: float
    entry_price: float
    exit_bar: int | None
    exit_time: float | None
    exit_price: float
    commission: float
    profit: float
    return_share: float
    bars_held: int
    assumed: bool = False
    tag: str | None = None


@dataclass(slots=True)
class SimulationResult:
    """`equity` and `exposure` have one value a clock bar, at its close."""

    equity: np.ndarray
    exposure: np.ndarray
    fills: list[Fill]
    #: Closed trades in the order of their exits, then the open ones.
    trades: list[Trade]
    #: Bars on which a position was valued at an earlier close because its instrument had no bar.
    stale_bars: int
    interest: float
    borrow_fees: float
    final_cash: float
    #: Units held of each instrument, in the market's order.
    final_positions: list[float]
