"""Recorded decisions as a source. The twin of `recorded` in shared/engine/replay.ts."""

from collections.abc import Sequence

from .decision import Decision
from .simulate import OrderDesk


class Recorded:
    """A source that repeats recorded decisions."""

    __slots__ = ("_decisions", "_next")

    def __init__(self, decisions: Sequence[Decision]):
        self._decisions = decisions
        self._next = 0

    def begin(self, desk: OrderDesk) -> None:
        self._next = 0

    def decide(self, bar: int, desk: OrderDesk) -> None:
        decisions = self._decisions
        while self._next < len(decisions) and decisions[self._next]["bar"] == bar:
            desk.place(decisions[self._next])
            self._next += 1
