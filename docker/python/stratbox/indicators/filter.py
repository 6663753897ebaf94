"""What most indicators are made of: one number in, one number out."""

from typing import Callable

import numpy as np


class Filter:
    """NaN until ready. A NaN given is answered with NaN, not kept, so filters feed each other."""

    __slots__ = ()

    def push(self, value: float) -> float:
        raise NotImplementedError

    def push_all(self, values: np.ndarray) -> np.ndarray:
        """What `push` answers to each of them in turn, to the last bit, none being pushed before.

        A filter has its own only where that is much faster; it keeps nothing for later pushes.
        """
        push = self.push
        return np.array([push(value) for value in values.tolist()])


def without_missing(values: np.ndarray, answer: Callable[[np.ndarray], np.ndarray]) -> np.ndarray:
    """What `answer` makes of the numbers that are there, each at its number's place."""
    there = ~np.isnan(values)
    answers = np.full(len(values), np.nan)
    answers[there] = answer(values[there])
    return answers


def in_rings(values: np.ndarray, size: int) -> np.ndarray:
    """A row for each time that a ring of `size` comes round; the last is filled up with zeros."""
    rows = -(-len(values) // size)
    ring = np.zeros(rows * size)
    ring[: len(values)] = values
    return ring.reshape(rows, size)


def repeats(values: np.ndarray) -> np.ndarray:
    """How many equal numbers stand right before each."""
    places = np.arange(len(values))
    changes = np.ones(len(values), dtype=bool)
    changes[1:] = values[1:] != values[:-1]
    return places - np.maximum.accumulate(np.where(changes, places, 0))
