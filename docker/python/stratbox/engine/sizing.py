"""How much an order trades. The twin of shared/engine/sizing.ts."""

from collections.abc import Callable
from typing import NamedTuple

from .account import Account
from .arithmetic import divide, round_down, round_half_up, round_up, sign, truncate
from .costs import commission_of, worsened_price
from .order import Order
from .settings import EngineSettings

#: Each round corrects the last by the share that costs have in the price, so a few settle it.
MAXIMUM_ROUNDS = 12
SETTLED_SHARE = 1e-12

#: Fractions of a quantity are tried in steps of this share of it.
FINEST_SHARE = 2.0**-40
DUST_STEPS = 2**20
DUST_SHARE = 1e-9


class FillPlace(NamedTuple):
    """Where an order fills: the price before costs, whether it is exact, the bar's volume."""

    base_price: float
    exact: bool
    volume: float


def fill_price(place: FillPlace, quantity: float, settings: EngineSettings) -> float:
    if place.exact:
        return place.base_price
    return worsened_price(place.base_price, quantity, place.volume, settings)


def wanted_quantity(
    order: Order, account: Account, place: FillPlace, settings: EngineSettings
) -> float:
    """Signed units that an order still wants to trade at this place; 0 if nothing."""
    held = account.positions[order.symbol]
    kind, amount = order.kind, order.amount
    if kind == "quantity":
        wanted = amount - order.filled
        if order.closes is not None:
            return sign(wanted) * min(abs(wanted), abs(held))
        return round_to_lot(wanted, settings.lot_size)
    if amount == 0:
        return -held
    if kind == "target-quantity":
        return round_to_lot(amount, settings.lot_size) - held
    available = kind == "available"
    weight = amount * _available_share(order.symbol, account) if available else amount
    bought = _target_position(weight, 1.0, order.symbol, account, place, settings) - held
    if bought > 0:
        return 0.0 if available and amount < 0 else bought
    sold = _target_position(weight, -1.0, order.symbol, account, place, settings) - held
    return sold if sold < 0 and not (available and amount > 0) else 0.0


def _available_share(symbol: int, account: Account) -> float:
    """The share of equity that no other position takes."""
    equity = account.value()
    own = abs(account.positions[symbol] * account.marks[symbol])
    return max(0.0, 1 - (account.gross - own) / equity) if equity > 0 else 0.0


def _target_position(
    weight: float,
    side: float,
    symbol: int,
    account: Account,
    place: FillPlace,
    settings: EngineSettings,
) -> float:
    """The position to hold so that, after this order's own costs, it is worth `weight` of equity.

    q = weight * (equity at the fill price - commission(|q - held|)) / price, found by repeated
    insertion because commission and price may depend on the quantity; then rounded to the lot
    towards zero, so a full investment never overdraws the cash.
    """
    held = account.positions[symbol]
    account.value()
    others = account.net - held * account.marks[symbol]
    traded = 0.0
    for _ in range(MAXIMUM_ROUNDS):
        price = fill_price(place, side if traded == 0 else traded, settings)
        commission = 0.0 if traded == 0 else commission_of(settings.commission, traded, price)
        equity = account.cash + others + held * price - commission
        following = divide(weight * equity, price) - held
        # The other side would fill at another price: that is the other call's business. And a
        # billionth of equity is what rounding leaves of a target, not a trade.
        if following * side * price <= abs(equity) * DUST_SHARE:
            return held
        settled = abs(following - traded) <= abs(following) * SETTLED_SHARE
        traded = following
        if settled:
            break
    return round_to_lot(held + traded, settings.lot_size)


def largest_carried(quantity: float, lot_size: float, carries: Callable[[float], bool]) -> float:
    """The most of `quantity`, in whole lots, that the account carries; 0 if it carries none."""
    if carries(quantity):
        return quantity
    side = sign(quantity)
    if lot_size == 0:
        # Usually only the last bits of the cash are in the way.
        slightly_less = quantity * (1 - FINEST_SHARE)
        if carries(slightly_less):
            return slightly_less
    step = abs(quantity) * FINEST_SHARE if lot_size == 0 else lot_size
    low = 0.0
    high = round_up(divide(abs(quantity), step))
    while high - low > 1:
        middle = round_down((low + high) / 2)
        # At a price of zero the quantity is infinite, and beyond 2^53 lots there is no number
        # between two.
        if middle in (low, high):
            break
        if carries(side * middle * step):
            low = middle
        else:
            high = middle
    # A millionth of what was asked for is what rounding leaves of the means, not a purchase.
    return 0.0 if lot_size == 0 and low < DUST_STEPS else side * low * step


def round_to_lot(quantity: float, lot_size: float) -> float:
    """Towards zero to a multiple of `lot_size`; 0 keeps every fraction."""
    if lot_size == 0:
        return quantity
    # A share computed as 99.99999999999999 lots is 100 lots: forgive the last bits before rounding.
    lots = quantity / lot_size
    nearest = round_half_up(lots)
    whole = nearest if abs(lots - nearest) < 1e-9 * abs(nearest) else truncate(lots)
    return whole * lot_size
