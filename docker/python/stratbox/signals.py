"""What `generate_signals` returns."""

from dataclasses import dataclass
from typing import Any, Mapping

from .plain_number import finite_number

ACTIONS = ("buy", "sell", "close", "hold")


@dataclass(frozen=True)
class Signal:
    """One instrument's order of a bar, by quantity or by weight."""

    symbol: str
    #: "buy", "sell", "close" or "hold".
    action: str
    #: Units, above 0.
    quantity: float | None = None
    #: Share of equity to hold afterwards, from 0.
    weight: float | None = None
    #: A note that stays with the order and its trade.
    tag: str | None = None


def read_signal(raw: Any, where: str, symbols: tuple[str, ...]) -> Signal:
    """A signal from what a strategy returned. Raises ValueError or TypeError that begins with `where`."""
    fields = raw if isinstance(raw, Mapping) else vars(raw) if isinstance(raw, Signal) else None
    if fields is None:
        raise TypeError(f"{where}: is {raw!r}; it must be a Signal or a dict")
    symbol = fields.get("symbol", symbols[0])
    if symbol not in symbols:
        raise ValueError(f"{where}: there is no {symbol!r} in this run ({', '.join(symbols)})")
    action = str(fields.get("action")).lower()
    if action not in ACTIONS:
        raise ValueError(f"{where}: its action is {action!r}; there are {', '.join(ACTIONS)}")
    sizes = {
        name: _size(fields[name], f"{where}: its {name}")
        for name in ("quantity", "weight")
        if fields.get(name) is not None
    }
    if action in ("buy", "sell") and len(sizes) != 1:
        raise ValueError(f"{where}: to {action} needs quantity or weight, one of the two")
    return Signal(symbol, action, tag=fields.get("tag"), **sizes)


def _size(value: Any, what: str) -> float:
    number = finite_number(value)
    if number is None or number < 0:
        raise ValueError(f"{what} is {value!r}; it must be a number from 0")
    return number
