"""The child that copies and compares: asked, listened to, and killed when it takes too long."""

import os
import subprocess
import time
from typing import Final

from maestrarr.media.edits import Obstacle
from maestrarr.media.ffmpeg import children
from maestrarr.media.remux import wire
from maestrarr.media.remux.tasks import Refused, Task

_WORKER: Final = "maestrarr.media.remux.worker"


def ask(task: Task, *, form: str | None) -> dict[str, object]:
    """Let a child copy and compare, or only compare when there is no form to copy into.

    Returns how many streams and packets passed by.

    Raises:
        Refused: it failed, took too long, was called off, or the copy is not the same.
        OSError: one of the files cannot be opened.
    """
    source = os.open(task.wish.source, os.O_RDONLY | os.O_NONBLOCK)
    try:
        flags = os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW
        staging = os.open(task.wish.staging, flags, 0o600)
        try:
            order = wire.Order(
                source=source,
                staging=staging,
                form=form,
                defaults=task.wish.defaults,
                limit_bytes=task.bounds.limit_bytes,
            )
            return _answer(order, task)
        finally:
            os.close(staging)
    finally:
        os.close(source)


def _answer(order: wire.Order, task: Task) -> dict[str, object]:
    child = children.start(_WORKER, descriptors=(order.source, order.staging))
    try:
        return _listen(child, order, task)
    except (EOFError, ValueError, BrokenPipeError) as error:
        raise Refused(Obstacle.FAILED, "FFmpeg crashed over it.") from error
    finally:
        children.end(child)


def _listen(child: "subprocess.Popen[bytes]", order: wire.Order, task: Task) -> dict[str, object]:
    """Hear how far it is until it is done; packets pass by twice, once in each file."""
    assert child.stdin is not None  # noqa: S101  # both are pipes
    assert child.stdout is not None  # noqa: S101
    total = 2 * os.fstat(order.source).st_size or 1
    child.stdin.write(wire.pack_order(order))
    while True:
        task.look()
        try:
            line = children.read_line(child.stdout.fileno(), time.monotonic() + task.pause)
        except TimeoutError:
            continue
        said = wire.unpack(line)
        if "done" not in said:
            return _outcome(said)
        task.watch.progress(min(1.0, int(str(said["done"])) / total))


def _outcome(said: dict[str, object]) -> dict[str, object]:
    if "refused" in said:
        raise Refused(Obstacle.NOT_THE_SAME, str(said["refused"]))
    if "failed" in said:
        raise Refused(Obstacle.FAILED, f"FFmpeg cannot copy it: {said['failed']}.")
    return said
