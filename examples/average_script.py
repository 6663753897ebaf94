# Average script in Python: the crossover of two averages as a script. The table that is handed to
# sim() becomes the run's orders.
from stratbox import data, sim

close = data.get("close")
fast = close.rolling(10).mean()
slow = close.rolling(30).mean()

above = fast > slow
crossed = (above != above.shift(1, fill_value=False)) & slow.shift(1).notna()
position = above.astype(float).where(crossed).ffill()

print("held on", int((position == 1).sum()), "of", len(position), "bars")
report = sim(position)
