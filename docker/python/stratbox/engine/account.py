"""Cash and positions. The twin of shared/engine/account.ts."""

from collections.abc import Sequence

from .settings import EngineSettings

#: Gross value may exceed what leverage allows by this much through rounding alone.
ROUNDING_TOLERANCE = 1 + 1e-9
MILLISECONDS_PER_DAY = 86_400_000
#: Interest and fees go by actual days over a year of 365 (the convention called ACT/365).
DAYS_OF_INTEREST_YEAR = 365


class Account:
    """Cash and positions, valued at `marks`: each instrument's latest known price."""

    __slots__ = (
        "cash",
        "positions",
        "marks",
        "interest",
        "borrow_fees",
        "net",
        "gross",
        "_settings",
    )

    def __init__(self, settings: EngineSettings, instrument_count: int):
        self._settings = settings
        self.cash = settings.initial_cash
        self.positions = [0.0] * instrument_count
        self.marks = [0.0] * instrument_count
        self.interest = 0.0
        self.borrow_fees = 0.0
        # Signed and absolute value of all positions, as of the last `value()`.
        self.net = 0.0
        self.gross = 0.0

    def mark(self, columns: Sequence, rows: list[int], fresh: list[bool]) -> None:
        """Takes the prices of the instruments that have a bar now, from each one's column."""
        marks = self.marks
        for symbol, has_bar in enumerate(fresh):
            if has_bar:
                marks[symbol] = columns[symbol][rows[symbol]]

    def value(self) -> float:
        """Adds the positions up and returns equity: cash plus their signed value."""
        net = 0.0
        gross = 0.0
        for units, mark in zip(self.positions, self.marks):
            if units != 0:
                value = units * mark
                net += value
                gross += -value if value < 0 else value
        self.net = net
        self.gross = gross
        return self.cash + net

    def carries(self, symbol: int, quantity: float, price: float, commission: float) -> bool:
        """True if the account may hold what a fill leads to; a position may always shrink."""
        held = self.positions[symbol]
        after = held + quantity
        if abs(after) <= abs(held) and after * held >= 0:
            return True
        self.value()
        mark = held * self.marks[symbol]
        other_net = self.net - mark
        other_gross = self.gross - abs(mark)
        cash = self.cash - quantity * price - commission
        leverage = self._settings.leverage
        # Unlevered and nothing short: paid in cash, to the last bit.
        if leverage == 1 and after >= 0 and other_gross == other_net:
            return cash >= 0
        gross = abs(after) * price + other_gross
        return gross <= leverage * (cash + after * price + other_net) * ROUNDING_TOLERANCE

    def accrue(self, milliseconds: float) -> None:
        """Interest and borrow fees for the time since the last bar, on what was held over it."""
        settings = self._settings
        years = milliseconds / MILLISECONDS_PER_DAY / DAYS_OF_INTEREST_YEAR
        self.value()
        short = (self.gross - self.net) / 2
        # The proceeds of a short sale are collateral: they earn nothing and lend nothing.
        free = self.cash - short
        rate = settings.cash_interest_rate if free > 0 else settings.margin_interest_rate
        interest = free * rate * years
        fee = short * settings.borrow_rate * years
        self.cash += interest - fee
        self.interest += interest
        self.borrow_fees += fee

    @property
    def accrues(self) -> bool:
        settings = self._settings
        return (
            settings.borrow_rate != 0
            or settings.cash_interest_rate != 0
            or settings.margin_interest_rate != 0
        )
