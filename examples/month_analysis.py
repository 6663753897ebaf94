# Month analysis in Python: which months of the year were kind to the instrument? A script that decides
# nothing: what it leaves in `result` is shown as a table. Give the run a table named "trades" with a
# time and a profit (Run settings › Data), and the account's own profit of each month stands beside it.
import calendar

import pandas as pd
from stratbox import data, load_trades


def trades():
    try:
        return load_trades().dropna(subset=["time", "profit"])
    except ValueError:
        # The run was given none.
        return None


# The last close of each month.
closes = data["close"].groupby(data.index.to_period("M")).last()
returns = closes.pct_change().dropna()
months = returns.groupby(returns.index.month)

result = pd.DataFrame(
    {
        "years": months.size(),
        "mean": months.mean(),
        "best": months.max(),
        "worst": months.min(),
        "positive": (returns > 0).groupby(returns.index.month).mean(),
    }
)
account = trades()
if account is not None:
    result["profit"] = account.groupby(account["time"].dt.month)["profit"].sum()
result.index = [calendar.month_name[month] for month in result.index]
print(len(closes), "months")
