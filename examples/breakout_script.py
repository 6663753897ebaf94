# Breakout script in Python: buy a new high of the last quarter, leave at a new low of the last
# month, and at the latest where the stop-loss is.
from stratbox import data, sim

close = data.get("close")
high = data.get("high").rolling(60).max().shift(1)
low = data.get("low").rolling(20).min().shift(1)

position = (close * 0).where((close > high) | (close < low))
position = position.where(close < low, 1).where(position.notna()).ffill()
report = sim(position, stop_loss=0.08)
