"""From weights to orders. The twin of shared/strategy/rebalance.ts."""

from typing import Any, Mapping

from .engine.arithmetic import divide
from .plain_number import finite_number
from .session import Session


def rebalance_steps(session: Session, weights: Any) -> list[tuple[str, float]]:
    """The orders that lead to a portfolio of exactly these weights: what is held and not named is sold.

    Sales come first, so that their proceeds pay for the purchases at the same open. Raises ValueError
    for unknown symbols and weights that are no numbers.
    """
    call = session.at("rebalance")
    if not isinstance(weights, Mapping):
        raise TypeError(f'{call}: takes weights by symbol, such as {{"AAPL": 0.5, "MSFT": 0.5}}')
    wanted: dict[int, float] = {}
    for symbol, weight in weights.items():
        number = finite_number(weight)
        if number is None:
            raise ValueError(f"{call}: the weight of {symbol} is {weight!r}, not a number")
        wanted[session.symbol_number("rebalance", symbol)] = number
    steps = []
    for symbol, name in enumerate(session.symbols):
        held = session.desk.positions[symbol]
        if held == 0 and symbol not in wanted:
            continue
        weight = wanted.get(symbol, 0.0)
        row = session.desk.rows[symbol]
        close = 0.0 if row < 0 else session.bar_at(symbol, row).close
        steps.append((weight - divide(held * close, session.desk.equity), name, weight))
    steps.sort(key=lambda step: step[0])
    return [(name, weight) for _, name, weight in steps]
