from stratbox import data, sim

close = data["close"]
average = close.rolling(50).mean()

# The share of equity to hold after each bar's close: 1 is all of it, 0 none, -1 fully short.
position = (close > average).astype(float)

report = sim(position, stop_loss=0.1)
