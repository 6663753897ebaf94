"""Every indicator, by what it measures. What each one is, its docstring says.

The twin of shared/indicators, to the last bit: indicators.docker.test.ts holds them together.
"""

# Averages of a column.
from .adaptive_average import kama
from .compound_averages import dema, hma, t3, tema, trima
from .moving_averages import ema, sma, smma, vwma, wma
from .vwap import vwap

# Bands, channels and levels around the price.
from .bands import acceleration_bands, bollinger, donchian, keltner
from .extremes import highest, lowest, mid_price, midpoint
from .ichimoku import ichimoku
from .pivots import pivots, swing_high, swing_low

# Trend: its direction and its strength.
from .aroon import aroon
from .directional_movement import adx, adxr
from .parabolic_sar import parabolic_sar
from .super_trend import super_trend
from .trend_strength import choppiness, mass_index, vortex

# Momentum, and oscillators.
from .macd import apo, macd, ppo
from .oscillators import awesome_oscillator, cci, elder_ray, ultimate_oscillator
from .rate_of_change import coppock, dpo, momentum, roc, trix, tsi
from .stochastic import stoch_rsi, stochastic, williams_r
from .wilder import cmo, rsi

# Volatility and statistics.
from .correlation import correlation
from .regression import linear_regression
from .statistics import mean_deviation, standard_deviation, variance, z_score
from .wilder import atr, natr, true_range

# Volume.
from .volume import accumulation_distribution, chaikin_oscillator, cmf, force_index, mfi, obv

# One bar's price.
from .prices import average_price, balance_of_power, median_price, typical_price, weighted_close

# Two lines that cross.
from .crosses import crosses_above, crosses_below

# What they are made of.
from .indicator import Indicator, Line

__all__ = [
    "Indicator",
    "Line",
    "acceleration_bands",
    "accumulation_distribution",
    "adx",
    "adxr",
    "apo",
    "aroon",
    "atr",
    "average_price",
    "awesome_oscillator",
    "balance_of_power",
    "bollinger",
    "cci",
    "chaikin_oscillator",
    "choppiness",
    "cmf",
    "cmo",
    "coppock",
    "correlation",
    "crosses_above",
    "crosses_below",
    "dema",
    "donchian",
    "dpo",
    "elder_ray",
    "ema",
    "force_index",
    "highest",
    "hma",
    "ichimoku",
    "kama",
    "keltner",
    "linear_regression",
    "lowest",
    "macd",
    "mass_index",
    "mean_deviation",
    "median_price",
    "mfi",
    "mid_price",
    "midpoint",
    "momentum",
    "natr",
    "obv",
    "parabolic_sar",
    "pivots",
    "ppo",
    "roc",
    "rsi",
    "sma",
    "smma",
    "standard_deviation",
    "stoch_rsi",
    "stochastic",
    "super_trend",
    "swing_high",
    "swing_low",
    "t3",
    "tema",
    "trima",
    "trix",
    "true_range",
    "tsi",
    "typical_price",
    "ultimate_oscillator",
    "variance",
    "vortex",
    "vwap",
    "vwma",
    "weighted_close",
    "williams_r",
    "wma",
    "z_score",
]
