"""Draws `scan.svg`: what `maestrarr library scan` really prints on a small sample library.

Run it with the development environment: `.venv/bin/python docs/pictures/make.py`.
"""
# ruff: noqa: INP001

import os
import pty
import re
import subprocess
import sys
import tempfile
from io import StringIO
from pathlib import Path

from rich.console import Console
from rich.text import Text

from maestrarr.demo.library import make_library

COLUMNS, ROWS = 132, 40
PICTURE = Path(__file__).with_name("scan.svg")
FONT_FROM_ELSEWHERE = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)
PROGRAM = Path(sys.executable).with_name("maestrarr")


def main() -> None:
    """Make the sample library, scan it on a terminal, and draw what stood there."""
    with tempfile.TemporaryDirectory() as folder:
        make_library(Path(folder) / "media", films=8, series=0)
        printed = _on_a_terminal(["library", "scan", "media"], folder)
    console = Console(record=True, width=COLUMNS + 2, file=StringIO(), force_terminal=True)
    console.print("[bold]$ maestrarr library scan media[/bold]")
    console.print(Text.from_ansi(printed), soft_wrap=True)
    drawing = console.export_svg(title="Maestrarr")
    PICTURE.write_text(FONT_FROM_ELSEWHERE.sub("", drawing))


def _on_a_terminal(arguments: list[str], folder: str) -> str:
    """Run a command on a terminal of its own; return what it printed to stdout."""
    ours, theirs = pty.openpty()
    environment = os.environ | {
        "COLUMNS": str(COLUMNS),
        "LINES": str(ROWS),
        "TERM": "xterm-256color",
        "MAESTRARR_DATA": f"{folder}/data",
    }
    with subprocess.Popen(  # noqa: S603  # our own program
        [PROGRAM, *arguments],
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=theirs,
        stderr=subprocess.DEVNULL,
    ):
        os.close(theirs)
        printed = bytearray()
        while data := _read(ours):
            printed += data
    lines = printed.decode().replace("\r", "").split("\n")
    return "\n".join(line.rstrip() for line in lines)


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65_536)
    except OSError:  # how Linux says that the other side has closed
        return b""


if __name__ == "__main__":
    main()
