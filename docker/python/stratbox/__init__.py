"""What a strategy imports. Its names are those of JavaScript's `stratbox`, in snake_case."""

from .bar import Bar
from .strategy import Strategy

__all__ = ["Bar", "Strategy"]
