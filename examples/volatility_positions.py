# Volatility positions in Python: hold less when the market is wild. The weight is the wanted yearly
# volatility over the one of the last months, in steps of a fifth so that costs stay small.
import numpy as np

parameters = {
    "target": {"type": "number", "default": 0.1, "minimum": 0.01, "maximum": 1},
    "days": {"type": "integer", "default": 60, "minimum": 10, "maximum": 250},
}


def positions(data, parameters):
    returns = np.log(data["close"]).diff()
    volatility = returns.rolling(parameters.days).std() * np.sqrt(252)
    weight = (parameters.target / volatility).clip(upper=1)
    return (weight * 5).round() / 5
