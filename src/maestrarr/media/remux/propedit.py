"""mkvpropedit on a copy: it rewrites in place, without fsync, so it never sees the film itself."""

import fcntl
import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from maestrarr.media.edits import Obstacle
from maestrarr.media.facts import AudioTrack, Probe, SubtitleTrack
from maestrarr.media.remux.tasks import LOOK_EVERY_SECONDS, Refused, Task

_CLONE: Final = 0x40049409  # FICLONE: two files share their blocks until one is written to
_PIECE_BYTES: Final = 32 * 1024 * 1024
_WARNED: Final = 1  # mkvpropedit's exit code when it did what it was asked, and has more to say


def find_mkvpropedit() -> Path | None:
    """Say where mkvpropedit is installed, if it is."""
    found = shutil.which("mkvpropedit")
    return Path(found) if found else None


def clone(task: Task) -> None:
    """Make the staging file a clone of the film, or a copy where no clone can be made.

    Raises:
        Refused: it took too long, or was called off.
        OSError: one of the files cannot be read or written.
    """
    with task.wish.source.open("rb") as film, task.wish.staging.open("wb") as copy:
        try:
            fcntl.ioctl(copy.fileno(), _CLONE, film.fileno())
        except OSError:  # another file system, or one that does not know clones
            size_bytes = os.fstat(film.fileno()).st_size
            while piece := film.read(_PIECE_BYTES):
                task.look()
                copy.write(piece)
                task.watch.progress(film.tell() / size_bytes / 2)


def edit(program: Path, task: Task, before: Probe) -> None:
    """Let mkvpropedit set the flags of the copy.

    Raises:
        Refused: it failed, took too long, or was called off.
        OSError: it cannot be run.
    """
    command = [str(program), "--quiet", str(task.wish.staging.absolute()), *_settings(task, before)]
    with subprocess.Popen(  # noqa: S603  # the program that the user names
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    ) as running:
        try:
            said = _wait(running, task)
        finally:
            running.kill()
    if running.returncode > _WARNED:
        last = said.decode("utf-8", "replace").strip().splitlines()[-1:]
        reason = f"mkvpropedit cannot edit it: {' '.join(last) or running.returncode}"
        raise Refused(Obstacle.FAILED, reason)


def _wait(running: "subprocess.Popen[bytes]", task: Task) -> bytes:
    while True:
        task.look()
        try:
            return running.communicate(timeout=LOOK_EVERY_SECONDS)[0]
        except subprocess.TimeoutExpired:
            continue


def _settings(task: Task, before: Probe) -> list[str]:
    """Say mkvpropedit which flags to set; it knows tracks by their numbers in the file."""
    defaults = task.wish.defaults
    words = list(_of_tracks(before.audio, defaults.audio))
    return words + list(_of_tracks(before.subtitles, defaults.subtitle))


def _of_tracks(tracks: Sequence[AudioTrack | SubtitleTrack], wanted: int | None) -> Iterator[str]:
    for track in tracks if wanted is not None else ():
        is_wanted = track.index == wanted
        yield from ("--edit", f"track:@{track.number}", "--set", f"flag-default={is_wanted:d}")
        if is_wanted:
            yield from ("--set", "flag-enabled=1")
