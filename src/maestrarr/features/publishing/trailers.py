"""Trailers beside films: fetched by yt-dlp, the one program here that opens its own connections.

It is given nothing but the page of a trailer that a service named, at a site that we know, after
the address behind that name was checked as every other is; see decision 0037.
"""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from maestrarr.core.changes.writes import Put, Write
from maestrarr.features.publishing.errors import TrailerFailed, TrailerLeft
from maestrarr.features.publishing.subjects import Subject
from maestrarr.kit.text import readable
from maestrarr.media import probe
from maestrarr.media.names.building import trailer_name
from maestrarr.media.nfo.trailers import page_of

SUFFIX: Final = ".mp4"
LIMIT_SECONDS: Final = 600.0
_LOOK_EVERY_SECONDS: Final = 0.2
_WANTED: Final = (
    "--ignore-config", "--no-playlist", "--no-cache-dir", "--no-progress", "--no-warnings",
    "--no-part", "--no-mtime", "--force-overwrites", "--max-filesize", "500M",
    "--format", "best[ext=mp4][height<=1080]",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Wanted:
    """A trailer's page, and the file that it shall be."""

    page: str
    path: Path
    root: Path


def find_program() -> str | None:
    """Say where yt-dlp is installed, if it is: beside our own Python, or wherever programs are."""
    beside = Path(sys.executable).parent
    return shutil.which("yt-dlp", path=f"{beside}{os.pathsep}{os.environ.get('PATH', os.defpath)}")


def wanted(subject: Subject, trailers: Iterable[Mapping[str, Any]]) -> Wanted:
    """Choose the trailer that stands first and lies at a site that we know; for a thread.

    Raises:
        TrailerLeft: there is none, or one stands there already, or no name for it.
    """
    pages = (page_of(str(each["url"])) for each in trailers)
    page = next((each for each in pages if each), None)
    version = subject.versions[0]
    named = trailer_name(version.place, SUFFIX)
    if named.value is None:
        raise TrailerLeft("kind", subject.name)
    if page is None:
        raise TrailerLeft("none", subject.name)
    path = version.folder / named.value
    if any(each.stem == path.stem for each in path.parent.iterdir()):
        raise TrailerLeft("there", subject.name)
    return Wanted(page, path, version.root or version.folder)


def write_of(
    wanted: Wanted, program: str, title: str, *, is_cancelled: Callable[[], bool]
) -> Write:
    """Say that the trailer shall stand there; what fetches it is called as it is written."""

    def fetch(staging: Path) -> None:
        _run([program, *_WANTED, "--output", _literal(staging), wanted.page], title, is_cancelled)
        if probe.examine(staging).probe is None:
            raise TrailerFailed(title, "what came is no film")

    return Write(
        path=wanted.path,
        root=wanted.root,
        action=Put(content=fetch),
        title=readable(wanted.path.name),
        reason="It is the trailer that a service names.",
    )


def _run(command: list[str], title: str, is_cancelled: Callable[[], bool]) -> None:
    until = time.monotonic() + LIMIT_SECONDS
    with subprocess.Popen(  # noqa: S603  # the program that the user has installed
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
    ) as running:
        try:
            said = _wait(running, lambda: is_cancelled() or time.monotonic() > until)
        finally:
            running.kill()
    if running.returncode != 0:
        last = (said or b"it takes too long").decode("utf-8", "replace").strip().splitlines()[-1:]
        raise TrailerFailed(title, " ".join(last).removeprefix("ERROR: ") or "no reason is given")


def _wait(running: "subprocess.Popen[bytes]", is_over: Callable[[], bool]) -> bytes | None:
    while not is_over():
        try:
            return running.communicate(timeout=_LOOK_EVERY_SECONDS)[1]
        except subprocess.TimeoutExpired:
            continue
    return None


def _literal(path: Path) -> str:
    """Write a path so that nothing in it is taken for a field of yt-dlp's templates."""
    return str(path.absolute()).replace("%", "%%")
