"""The parent's side of the second tier: ask the child, and kill it when it does not answer."""

import subprocess
import threading
import time
import weakref
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Final, Self, TypeVar

from maestrarr.media.causes import because
from maestrarr.media.facts import FaultKind, NotReadable, Probe
from maestrarr.media.ffmpeg import children, wire
from maestrarr.media.frames.sightings import Sighting

LIMIT_SECONDS: Final = 20.0

_WORKER: Final = "maestrarr.media.ffmpeg.worker"
_CRASHED: Final = because("ffmpeg_crashed")

Told = TypeVar("Told")


class FfmpegReader:
    """Reads any media file with FFmpeg; close it, or use it in a `with` block.

    Its child is started when first needed, since FFmpeg takes a tenth of a second to load, and
    started again after it crashed or was killed. Threads may share one reader: they take turns.
    """

    def __init__(self, *, niceness: int = 0) -> None:
        self._niceness = niceness
        self._is_over = False
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

    def interrupt(self) -> None:
        """End what another thread is reading, now; nothing is read after it."""
        self._is_over = True
        child = self._child
        if child is not None:
            child.kill()

    def read(self, path: Path, limit_seconds: float = LIMIT_SECONDS) -> Probe:
        """Read a file's facts.

        Raises:
            NotReadable: FFmpeg finds no media in it, takes too long over it, or crashes.
        """
        return self._answer(wire.Question.HEADERS, path, wire.unpack_answer, limit_seconds)

    def look(self, path: Path, limit_seconds: float = LIMIT_SECONDS) -> list[Sighting]:
        """Look into a file's first frames, for what its headers leave open.

        Raises:
            NotReadable: FFmpeg finds no media in it, takes too long over it, or crashes.
        """
        return self._answer(wire.Question.FRAMES, path, wire.unpack_seen, limit_seconds)

    def _answer(
        self,
        question: wire.Question,
        path: Path,
        unpack: Callable[[bytes], Told | NotReadable],
        limit_seconds: float,
    ) -> Told:
        asked = wire.pack_question(question, path.absolute())
        with self._turn:
            is_used = self._child is not None
            answer = self._ask(asked, unpack, limit_seconds)
            may_be_innocent = is_used and not self._is_over
            if may_be_innocent and _has_crashed(answer):  # an earlier file's fault, as likely
                answer = self._ask(asked, unpack, limit_seconds)
        if isinstance(answer, NotReadable):
            raise answer
        return answer

    def _ask(
        self, asked: bytes, unpack: Callable[[bytes], Told | NotReadable], limit_seconds: float
    ) -> Told | NotReadable:
        deadline = time.monotonic() + limit_seconds
        try:
            return unpack(self._exchange(asked, deadline))
        except TimeoutError:
            self._end_child()
            cause = because("ffmpeg_took_long", seconds=limit_seconds)
        except (OSError, EOFError, ValueError, TypeError, KeyError, RecursionError):
            # The child died, or what it wrote is no answer: it did not survive this file.
            self._end_child()
            cause = _CRASHED
        return NotReadable(FaultKind.UNREADABLE, cause)

    def _exchange(self, question: bytes, deadline: float) -> bytes:
        child = self._living_child()
        assert child.stdin is not None  # noqa: S101  # both are pipes
        assert child.stdout is not None  # noqa: S101
        child.stdin.write(question)
        return children.read_line(child.stdout.fileno(), deadline)

    def _living_child(self) -> "subprocess.Popen[bytes]":
        if self._child is not None and self._child.poll() is not None:
            self._end_child()
        if self._is_over:
            raise EOFError
        if self._child is None:
            self._child = children.start(_WORKER, str(self._niceness))
            # Whoever forgets to close us leaves no child behind, and no zombie.
            self._end = weakref.finalize(self, children.end, self._child)
        return self._child

    def _end_child(self) -> None:
        if self._end is not None:
            self._end()
        self._child = self._end = None


def _has_crashed(answer: object) -> bool:
    return isinstance(answer, NotReadable) and answer.cause == _CRASHED
