"""Carrying writes out in a process of its own, which dies, or whose disk fails, at a chosen call.

A file of ids stands for the database: it is there, whole, from one moment on.
"""

import errno
import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Any, Literal
from uuid import UUID

from maestrarr.core.changes import editing, recovery
from maestrarr.core.changes.holding import Desk
from maestrarr.core.changes.journal import left_behind
from maestrarr.core.changes.recovery import Recovered
from maestrarr.core.changes.writes import Write

CALLS = (
    "pwrite", "write", "fsync", "fdatasync", "rename", "replace", "link", "unlink", "mkdir",
    "rmdir", "utime", "ftruncate", "fchmod", "fchown", "setxattr", "open",
)  # fmt: skip
WRITES = {"pwrite", "write"}


@dataclass(frozen=True)
class Fault:
    """What happens at the call number `at`, counted from 1: death, before it or amid a write of
    `torn_bytes`; or an error of the disk, once or from then on.
    """

    at: int
    how: Literal["kill", "error", "dead disk"] = "kill"
    torn_bytes: int = 0
    number: int = errno.EIO


class Tripwire:
    """Counts the calls that change a disk, and lets the fault happen at its own."""

    def __init__(self, fault: Fault) -> None:
        self._fault = fault
        self.calls = 0

    def install(self) -> None:
        for name in CALLS:
            setattr(os, name, partial(self._call, name, getattr(os, name)))

    def _call(self, name: str, original: Callable[..., Any], *args: Any, **said: Any) -> Any:
        if name == "open" and not args[1] & os.O_CREAT:
            return original(*args, **said)
        self.calls += 1
        fault = self._fault
        if self.calls < fault.at or (fault.how == "error" and self.calls > fault.at):
            return original(*args, **said)
        if fault.how != "kill":
            raise OSError(fault.number, os.strerror(fault.number))
        if name in WRITES and fault.torn_bytes:
            original(args[0], args[1][: fault.torn_bytes], *args[2:])
        os.kill(os.getpid(), signal.SIGKILL)
        raise AssertionError  # never reached


def child(desk: Desk, writes: Sequence[Write], ledger: Path, counts: Path, fault: Fault) -> None:
    """Carry writes out, record them, and settle, as one process does."""
    editing.TOGETHER = 1
    rename = os.rename
    wire = Tripwire(fault)
    wire.install()
    try:
        carried = editing.carry_out(desk, editing.hold(desk, writes))
        waiting = ledger.with_suffix(".new")
        waiting.write_text("\n".join(str(done.id) for done in carried.outcome.done))
        rename(waiting, ledger)
        carried.settle(recorded(ledger))
    except BaseException as error:
        counts.write_text(repr(error))
        raise
    counts.write_text(str(wire.calls))


class Nursery:
    """A process with one thread, which bears a child for each death in a millisecond."""

    def __init__(self) -> None:
        environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
        self._process = subprocess.Popen(
            [sys.executable, __file__],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=environment,
        )

    def bear(self, *arguments: object) -> int:
        """Let a child run to its end, and return its exit code; below zero, what killed it."""
        to, back = self._process.stdin, self._process.stdout
        assert to is not None
        assert back is not None
        pickle.dump(arguments, to)
        to.flush()
        return int(back.readline())


@cache
def _nursery() -> Nursery:
    return Nursery()


def serve() -> None:
    """Bear a child for each request, until nobody asks any more."""
    answers = os.fdopen(os.dup(1), "w")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # what a child logs is not read
    while True:
        try:
            arguments = pickle.load(sys.stdin.buffer)  # noqa: S301  # our own parent's
        except EOFError:
            return
        born = os.fork()
        if born == 0:
            child(*arguments)
            os._exit(0)
        _, status = os.waitpid(born, 0)
        print(os.waitstatus_to_exitcode(status), file=answers, flush=True)


def run(desk: Desk, writes: Sequence[Write], folder: Path, fault: Fault) -> int | None:
    """Run a child to its end, or its death; return how many calls it made, None if it died."""
    ledger, counts = folder / "ledger", folder / "counts"
    for left in (ledger, counts):
        left.unlink(missing_ok=True)
    code = _nursery().bear(desk, writes, ledger, counts, fault)
    if code == -signal.SIGKILL:
        return None
    said = counts.read_text()
    assert code == 0, said
    return int(said)


def recorded(ledger: Path) -> set[UUID]:
    """Read what the database would know."""
    return {UUID(line) for line in ledger.read_text().split()} if ledger.exists() else set()


def recover(desk: Desk, folder: Path) -> tuple[Recovered, set[UUID]]:
    """Do what the next start does."""
    if not desk.journal.exists():
        return Recovered(), set()
    known = recorded(folder / "ledger")
    return recovery.settle(left_behind(desk.journal), known), known


if __name__ == "__main__":
    from killing import serve as serve_as_imported  # so that what is pickled has one name

    serve_as_imported()
