"""Matches exits to entries, first in, first out. The twin of shared/engine/trades.ts."""

from collections.abc import Sequence

from .arithmetic import divide
from .result import Fill, Trade

#: Rounding dust: what is left of a fractional position after its lots were closed one by one.
DUST_SHARE = 1e-9


class _Lot:
    """What is still held of one entry fill; money is per unit so that part of it can be closed."""

    __slots__ = ("quantity", "fill", "time", "commission_per_unit")

    def __init__(self, quantity: float, fill: Fill, time: float, commission_per_unit: float):
        self.quantity = quantity
        self.fill = fill
        self.time = time
        self.commission_per_unit = commission_per_unit


class TradeLedger:
    """Writes one trade a closed lot."""

    __slots__ = ("trades", "symbols", "_lots")

    def __init__(self, symbols: Sequence[str]):
        self.trades: list[Trade] = []
        self.symbols = symbols
        self._lots: list[list[_Lot]] = [[] for _ in symbols]

    def book(self, symbol: int, fill: Fill, time: float, flat: bool) -> None:
        """Books a fill at `time`; `flat` says that the position is now exactly zero."""
        quantity = fill.quantity
        lots = self._lots[symbol]
        per_unit = fill.commission / abs(quantity)
        exit_terms = (fill.bar, fill.price, fill.assumed, time, per_unit)
        left = quantity
        closed = 0
        while left != 0 and closed < len(lots):
            lot = lots[closed]
            if (lot.quantity > 0) == (left > 0):
                break
            closing = lot.quantity if abs(left) >= abs(lot.quantity) else -left
            self.trades.append(self._trade(symbol, lot, closing, *exit_terms))
            lot.quantity -= closing
            left += closing
            if lot.quantity == 0:
                closed += 1
        del lots[:closed]
        if flat:
            for lot in lots:
                self.trades.append(self._trade(symbol, lot, lot.quantity, *exit_terms))
            lots.clear()
        elif abs(left) > abs(quantity) * DUST_SHARE:
            lots.append(_Lot(left, fill, time, per_unit))

    def open_trades(self, bar: int, time: float, marks: Sequence[float]) -> list[Trade]:
        """The lots still held, as open trades valued at `marks`, by instrument."""
        trades = []
        for symbol, lots in enumerate(self._lots):
            for lot in lots:
                trade = self._trade(symbol, lot, lot.quantity, bar, marks[symbol], False, time, 0.0)
                trade.exit_bar = None
                trade.exit_time = None
                trades.append(trade)
        return trades

    def _trade(
        self,
        symbol: int,
        lot: _Lot,
        closing: float,
        exit_bar: int,
        exit_price: float,
        exit_assumed: bool,
        exit_time: float,
        exit_commission_per_unit: float,
    ) -> Trade:
        size = abs(closing)
        entry = lot.fill
        commission = size * (lot.commission_per_unit + exit_commission_per_unit)
        profit = closing * (exit_price - entry.price) - commission
        return Trade(
            symbol=self.symbols[symbol],
            direction="long" if closing > 0 else "short",
            quantity=size,
            entry_bar=entry.bar,
            entry_time=lot.time,
            entry_price=entry.price,
            exit_bar=exit_bar,
            exit_time=exit_time,
            exit_price=exit_price,
            commission=commission,
            profit=profit,
            return_share=divide(profit, size * entry.price),
            bars_held=exit_bar - entry.bar,
            assumed=entry.assumed or exit_assumed,
            tag=entry.tag,
        )
