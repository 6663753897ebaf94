import pandas as pd
from stratbox import data

# A script leaves what it finds in `result`: a number, a text, a dict,
# a Series or a table. Tables of your own, ticked under Run settings ›
# Data, are read with load("name").
close = data["close"]
change = close.pct_change()

years = close.groupby(close.index.year)
changes = change.groupby(change.index.year)

result = pd.DataFrame(
    {
        "return": years.last() / years.first() - 1,
        "volatility": changes.std() * 252**0.5,
        "best day": changes.max(),
        "worst day": changes.min(),
    }
).rename_axis("year")

print("best year:", result["return"].idxmax())
