"""A short fingerprint of a column's exact bits. The twin of shared/engine/checksum.ts."""

import numpy as np


def column_checksum(values: np.ndarray) -> str:
    """Two 32-bit FNV-1a sums over the high and the low words, in hex."""
    words = np.ascontiguousarray(values, dtype="<f8").view("<u4").tolist()
    return f"{_fnv(words[1::2]):08x}{_fnv(words[::2]):08x}"


def _fnv(words: list[int]) -> int:
    total = 0x811C9DC5
    for word in words:
        total = ((total ^ word) * 0x01000193) & 0xFFFFFFFF
    return total
