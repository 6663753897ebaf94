import pandas as pd

parameters = {
    "period": {"type": "integer", "default": 50, "minimum": 2, "maximum": 400},
}


def positions(data: pd.DataFrame, parameters) -> pd.Series:
    """The share of equity to hold after each bar's close: 1 is all of it, 0 none, -1 fully short."""
    average = data["close"].rolling(parameters.period).mean()
    return (data["close"] > average).astype(float)
