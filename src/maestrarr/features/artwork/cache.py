"""The cache of pictures: files that are named by their bytes, and never changed.

A picture lies below the first two digits of its SHA-256, its thumbnails beside one another in a
folder of their own. What is written here is written whole or not at all.
"""

import hashlib
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from maestrarr.features.artwork.errors import CacheFull, PictureRefused
from maestrarr.kit import atomic
from maestrarr.kit.data_folder import DataFolder
from maestrarr.media import images

WIDTHS: Final = images.THUMBNAIL_WIDTHS
SPARE_BYTES: Final = 256 * 2**20  # that the disk keeps: the database lies there as well
UNREADABLE: Final = "unreadable"  # the disk's fault: the copy itself may be whole
_THUMBNAILS: Final = "thumbnails"
_CHUNK_BYTES: Final = 1 << 20


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that was looked at whole; `phash` is its perceptual hash."""

    sha256: str
    suffix: str
    width: int
    height: int
    size_bytes: int
    phash: int
    data: bytes = field(repr=False)


def path_of(data: DataFolder, sha256: str, suffix: str) -> Path:
    """Tell where our copy of a picture lies."""
    return data.artwork / sha256[:2] / f"{sha256}{suffix}"


def look_at(content: bytes) -> Picture:
    """Look at a picture whole, so that what is cut off or a bomb never gets in.

    Raises:
        PictureRefused: it is no picture that can be used.
    """
    try:
        looks = images.look(content)
        phash = images.perceptual_hash(content)
    except images.NotAPicture as error:
        raise PictureRefused(error.fault.value) from error
    return Picture(
        hashlib.sha256(content).hexdigest(),
        looks.suffix,
        looks.width,
        looks.height,
        len(content),
        phash,
        content,
    )


def keep(data: DataFolder, picture: Picture) -> None:
    """Put a picture into the cache, or make it young again where it is there already.

    Raises:
        CacheFull: the disk is full, or cannot be written.
    """
    path = path_of(data, picture.sha256, picture.suffix)
    if not _holds(path, picture.data):
        _write(path, picture.data)
    with suppress(OSError):
        os.utime(path)  # whoever clears the cache leaves it until it is written down


def thumbnail(data: DataFolder, sha256: str, suffix: str, width: int) -> bytes:
    """Return a small copy of a picture as WebP, made when it is first asked for.

    Raises:
        PictureRefused: our copy is gone or damaged.
    """
    place = _thumbnail(data, sha256, width)
    try:
        return place.read_bytes()
    except FileNotFoundError:
        pass
    try:
        made = images.thumbnails(path_of(data, sha256, suffix).read_bytes(), WIDTHS)
    except (OSError, images.NotAPicture) as error:
        raise PictureRefused("gone") from error
    for each, content in made.items():
        _write_if_there_is_room(_thumbnail(data, sha256, each), content)
    return made[width]


def state_of(data: DataFolder, sha256: str, suffix: str) -> str | None:
    """Say what is wrong with our copy, `missing`, `altered` or UNREADABLE, by reading all of it."""
    digest = hashlib.sha256()
    try:
        with path_of(data, sha256, suffix).open("rb") as file:
            while chunk := file.read(_CHUNK_BYTES):
                digest.update(chunk)
    except FileNotFoundError:
        return "missing"
    except OSError:
        return UNREADABLE
    return None if digest.hexdigest() == sha256 else "altered"


def remove(data: DataFolder, sha256: str, suffix: str) -> None:
    """Delete our copy of a picture, and its thumbnails."""
    for path in (
        path_of(data, sha256, suffix),
        *(_thumbnail(data, sha256, width) for width in WIDTHS),
    ):
        if path.parent.is_dir():
            atomic.remove(path)


def strays(data: DataFolder, known: Mapping[str, str]) -> Iterator[Path]:
    """Find files of which the database knows nothing: a crash came between both, or amid one.

    `known` are the suffixes of pictures by their SHA-256.
    """
    for path in data.artwork.glob("[0-9a-f][0-9a-f]/*"):
        if path.is_file() and known.get(path.stem) != path.suffix:
            yield path
    for path in data.artwork.glob(f"{_THUMBNAILS}/[0-9a-f][0-9a-f]/*"):
        if path.is_file() and path.stem.partition("-")[0] not in known:
            yield path


def forget(path: Path) -> None:
    """Delete a file of the cache."""
    atomic.remove(path)


def _thumbnail(data: DataFolder, sha256: str, width: int) -> Path:
    return data.artwork / _THUMBNAILS / sha256[:2] / f"{sha256}-{width}.webp"


def _write(path: Path, content: bytes) -> None:
    try:
        atomic.make_folder(path.parent)
        if shutil.disk_usage(path.parent).free < SPARE_BYTES + len(content):
            raise CacheFull
        atomic.write_bytes(path, content)
    except OSError as error:
        raise CacheFull from error


def _write_if_there_is_room(path: Path, content: bytes) -> None:
    try:
        _write(path, content)
    except CacheFull:
        return  # it was made all the same, and is made again when it is asked for


def _holds(path: Path, content: bytes) -> bool:
    try:
        return path.stat().st_size == len(content) and path.read_bytes() == content
    except OSError:
        return False
