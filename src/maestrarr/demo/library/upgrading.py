"""What Radarr does to a film's folder when it brings a better file."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from maestrarr.kit import atomic

UPGRADED: Final = "Bluray-2160p"
_TAKEN: Final = frozenset({".nfo", ".jpg", ".png"})
_OF_THE_FOLDER: Final = "movie.nfo"


@contextmanager
def a_folder_of_its_own() -> Iterator[Path]:
    """Make a folder for what is shown, and remove it in the end with all that lies in it."""
    with tempfile.TemporaryDirectory(prefix="maestrarr-drill-") as folder:
        yield Path(folder)


def new_stem(video: Path) -> str:
    """Return what the new file is called, without its suffix."""
    return f"{video.stem} {UPGRADED}"


def replace_video(video: Path) -> None:
    """Let a better file stand in a film's place; here it is the same one by another name."""
    atomic.move_in(video, video.with_name(f"{new_stem(video)}{video.suffix}"))


def delete_beside(video: Path) -> None:
    """Delete NFO files and pictures that are called after the film, by its old name or its new."""
    for stem in (video.stem, new_stem(video)):
        for name in beside(video.parent, stem):
            atomic.remove(video.parent / name)


def beside(folder: Path, stem: str) -> dict[str, bytes]:
    """Read the NFO files and pictures that are called after a film, or stand for its folder."""
    return {
        path.name: path.read_bytes()
        for path in sorted(folder.iterdir())
        if path.suffix in _TAKEN
        and (path.name == _OF_THE_FOLDER or path.name.startswith((f"{stem}-", f"{stem}.")))
    }
