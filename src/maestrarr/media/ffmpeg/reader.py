"""The parent's side of the second tier: ask the child, and kill it when it does not answer."""

import os
import selectors
import subprocess
import sys
import threading
import time
import weakref
from pathlib import Path
from types import TracebackType
from typing import Final, Self

import maestrarr
from maestrarr.media.facts import FaultKind, NotReadable, Probe
from maestrarr.media.ffmpeg import wire

LIMIT_SECONDS: Final = 20.0
PIPE_BYTES: Final = 64 * 1024

_WORKER: Final = "maestrarr.media.ffmpeg.worker"
_CRASHED: Final = "FFmpeg crashed over it."


class FfmpegReader:
    """Reads any media file with FFmpeg; close it, or use it in a `with` block.

    Its child is started when first needed, since FFmpeg takes a tenth of a second to load, and
    started again after it crashed or was killed. Threads may share one reader: they take turns.
    """

    def __init__(self) -> None:
        self._child: subprocess.Popen[bytes] | None = None
        self._end: weakref.finalize[[subprocess.Popen[bytes]], FfmpegReader] | None = None
        self._turn = threading.Lock()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the child; a later read starts another one."""
        with self._turn:
            self._end_child()

    def read(self, path: Path, limit_seconds: float = LIMIT_SECONDS) -> Probe:
        """Read a file's facts.

        Raises:
            NotReadable: FFmpeg finds no media in it, takes too long over it, or crashes.
        """
        with self._turn:
            is_used = self._child is not None
            answer = self._ask(path, limit_seconds)
            if is_used and _has_crashed(answer):  # over an earlier file, as likely as not
                answer = self._ask(path, limit_seconds)
        if isinstance(answer, NotReadable):
            raise answer
        return answer

    def _ask(self, path: Path, limit_seconds: float) -> wire.Answer:
        deadline = time.monotonic() + limit_seconds
        try:
            line = self._exchange(wire.pack_question(path.absolute()), deadline)
            return wire.unpack_answer(line)
        except TimeoutError:
            self._end_child()
            reason = f"FFmpeg took longer than {limit_seconds:g} s over it."
        except (OSError, EOFError, ValueError, TypeError, KeyError, RecursionError):
            # The child died, or what it wrote is no answer: it did not survive this file.
            self._end_child()
            reason = _CRASHED
        return NotReadable(FaultKind.UNREADABLE, reason)

    def _exchange(self, question: bytes, deadline: float) -> bytes:
        child = self._living_child()
        assert child.stdin is not None  # noqa: S101  # both are pipes
        assert child.stdout is not None  # noqa: S101
        child.stdin.write(question)
        return _read_line(child.stdout.fileno(), deadline)

    def _living_child(self) -> "subprocess.Popen[bytes]":
        if self._child is not None and self._child.poll() is not None:
            self._end_child()
        if self._child is None:
            self._child = _start_child()
            # Whoever forgets to close us leaves no child behind, and no zombie.
            self._end = weakref.finalize(self, _end, self._child)
        return self._child

    def _end_child(self) -> None:
        if self._end is not None:
            self._end()
        self._child = self._end = None


def _has_crashed(answer: wire.Answer) -> bool:
    return isinstance(answer, NotReadable) and answer.reason == _CRASHED


def _end(child: "subprocess.Popen[bytes]") -> None:
    child.kill()
    child.wait()
    for pipe in (child.stdin, child.stdout):
        if pipe is not None:
            pipe.close()


def _start_child() -> "subprocess.Popen[bytes]":
    """Start the child, which ends as soon as our end of its standard input is closed.

    It has a session of its own, so that Ctrl-C in a terminal reaches only its parent.
    """
    package_root = str(Path(maestrarr.__file__).parents[1])
    inherited = os.environ.get("PYTHONPATH")
    search_path = f"{package_root}{os.pathsep}{inherited}" if inherited else package_root
    return subprocess.Popen(  # noqa: S603  # ourselves
        [sys.executable, "-P", "-m", _WORKER],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        bufsize=0,
        start_new_session=True,
        env={**os.environ, "PYTHONPATH": search_path},
    )


def _read_line(descriptor: int, deadline: float) -> bytes:
    """Read up to the end of a line.

    Raises:
        TimeoutError: it did not come before the deadline.
        EOFError: the other side is gone, or never stops talking.
    """
    received = bytearray()
    with selectors.DefaultSelector() as selector:
        selector.register(descriptor, selectors.EVENT_READ)
        while not received.endswith(b"\n"):
            left = deadline - time.monotonic()
            if left <= 0 or not selector.select(left):
                raise TimeoutError
            piece = os.read(descriptor, PIPE_BYTES)
            if not piece or len(received) > wire.MAX_ANSWER_BYTES:
                raise EOFError
            received += piece
    return bytes(received)
