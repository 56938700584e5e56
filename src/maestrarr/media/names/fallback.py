"""A second opinion on names that follow no convention of ours, from the PTT package.

PTT's expressions are not ours, so nothing bounds the time they take, and a thread that is stuck
in one holds the interpreter and cannot be ended. They run in a small process of their own, which
is kept between names and killed when it takes longer than a second: no signals, no leftovers.
"""

import atexit
import json
import os
import select
import subprocess
import sys
import threading
import time
from datetime import timedelta
from pathlib import Path
from typing import Final

from maestrarr.media.names.parsed import ParsedName

START_LIMIT: Final = timedelta(seconds=10)
NAME_LIMIT: Final = timedelta(seconds=1)
_LONGEST_NAME: Final = 255
_SCRIPT: Final = Path(__file__).with_name("second_reader.py")


class SecondReader:
    """The process that reads names with PTT; it is started by the first name that needs it."""

    def __init__(self, script: Path = _SCRIPT) -> None:
        self._script = script
        self._process: subprocess.Popen[bytes] | None = None
        self._owner = 0
        self._lock = threading.Lock()

    def read(self, name: str) -> dict[str, object]:
        """Read a name; empty when the reader failed, died, or took longer than its limit."""
        with self._lock:
            try:
                return self._ask(name)
            except (OSError, TimeoutError, ValueError):
                self._end()
                return {}

    def close(self) -> None:
        """End the process, if there is one."""
        with self._lock:
            self._end()

    def _ask(self, name: str) -> dict[str, object]:
        process = self._running()
        question = json.dumps(name[:_LONGEST_NAME]).encode() + b"\n"
        os.write(_descriptor(process.stdin), question)
        answer = json.loads(_line(process, NAME_LIMIT))
        return answer if isinstance(answer, dict) else {}

    def _running(self) -> subprocess.Popen[bytes]:
        # After a fork the pipes are shared with the parent: each process needs its own reader.
        if self._process and self._owner == os.getpid() and self._process.poll() is None:
            return self._process
        if self._owner == os.getpid():
            self._end()
        self._process = subprocess.Popen(  # noqa: S603 - our own interpreter and our own script
            [sys.executable, "-P", str(self._script)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._owner = os.getpid()
        _line(self._process, START_LIMIT)
        return self._process

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is None or self._owner != os.getpid():
            return
        process.kill()
        # Not communicate(): it would wait for the pipes, and a killed process has nothing to say.
        process.wait()
        for pipe in (process.stdin, process.stdout):
            if pipe:
                pipe.close()


def parse(name: str) -> ParsedName | None:
    """Read a name by PTT; None when it finds no title either."""
    found = _READER.read(name)
    title = found.get("title")
    if not isinstance(title, str) or not title.strip():
        return None
    seasons, episodes = _integers(found.get("seasons")), _integers(found.get("episodes"))
    return ParsedName(
        title=title.strip(),
        year=found["year"] if isinstance(found.get("year"), int) else None,  # type: ignore[arg-type]
        season=seasons[0] if seasons else None,
        episodes=episodes if seasons else (),
        absolute=() if seasons else episodes,
        edition=_words(found.get("edition")),
        resolution=_words(found.get("resolution")),
        source=_words(found.get("quality")),
        release_group=_words(found.get("group")),
    )


def _line(process: subprocess.Popen[bytes], limit: timedelta) -> bytes:
    """Read one line from the process, or raise TimeoutError when the limit has passed."""
    descriptor = _descriptor(process.stdout)
    ends_at = time.monotonic() + limit.total_seconds()
    line = b""
    while not line.endswith(b"\n"):
        left = ends_at - time.monotonic()
        if left <= 0 or not select.select([descriptor], [], [], left)[0]:
            raise TimeoutError
        piece = os.read(descriptor, 65536)
        if not piece:
            raise BrokenPipeError
        line += piece
    return line


def _descriptor(pipe: object) -> int:
    if pipe is None or not hasattr(pipe, "fileno"):
        raise BrokenPipeError
    return int(pipe.fileno())


def _integers(value: object) -> tuple[int, ...]:
    numbers = value if isinstance(value, list) else []
    return tuple(number for number in numbers if isinstance(number, int))


def _words(value: object) -> str | None:
    return value if isinstance(value, str) and value else None


_READER: Final = SecondReader()
atexit.register(_READER.close)
