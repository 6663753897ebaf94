"""Turns an order that met a price into a fill. The twin of shared/engine/execution.ts."""

from .account import Account
from .arithmetic import sign
from .costs import commission_of
from .cursor import MarketCursor
from .order import Order
from .result import Fill
from .settings import EngineSettings
from .sizing import FillPlace, fill_price, largest_carried, round_to_lot, wanted_quantity
from .trades import TradeLedger

#: What parts of fractional units add up to may miss the whole by rounding.
DUST_SHARE = 1e-9


class Execution:
    """The order's status says what became of it."""

    __slots__ = ("fills", "_account", "_ledger", "_settings", "_volume_used", "_volume_bar")

    def __init__(self, account: Account, ledger: TradeLedger, settings: EngineSettings):
        self.fills: list[Fill] = []
        self._account = account
        self._ledger = ledger
        self._settings = settings
        # Units each instrument's fills have taken of its bar's volume.
        self._volume_used = [0.0] * len(account.positions)
        self._volume_bar = -1

    def reduces(self, order: Order, base_price: float, cursor: MarketCursor) -> bool:
        """True if an order at this price would only make its position smaller."""
        held = self._account.positions[order.symbol]
        volume = cursor.bars_of(order.symbol).volume[cursor.rows[order.symbol]]
        place = FillPlace(base_price, False, volume)
        wanted = wanted_quantity(order, self._account, place, self._settings)
        return held * wanted < 0 and abs(wanted) <= abs(held)

    def execute(
        self, order: Order, base_price: float, cursor: MarketCursor, bar: int, assumed: bool
    ) -> float:
        """Returns the units filled, signed."""
        symbol = order.symbol
        volume = cursor.bars_of(symbol).volume[cursor.rows[symbol]]
        place = FillPlace(base_price, order.is_priced, volume)
        wanted = wanted_quantity(order, self._account, place, self._settings)
        if wanted == 0 or (order.side != 0 and sign(wanted) != order.side):
            self._end_unwanted(order, wanted)
            return 0.0
        allowed = self._within_volume(order, wanted, volume, bar)
        if allowed != wanted:
            order.exhausted_bar = bar
        if allowed == 0:
            return 0.0
        carried = self._within_means(order, allowed, place)
        if carried == 0:
            order.status = "rejected"
            return 0.0
        quantity = _without_dust(carried, self._account.positions[symbol])
        self._fill(order, quantity, place, cursor.time, bar, assumed)
        # What a volume cap left over is worked on at the next bars.
        if abs(wanted - allowed) <= abs(wanted) * DUST_SHARE:
            order.status = "filled"
        return quantity

    def _end_unwanted(self, order: Order, wanted: float) -> None:
        """A target that is held already is reached; all else that trades nothing is refused."""
        flat = self._account.positions[order.symbol] == 0
        reached = (
            wanted == 0
            and order.kind in ("target-quantity", "target-percent")
            and not (order.amount != 0 and flat)
        )
        order.status = "filled" if order.filled != 0 or reached else "rejected"

    def _within_volume(self, order: Order, wanted: float, volume: float, bar: int) -> float:
        settings = self._settings
        if settings.volume_cap == 0:
            return wanted
        used = self._volume_used
        if bar != self._volume_bar:
            used[:] = [0.0] * len(used)
        self._volume_bar = bar
        cap = settings.volume_cap * volume
        left = cap - used[order.symbol]
        most = round_to_lot(left, settings.lot_size) if left > cap * DUST_SHARE else 0.0
        return wanted if abs(wanted) <= most else sign(wanted) * most

    def _within_means(self, order: Order, quantity: float, place: FillPlace) -> float:
        settings = self._settings
        shares_equity = order.kind in ("target-percent", "available")
        if shares_equity and abs(order.amount) > settings.leverage:
            return 0.0

        def carries(units: float) -> bool:
            price = fill_price(place, units, settings)
            commission = self._commission(order, units, price)
            return self._account.carries(order.symbol, units, price, commission)

        if carries(quantity):
            return quantity
        return largest_carried(quantity, settings.lot_size, carries) if shares_equity else 0.0

    def _commission(self, order: Order, quantity: float, price: float) -> float:
        earlier = (abs(order.filled), abs(order.filled_value), order.paid)
        return commission_of(self._settings.commission, quantity, price, *earlier)

    def _fill(
        self,
        order: Order,
        quantity: float,
        place: FillPlace,
        time: float,
        bar: int,
        assumed: bool,
    ) -> None:
        account = self._account
        symbol = order.symbol
        price = fill_price(place, quantity, self._settings)
        commission = self._commission(order, quantity, price)
        account.cash -= quantity * price + commission
        account.positions[symbol] += quantity
        order.filled += quantity
        order.filled_value += quantity * price
        order.paid += commission
        self._volume_used[symbol] += abs(quantity)
        fill = Fill(
            bar=bar,
            decision_bar=order.decision_bar,
            order=order.id,
            symbol=self._ledger.symbols[symbol],
            quantity=quantity,
            price=price,
            commission=commission,
            slippage=abs(quantity * (price - place.base_price)),
            assumed=assumed,
            tag=order.tag,
        )
        self.fills.append(fill)
        self._ledger.book(symbol, fill, time, account.positions[symbol] == 0)


def _without_dust(quantity: float, held: float) -> float:
    """A fill that leaves only rounding closes: nobody trades a billionth of a unit."""
    return -held if abs(held + quantity) <= abs(held) * DUST_SHARE else quantity
