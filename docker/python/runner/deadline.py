"""A sandbox ends by itself: the app that started it may be gone."""

import faulthandler
import os
import sys
import threading
from typing import Callable

#: As long as docker/runner waits for a job that never comes.
IDLE_LIMIT_SECONDS = 15 * 60

#: Where a library keeps Python itself from running, a thread of C ends the process this much later.
HARD_LIMIT_SECONDS = 2


def limit_idleness() -> None:
    faulthandler.dump_traceback_later(IDLE_LIMIT_SECONDS, exit=True, file=sys.__stderr__)


def limit_run(seconds: float, on_limit: Callable[[], None]) -> None:
    """Calls `on_limit` in a thread of its own when the time is up; it ends the process."""
    faulthandler.dump_traceback_later(
        seconds + HARD_LIMIT_SECONDS, exit=True, file=os.fdopen(os.dup(2), "w")
    )
    timer = threading.Timer(seconds, on_limit)
    timer.daemon = True
    timer.start()
