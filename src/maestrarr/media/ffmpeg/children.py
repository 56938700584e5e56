"""Processes that run FFmpeg's libraries for us: started, listened to, and ended."""

import os
import selectors
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import maestrarr

MAX_LINE_BYTES: Final = 4 * 1024 * 1024
PIPE_BYTES: Final = 64 * 1024


def start(
    module: str, *arguments: str, descriptors: Sequence[int] = ()
) -> "subprocess.Popen[bytes]":
    """Start a module of ours, which ends as soon as our end of its standard input is closed.

    It has a session of its own, so that Ctrl-C in a terminal reaches only its parent.
    """
    package_root = str(Path(maestrarr.__file__).parents[1])
    inherited = os.environ.get("PYTHONPATH")
    search_path = f"{package_root}{os.pathsep}{inherited}" if inherited else package_root
    return subprocess.Popen(  # noqa: S603  # ourselves
        [sys.executable, "-P", "-m", module, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        bufsize=0,
        start_new_session=True,
        pass_fds=descriptors,
        env={**os.environ, "PYTHONPATH": search_path},
    )


def end(child: "subprocess.Popen[bytes]") -> None:
    """Kill a child, and leave no zombie and no open pipe behind."""
    child.kill()
    child.wait()
    for pipe in (child.stdin, child.stdout):
        if pipe is not None:
            pipe.close()


def read_line(descriptor: int, deadline: float) -> bytes:
    """Read up to the end of a line.

    Raises:
        TimeoutError: it did not come before the deadline, as `time.monotonic` counts.
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
            if not piece or len(received) > MAX_LINE_BYTES:
                raise EOFError
            received += piece
    return bytes(received)
