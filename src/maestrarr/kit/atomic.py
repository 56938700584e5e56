"""Writing to disk so that a reader, or a crash, finds the old bytes or the new, never a mixture.

Only `core.changes`, `core.upkeep` and this module write files: ARCHITECTURE §3.1 rule 5.
"""

import contextlib
import os
import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO


@contextlib.contextmanager
def filling(path: Path, *, mode: int = 0o666) -> Iterator[BinaryIO]:
    """Open a file to fill, which stands at `path`, whole and durable, once the block has ended.

    Raises:
        OSError: the disk is full, read-only or gone; what stood at `path` before still does.
    """
    waiting = path.with_name(f".{secrets.token_hex(8)}.part")
    try:
        with open(waiting, "xb", opener=lambda name, flags: os.open(name, flags, mode)) as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        waiting.replace(path)
    except BaseException as error:
        with contextlib.suppress(OSError):
            waiting.unlink()
        if isinstance(error, OSError) and error.filename == str(waiting):
            error.filename = str(path)  # the name that its reader knows
        raise
    _settle(path.parent)


def write_bytes(path: Path, data: bytes) -> None:
    """Put `data` at `path` in one step, durable once this returns; its folder must exist.

    Raises:
        OSError: the disk is full, read-only or gone; what stood at `path` before still does.
    """
    with filling(path) as file:
        file.write(data)


def move_in(new: Path, path: Path) -> None:
    """Let the file `new`, on the same disk, take the place of `path` in one durable step."""
    with new.open("rb") as file:
        os.fsync(file.fileno())
    new.replace(path)
    _settle(path.parent)


def write_text(path: Path, text: str) -> None:
    """Put `text`, as UTF-8 and with its line ends untouched, at `path` in one step."""
    write_bytes(path, text.encode())


def make_folder(path: Path) -> None:
    """Make the folder at `path` and those above it; one that exists already is fine."""
    path.mkdir(parents=True, exist_ok=True)


def make_link(path: Path, target: Path) -> None:
    """Make a symbolic link at `path` that points to `target`, which need not exist."""
    path.symlink_to(target)
    _settle(path.parent)


def remove(path: Path) -> None:
    """Delete the file or the link at `path`; one that is gone already is fine."""
    path.unlink(missing_ok=True)
    _settle(path.parent)


def _settle(folder: Path) -> None:
    """Make the names in a folder durable: a file's own fsync does not cover its name."""
    try:
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    except FileNotFoundError:
        return
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
