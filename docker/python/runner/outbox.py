"""What a run tells the app, within the caps of shared/strategy/console.ts and run-in-sandbox.ts."""

from typing import Any, Callable

import numpy as np

from stratbox.script_result import ScriptResult
from stratbox.text_length import text_length

from . import wire as frames
from .wire import Wire

#: The most a run may print, in UTF-16 units as the app counts; what comes after is counted, not kept.
MAXIMUM_LOG_LENGTH = 1_048_576
MAXIMUM_LINE_LENGTH = 32_768
DECISIONS_A_FRAME = 2000
PLOTTED_BARS_A_FRAME = 20_000


class Outbox:
    """Collects decisions into frames and keeps to the caps. `bar` is the one that is being decided."""

    def __init__(self, wire: Wire):
        self._wire = wire
        self._decisions: list[dict[str, Any]] = []
        self._printed = 0
        self.decision_count = 0
        self.bar: Callable[[], int] = lambda: -1

    def progress(self, bar: int) -> None:
        self._wire.send(frames.PROGRESS, {"bar": bar})

    def log(self, level: str, line: str) -> None:
        if self._printed > MAXIMUM_LOG_LENGTH:
            return
        text = line
        if len(line) > MAXIMUM_LINE_LENGTH:
            text = f"{line[:MAXIMUM_LINE_LENGTH]} … (truncated)"
        self._printed += text_length(text) + 1
        if self._printed > MAXIMUM_LOG_LENGTH:
            level = "warn"
            text = "Output is truncated here: a run keeps at most 1 MiB of printed text."
        self._wire.send(frames.LOG, {"level": level, "text": text, "bar": self.bar()})

    def decide(self, decision: dict[str, Any]) -> None:
        self._decisions.append(decision)
        self.decision_count += 1
        if len(self._decisions) >= DECISIONS_A_FRAME:
            self._send_decisions()

    def result(self, result: ScriptResult) -> None:
        self._wire.send(frames.RESULT, {"result": result.result, "error": result.error})

    def done(self, plots: dict[str, np.ndarray], equity_checksum: str | None) -> None:
        """Sends all that waits, and ends the process. None: the strategy was shown no account."""
        self._send_decisions()
        for name, column in plots.items():
            self._send_plot(name, column)
        self._wire.send_last(
            frames.DONE,
            {"decisionCount": self.decision_count, "equityChecksum": equity_checksum},
        )

    def failed(self, code: str, message: str, stack: str = "") -> None:
        """Ends the process."""
        failure = {"code": code, "message": message, "stack": stack, "bar": self.bar()}
        self._wire.send_last(frames.FAILED, failure)

    def _send_decisions(self) -> None:
        if self._decisions:
            self._wire.send(frames.DECISIONS, self._decisions)
        self._decisions = []

    def _send_plot(self, name: str, column: np.ndarray) -> None:
        for start in range(0, len(column), PLOTTED_BARS_A_FRAME):
            stretch = column[start : start + PLOTTED_BARS_A_FRAME].tolist()
            values = [value if value == value else None for value in stretch]
            self._wire.send(frames.PLOT, {"name": name, "start": start, "values": values})
