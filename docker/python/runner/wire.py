"""The wire to the app, as in shared/frames/codec.ts: length (uint32), type (uint8), payload.

Nothing in here keeps a strategy from the wire; Python cannot. The container is the boundary, the app
reads every frame as hostile, and the host's replay makes all figures.
"""

import json
import os
import struct
import threading
from typing import Any, BinaryIO

JOB, COLUMNS, TABLES = 1, 2, 3
READY, PROGRESS, LOG, DECISIONS, DONE, FAILED, PLOT, RESULT = 16, 17, 18, 19, 20, 21, 22, 23

#: The largest frame that an app sends, in bytes.
MAXIMUM_JOB_FRAME = 256 * 1024 * 1024

_HEADER = struct.Struct("<IB")


class Wire:
    """Writes whole frames, one at a time, from whichever thread."""

    def __init__(self, descriptor: int):
        self._descriptor = descriptor
        self._turn = threading.Lock()

    @classmethod
    def take_standard_output(cls) -> "Wire":
        """Moves the way to the app off descriptor 1: what a library prints there must not mix with frames."""
        wire = cls(os.dup(1))
        os.dup2(2, 1)
        return wire

    def send(self, frame_type: int, value: Any) -> None:
        """Returns when the pipe has taken the frame, so memory stays flat."""
        payload = json.dumps(value, allow_nan=False, separators=(",", ":")).encode()
        with self._turn:
            self._write(_HEADER.pack(len(payload), frame_type) + payload)

    def send_last(self, frame_type: int, value: Any) -> None:
        """Sends a frame and ends the process, with nothing of the strategy's run any more."""
        payload = json.dumps(value, allow_nan=False).encode()
        # A thread that ends the run may come while another writes; it must not wait for ever.
        self._turn.acquire(timeout=1)
        self._write(_HEADER.pack(len(payload), frame_type) + payload)
        os._exit(0)

    def _write(self, frame: bytes) -> None:
        rest = memoryview(frame)
        while rest:
            rest = rest[os.write(self._descriptor, rest) :]


def read_job(stream: BinaryIO) -> tuple[dict[str, Any], bytes, bytes]:
    """The job, the bytes of its columns and of its tables, in the order in which the app sends them."""
    job = json.loads(_read_frame(stream, JOB))
    return job, _read_frame(stream, COLUMNS), _read_frame(stream, TABLES)


def _read_frame(stream: BinaryIO, wanted: int) -> bytes:
    header = stream.read(_HEADER.size)
    if len(header) < _HEADER.size:
        raise EOFError("Standard input ended before the job was there")
    length, frame_type = _HEADER.unpack(header)
    if frame_type != wanted or length > MAXIMUM_JOB_FRAME:
        raise ValueError(f"A frame of type {frame_type} with {length} bytes is not part of a job")
    payload = stream.read(length)
    if len(payload) < length:
        raise EOFError("Standard input ended inside the job")
    return payload
