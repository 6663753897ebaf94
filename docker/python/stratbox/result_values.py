"""Single values of a script's result: numbers, texts, dates, true and false, or none."""

import math
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

import numpy as np
import pandas as pd

from .result_limits import MAXIMUM_RESULT_TEXT
from .text_length import shortened, text_length

NUMBERS = (int, float, np.integer, np.floating, Decimal, Fraction)
DATES = (datetime, date, np.datetime64)
TEXTS = (str, time, timedelta, np.timedelta64, pd.Period)

#: Above it the app's numbers skip some.
MOST_EXACT = 2**53

#: So many are named; the others are counted.
NAMED_PROBLEMS = 20


class Problems:
    """What could not be extracted, each said once, in sentences."""

    def __init__(self) -> None:
        self._said: dict[str, None] = {}

    def add(self, sentence: str) -> None:
        self._said[shortened(sentence, 300)] = None

    def refuse(self, where: str, value: Any) -> None:
        self.add(f"{where} is {type_name(value)}, neither number, text, date nor table.")

    def __str__(self) -> str:
        said = list(self._said)
        more = len(said) - NAMED_PROBLEMS
        return " ".join([*said[:NAMED_PROBLEMS], *([f"And {more} more."] if more > 0 else [])])


def type_name(value: Any) -> str:
    kind = type(value)
    return kind.__qualname__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"


def is_missing(value: Any) -> bool:
    return value is None or value is pd.NA or value is pd.NaT or (
        isinstance(value, (float, np.floating, np.datetime64, np.timedelta64)) and bool(pd.isna(value))
    )


def is_plain(value: Any) -> bool:
    return is_missing(value) or isinstance(value, (bool, np.bool_, *NUMBERS, *DATES, *TEXTS))


def plain_value(value: Any, where: str, problems: Problems) -> float | str | bool | None:
    """A plain value as the app takes it; a date is a text in ISO form."""
    if is_missing(value):
        return None
    if isinstance(value, (bool, np.bool_)):
        return bool(value)
    if isinstance(value, NUMBERS):
        return plain_number(value, where, problems)
    if isinstance(value, DATES):
        moment = pd.Timestamp(value)
        midnight = moment.tzinfo is None and moment == moment.normalize()
        return moment.date().isoformat() if midnight else moment.isoformat()
    return plain_text(value, where, problems)


def plain_number(value: Any, where: str, problems: Problems) -> float | None:
    try:
        number = float(value)
    except OverflowError:
        number = math.inf
    if math.isfinite(number):
        # The app has one kind of number: 2.0 is written as 2.
        return int(number) if number.is_integer() and abs(number) <= MOST_EXACT else number
    if not math.isnan(number):
        problems.add(f"{where} is infinite.")
    return None


def plain_text(value: Any, where: str, problems: Problems) -> str:
    text = str(value)
    if text_length(text) > MAXIMUM_RESULT_TEXT:
        problems.add(f"{where} is a text of {text_length(text):,} characters, cut off.")
    return shortened(text, MAXIMUM_RESULT_TEXT)
