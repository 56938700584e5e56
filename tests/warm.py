"""The command as a process of its own that starts warm: born of one that has imported it already.

Importing takes longer than most commands do. What depends on a cold start (how soon a server is
there, what is imported at all) is tested with `subprocess`.
"""

import atexit
import gc
import os
import pickle
import runpy
import select
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import IO, Any

PIECE = 262_144


class Process:
    """The running command; its members are those of `subprocess.Popen`.

    `env` is whole, and tells Python itself nothing: it runs already.
    """

    def __init__(
        self,
        arguments: Sequence[str | Path],
        *,
        stdin: int | IO[Any],
        stdout: int | IO[Any],
        stderr: int | IO[Any],
        env: Mapping[str, str] | None = None,
    ) -> None:
        self.args = [os.fspath(argument) for argument in arguments]
        self.returncode: int | None = None
        self._ended, told = os.pipe()
        streams = [_number(each) for each in (stdin, stdout, stderr)]
        environment = dict(os.environ if env is None else env)
        try:
            self.pid = _nursery().bear(self.args, environment, [*streams, told])
        finally:
            os.close(told)

    def poll(self) -> int | None:
        """Return the exit code if it has ended; below zero, what killed it."""
        return self._awaited(0)

    def wait(self, timeout: float | None = None) -> int:
        if (code := self._awaited(timeout)) is None:
            raise subprocess.TimeoutExpired(self.args, timeout or 0)
        return code

    def send_signal(self, number: int) -> None:
        if self.poll() is None:
            os.kill(self.pid, number)

    def terminate(self) -> None:
        self.send_signal(signal.SIGTERM)

    def kill(self) -> None:
        self.send_signal(signal.SIGKILL)

    def _awaited(self, seconds: float | None) -> int | None:
        if self.returncode is None and select.select([self._ended], [], [], seconds)[0]:
            self.returncode = int(os.read(self._ended, PIECE))
            os.close(self._ended)
        return self.returncode


def _number(stream: int | IO[Any]) -> int:
    return stream if isinstance(stream, int) else stream.fileno()


class Nursery:
    """The process that has imported the command, as the tests see it."""

    def __init__(self) -> None:
        self._socket, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, __file__, str(theirs.fileno())],
                stdin=subprocess.DEVNULL,
                pass_fds=[theirs.fileno()],
            )

    def bear(
        self, arguments: list[str], environment: dict[str, str], descriptors: Sequence[int]
    ) -> int:
        """Bear a child with these streams, and the pipe that tells its end; return its id."""
        request = pickle.dumps((arguments, environment, str(Path.cwd())))
        socket.send_fds(self._socket, [request], descriptors)
        return int(self._socket.recv(PIECE))

    def close(self) -> None:
        self._socket.close()
        self._process.wait()


@cache
def _nursery() -> Nursery:
    opened = Nursery()
    atexit.register(opened.close)
    return opened


def serve(parent: socket.socket) -> bool:
    """Bear a child for each request; return in each child, and at the end with False."""
    woken, waker = socket.socketpair()
    os.set_blocking(waker.fileno(), False)  # its only way
    signal.set_wakeup_fd(waker.fileno())
    signal.signal(signal.SIGCHLD, lambda *_: None)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    pipes: dict[int, int] = {}
    while True:
        ready = select.select([parent, woken], [], [])[0]
        if woken in ready:
            woken.recv(PIECE)
            _tell_who_ended(pipes)
        if parent in ready:
            request, descriptors, *_ = socket.recv_fds(parent, PIECE, 4)
            if not request:
                return False
            if (born := os.fork()) == 0:
                signal.set_wakeup_fd(-1)
                _become(*pickle.loads(request), descriptors)  # noqa: S301  # our own parent's
                return True
            pipes[born] = descriptors.pop()
            for descriptor in descriptors:
                os.close(descriptor)
            parent.send(str(born).encode())


def _tell_who_ended(pipes: dict[int, int]) -> None:
    while pipes:
        ended, status = os.waitpid(-1, os.WNOHANG)
        if not ended:
            return
        pipe = pipes.pop(ended)
        os.write(pipe, str(os.waitstatus_to_exitcode(status)).encode())
        os.close(pipe)


def _become(
    arguments: list[str], environment: dict[str, str], folder: str, descriptors: Sequence[int]
) -> None:
    """Be as a process that has just been started so."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    for number, descriptor in enumerate(descriptors[:3]):
        os.dup2(descriptor, number)
    os.closerange(3, max(descriptors) + 1)
    os.environ.clear()
    os.environ.update(environment)
    time.tzset()
    os.chdir(folder)
    sys.argv = ["maestrarr", *arguments]
    sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115  # until the end
    sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
    sys.stderr = open(  # noqa: SIM115
        2, "w", encoding="utf-8", errors="backslashreplace", closefd=False, buffering=1
    )


def _import_everything() -> None:
    from maestrarr import rooms  # noqa: PLC0415  # not into the tests
    from maestrarr.cli import main, remote  # noqa: PLC0415
    from maestrarr.server import serve  # noqa: PLC0415

    assert remote
    assert serve
    main.command()
    for door in ("models", "settings", "jobs", "listeners", "api"):
        rooms.load(door)
    gc.collect()
    gc.freeze()


if __name__ == "__main__":
    del sys.path[0]  # the tests' own folder
    _import_everything()
    if serve(socket.socket(fileno=int(sys.argv[1]))):
        runpy.run_module("maestrarr", run_name="__main__", alter_sys=True)
