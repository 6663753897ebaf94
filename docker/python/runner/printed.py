"""What a strategy prints, line by line into the run's log."""

import io
import sys
import warnings
from typing import Callable


class PrintedLines(io.TextIOBase):
    """A text stream that hands on each whole line."""

    def __init__(self, write_line: Callable[[str], None]):
        self._write_line = write_line
        self._rest = ""

    def writable(self) -> bool:
        return True

    def write(self, text: str) -> int:
        *lines, self._rest = (self._rest + text).split("\n")
        for line in lines:
            self._write_line(line)
        return len(text)

    def end(self) -> None:
        """Hands on what was printed without a line end."""
        if self._rest:
            self._write_line(self._rest)
        self._rest = ""


def capture_printing(log: Callable[[str, str], None]) -> Callable[[], None]:
    """From now on print and warnings go to `log(level, line)`. Returns what ends the last lines."""
    printed = PrintedLines(lambda line: log("log", line))
    complaints = PrintedLines(lambda line: log("error", line))
    sys.stdout, sys.stderr = printed, complaints

    def show_warning(message, category, filename, lineno, file=None, line=None) -> None:
        place = f" (line {lineno})" if filename == "strategy.py" else ""
        log("warn", f"{category.__name__}: {message}{place}")

    warnings.showwarning = show_warning

    def end() -> None:
        printed.end()
        complaints.end()

    return end
