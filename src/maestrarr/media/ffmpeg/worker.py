"""The child's side of the second tier: one question a line, until nobody asks any more.

Run as `python -m maestrarr.media.ffmpeg.worker NICENESS`; it ends when its standard input does.
"""

import os
import queue
import resource
import signal
import sys
import threading
from contextlib import suppress
from typing import Final

from maestrarr.media.causes import because
from maestrarr.media.facts import FaultKind, NotReadable
from maestrarr.media.ffmpeg import wire
from maestrarr.media.ffmpeg.examine import examine
from maestrarr.media.ffmpeg.look import look

MEMORY_BYTES: Final = 3 * 1024**3  # of addresses; FFmpeg's libraries alone take a tenth of it
CPU_SECONDS: Final = 30  # for one file


def main() -> None:
    """Answer questions until the parent is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.nice(int(sys.argv[1]))
    limit(resource.RLIMIT_CORE, 0)
    limit(resource.RLIMIT_AS, MEMORY_BYTES)
    questions: queue.SimpleQueue[bytes] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(questions,), daemon=True).start()
    while True:
        line = questions.get()
        limit(resource.RLIMIT_CPU, _cpu_seconds() + CPU_SECONDS)
        sys.stdout.buffer.write(wire.pack_answer(_answer(line)))
        sys.stdout.buffer.flush()


def _answer(line: bytes) -> wire.Answer | wire.Seen:
    question, path = wire.unpack_question(line)
    try:
        return look(path) if question is wire.Question.FRAMES else examine(path)
    except NotReadable as error:
        return error
    except MemoryError:
        return NotReadable(FaultKind.UNREADABLE, because("ffmpeg_needs_memory"))


def _listen(questions: "queue.SimpleQueue[bytes]") -> None:
    """Pass questions on, and end the process with its parent even while FFmpeg is busy."""
    for line in sys.stdin.buffer:
        questions.put(line)
    os._exit(0)


def limit(kind: int, value: int) -> None:
    """Set one of this process's limits, where the system knows it."""
    _, hard = resource.getrlimit(kind)
    with suppress(ValueError, OSError):  # macOS has no limit of addresses; the time limit stays
        resource.setrlimit(kind, (value, hard))


def _cpu_seconds() -> int:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return int(used.ru_utime + used.ru_stime) + 1


if __name__ == "__main__":
    main()
