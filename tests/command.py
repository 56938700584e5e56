"""Calls the command as a person or a script does: as a process of its own."""

import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import sys
import tempfile
import termios
from collections.abc import Sequence
from pathlib import Path

import warm

MAESTRARR = [sys.executable, "-m", "maestrarr"]
SECONDS = 60

_AT_A_TERMINAL = (  # as the one that it asks for secrets
    "import fcntl, os, sys, termios;"
    " fcntl.ioctl(0, termios.TIOCSCTTY, 0); os.execv(sys.argv[1], sys.argv[1:])"
)
_COLOURS = re.compile(r"\x1b\[[0-9;?]*[a-zA-Z]")


def run(
    *arguments: str | Path, said: str = "", **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run the command to its end, with what is said at its standard input."""
    with (
        tempfile.TemporaryFile("w+") as to_it,
        tempfile.TemporaryFile("w+") as out,
        tempfile.TemporaryFile("w+") as errors,
    ):
        to_it.write(said)
        to_it.seek(0)
        process = warm.Process(
            arguments, stdin=to_it, stdout=out, stderr=errors, env=os.environ | environment
        )
        try:
            code = process.wait(SECONDS)
        finally:
            process.kill()
        for told in (out, errors):
            told.seek(0)
        return subprocess.CompletedProcess(process.args, code, out.read(), errors.read())


def seen(*arguments: str | Path, columns: int) -> str:
    """Return what a person sees at a terminal so wide, without its colours."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 50, columns, 0, 0))
    hidden = {"COLUMNS", "LINES", "NO_COLOR"}
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    with Path(os.devnull).open("w") as nowhere:
        process = warm.Process(
            arguments,
            stdin=theirs,
            stdout=theirs,
            stderr=nowhere,
            env=environment | {"TERM": "xterm-256color"},
        )
    os.close(theirs)
    said = _everything(ours)
    os.close(ours)
    process.wait(SECONDS)
    return _COLOURS.sub("", said.decode()).replace("\r\n", "\n")


def talk(
    *arguments: str | Path, answers: Sequence[tuple[str, str | None]], **environment: str
) -> tuple[int, str]:
    """Sit at a terminal of the command's own, and answer each question once it stands there.

    Where the answer is None, it is only awaited. Returns the exit code, and all that stood on the
    screen: also what was typed, where that is shown.
    """
    ours, theirs = pty.openpty()
    screen = b""
    with subprocess.Popen(
        [sys.executable, "-c", _AT_A_TERMINAL, *MAESTRARR, *arguments],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env=os.environ | {"TERM": "dumb", "COLUMNS": "200"} | environment,
        start_new_session=True,
    ) as process:
        os.close(theirs)
        try:
            read = 0
            for question, answer in answers:
                screen, read = _until(ours, question.encode(), screen, read)
                if answer is not None:
                    os.write(ours, f"{answer}\n".encode())
            screen += _everything(ours)
            process.wait(SECONDS)
        finally:
            process.kill()
            os.close(ours)
    return process.returncode, screen.decode().replace("\r\n", "\n")


def _until(terminal: int, question: bytes, screen: bytes, read: int) -> tuple[bytes, int]:
    """Wait till a question stands on the screen below what was read; tell where it ends."""
    while (found := screen.find(question, read)) < 0:
        ready, _, _ = select.select([terminal], [], [], SECONDS)
        piece = os.read(terminal, 65_536) if ready else b""
        assert piece, f"{question.decode()} was not asked: {screen.decode()}"
        screen += piece
    return screen, found + len(question)


def _everything(terminal: int) -> bytes:
    said = b""
    while True:
        try:
            piece = os.read(terminal, 65_536)
        except OSError:  # on Linux, the other side is closed
            return said
        if not piece:
            return said
        said += piece
