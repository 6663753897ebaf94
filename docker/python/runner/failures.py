"""Says of anything that was raised what it is and where in the strategy's own text it came from."""

import traceback
from types import TracebackType

#: The name under which the strategy's text is compiled; the app looks for it in a stack.
STRATEGY_FILE = "strategy.py"


def describe_raised(error: BaseException, source: str) -> tuple[str, str]:
    """A message, and the strategy's own places from the innermost out; never the runner's lines."""
    lines = source.split("\n")
    if isinstance(error, SyntaxError) and error.filename == STRATEGY_FILE:
        place = f"{STRATEGY_FILE}:{error.lineno or 1}:{error.offset or 1}"
        return f"SyntaxError: {error.msg}"[:2000], place
    return _message(error)[:2000], "\n".join(_places(error.__traceback__, lines))[:4000]


def _message(error: BaseException) -> str:
    kind = type(error).__name__
    try:
        text = str(error)
    except BaseException:
        # The raised value's own code failed; there is nothing more to learn from it.
        return f"{kind}: its message cannot be read"
    return f"{kind}: {text}" if text else f"The strategy raised {kind}"


def _places(trace: TracebackType | None, lines: list[str]) -> list[str]:
    places = []
    for frame in traceback.extract_tb(trace):
        if frame.filename != STRATEGY_FILE or frame.lineno is None:
            continue
        line = lines[frame.lineno - 1] if frame.lineno <= len(lines) else ""
        # Python counts a column in bytes of UTF-8.
        column = len(line.encode()[: frame.colno or 0].decode(errors="replace")) + 1
        places.append(f"at {frame.name} ({STRATEGY_FILE}:{frame.lineno}:{column})")
    return places[::-1]
