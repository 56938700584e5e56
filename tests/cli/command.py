"""Calls the command as a person or a script does: as a process of its own."""

import fcntl
import os
import pty
import re
import struct
import subprocess
import sys
import termios
from pathlib import Path

MAESTRARR = [sys.executable, "-m", "maestrarr"]
SECONDS = 60

_COLOURS = re.compile(r"\x1b\[[0-9;?]*[a-zA-Z]")


def run(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command to its end, with nobody at its standard input."""
    return subprocess.run(
        [*MAESTRARR, *map(os.fspath, arguments)],
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
        timeout=SECONDS,
        env=os.environ | environment,
    )


def seen(*arguments: str | Path, columns: int) -> str:
    """Return what a person sees at a terminal so wide, without its colours."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 50, columns, 0, 0))
    hidden = {"COLUMNS", "LINES", "NO_COLOR"}
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    with subprocess.Popen(
        [*MAESTRARR, *map(os.fspath, arguments)],
        stdin=theirs,
        stdout=theirs,
        stderr=subprocess.DEVNULL,
        env=environment | {"TERM": "xterm-256color"},
    ):
        os.close(theirs)
        said = _everything(ours)
    os.close(ours)
    return _COLOURS.sub("", said.decode()).replace("\r\n", "\n")


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
