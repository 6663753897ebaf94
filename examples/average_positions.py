# Average positions in Python: a whole table of weights at once, invested while the fast average is
# above the slow one. Each row may use its own bar and earlier ones, never later ones.
parameters = {
    "fast": {"type": "integer", "default": 10, "minimum": 2, "maximum": 100},
    "slow": {"type": "integer", "default": 30, "minimum": 5, "maximum": 300},
}


def positions(data, parameters):
    close = data["close"]
    fast = close.rolling(parameters.fast).mean()
    slow = close.rolling(parameters.slow).mean()
    above = fast > slow
    crossed = (above != above.shift(1, fill_value=False)) & slow.shift(1).notna()
    return above.astype(float).where(crossed).ffill()
