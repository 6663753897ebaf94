"""Market data as columns, as in shared/bars."""

from .bars import Bars
from .market import Instrument, Market, create_market
from .market_bytes import unpack_market

__all__ = ["Bars", "Instrument", "Market", "create_market", "unpack_market"]
