"""From the log to its files, by a thread of its own: no disk holds up who logs."""

import logging
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import structlog

from maestrarr.core.logs.policy import Bounds
from maestrarr.core.logs.writer import LogWriter
from maestrarr.kit.log import JSON

GATHER_SECONDS = 0.05
TEND_SECONDS = 1.0
REST_SECONDS = 10.0  # before a disk that refused is asked again to tidy up
STOP_SECONDS = 2.0
MOST_WAITING_BYTES = 4_000_000
TOO_SLOW = "the disk does not keep up"

log = structlog.get_logger(__name__)


class Recorder(logging.Handler):
    """Takes every line; a disk that is full, closed or hangs costs lines, and nothing else."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.setFormatter(JSON)
        self.trouble: str | None = None
        self.lost = 0
        self._writer = LogWriter(folder)
        self._waiting: list[bytes] = []
        self._waiting_bytes = 0
        self._filled = threading.Event()
        self._stopping = threading.Event()
        self._tend_at = 0.0
        self._thread = threading.Thread(target=self._work, name="logs", daemon=True)
        self._thread.start()

    def emit(self, record: logging.LogRecord) -> None:
        """Let a line wait for the thread; what waits is bounded. Its caller holds the lock."""
        line = f"{self.format(record)}\n".encode()
        if self._waiting_bytes + len(line) > MOST_WAITING_BYTES:
            self.lost += 1
            self.trouble = self.trouble or TOO_SLOW
            return
        self._waiting.append(line)
        self._waiting_bytes += len(line)
        self._filled.set()

    @property
    def bounds(self) -> Bounds:
        """Within what the files are kept, from the next line on."""
        return self._writer.bounds

    @bounds.setter
    def bounds(self, bounds: Bounds) -> None:
        self._writer.bounds = bounds

    def close(self) -> None:
        """Write what waits, unless the disk does not take it in time."""
        self._stopping.set()
        self._filled.set()
        self._thread.join(STOP_SECONDS)
        super().close()

    def _work(self) -> None:
        while not self._stopping.is_set():
            self._filled.wait(TEND_SECONDS)
            self._stopping.wait(GATHER_SECONDS)
            self._filled.clear()
            self._write()
            self._tend()
        self._write()
        self._writer.close()

    def _write(self) -> None:
        with self._own_lock():
            lines, self._waiting, self._waiting_bytes = self._waiting, [], 0
        if not lines:
            return
        try:
            self._writer.write(lines)
        except OSError as error:
            self._writer.close()
            self.lost += len(lines)
            self._say_trouble(error.strerror or str(error))
        else:
            self._say_it_is_over()

    def _say_trouble(self, reason: str) -> None:
        """Say once, where it is still heard, that the files lack something."""
        is_new, self.trouble = self.trouble is None, reason
        if is_new:
            log.warning("logs.not_written", error=reason)

    def _say_it_is_over(self) -> None:
        was_trouble, self.trouble = self.trouble is not None, None
        if was_trouble:
            log.warning("logs.written_again", lost=self.lost)

    def _tend(self) -> None:
        if time.monotonic() < self._tend_at:
            return
        rest = TEND_SECONDS
        try:
            self._writer.tend()
        except OSError:  # what it means for the log, the next line that is written finds out
            rest = REST_SECONDS
        self._tend_at = time.monotonic() + rest

    @contextmanager
    def _own_lock(self) -> Iterator[None]:
        self.acquire()
        try:
            yield
        finally:
            self.release()


@contextmanager
def recorded(folder: Path) -> Iterator[Recorder]:
    """Record every line of this process into files in a folder, until the end of the block."""
    recorder, root = Recorder(folder), logging.getLogger()
    root.addHandler(recorder)
    try:
        yield recorder
    finally:
        root.removeHandler(recorder)
        recorder.close()
