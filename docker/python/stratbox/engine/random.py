"""A seeded generator of numbers in [0, 1). The twin of shared/engine/random.ts: mulberry32."""

from collections.abc import Callable


def create_random(seed: int) -> Callable[[], float]:
    """The same numbers from the same seed (0 to 2^32 - 1) as in JavaScript."""
    state = seed & 0xFFFFFFFF

    def next_number() -> float:
        nonlocal state
        state = (state + 0x6D2B79F5) & 0xFFFFFFFF
        mixed = state
        mixed = ((mixed ^ (mixed >> 15)) * (mixed | 1)) & 0xFFFFFFFF
        step = ((mixed ^ (mixed >> 7)) * (mixed | 61)) & 0xFFFFFFFF
        mixed ^= (mixed + step) & 0xFFFFFFFF
        return (mixed ^ (mixed >> 14)) / 4_294_967_296

    return next_number
