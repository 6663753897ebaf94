# Drawdown analysis in Python: how deep was the instrument under water, and how wildly did it move? A
# script that decides nothing: its two lines are drawn over the run's dates.
import numpy as np
import pandas as pd
from stratbox import data

close = data["close"]
drawdown = close / close.cummax() - 1
volatility = close.pct_change().rolling(63).std() * np.sqrt(252)

# The last bar of each month: a table that can still be read.
result = pd.DataFrame({"drawdown": drawdown, "volatility": volatility})
result = result.groupby(result.index.to_period("M")).tail(1)

print("deepest", drawdown.idxmin().date(), f"{drawdown.min():.1%}")
print("below its peak on", f"{(drawdown < 0).mean():.0%}", "of the days")
