"""A small twin of shared/engine: it lets a strategy see its own orders, position and account.

The host replays the strategy's decisions with the TypeScript engine, and only that replay makes
figures; twin.docker.test.ts holds this engine to it bit for bit. What a strategy cannot see (the
log of events, carrying a run on in pieces) is left out.
"""

from .simulate import simulate

__all__ = ["simulate"]
