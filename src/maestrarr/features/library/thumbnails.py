"""Pictures beside the media, made small enough for a screen; nothing is written anywhere."""

import asyncio
from collections import OrderedDict
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path

from maestrarr.features.library.errors import PictureUnknown
from maestrarr.media import images

MOST_PIXELS = 80_000_000  # of a picture that is taken apart: 240 MB would be too much for one
MOST_KEPT_BYTES = 32 * 2**20


class Size(StrEnum):
    """How wide a picture is wanted: in a list, on a page, or behind everything."""

    SMALL = "small"
    MEDIUM = "medium"
    LARGE = "large"


WIDTHS = {Size.SMALL: 320, Size.MEDIUM: 640, Size.LARGE: 1600}


class Thumbnails:
    """Makes thumbnails in threads, two at a time, and keeps those that were asked for lately."""

    def __init__(self, most_bytes: int = MOST_KEPT_BYTES) -> None:
        self._most_bytes = most_bytes
        self._kept: OrderedDict[tuple[Path, str, Size], bytes] = OrderedDict()
        self._size_bytes = 0
        self._turn = asyncio.Semaphore(2)

    async def of(self, path: Path, version: str, size: Size, roots: Sequence[Path]) -> bytes:
        """Return a picture as WebP.

        Args:
            path: the picture's file.
            version: changes when the file does.
            size: how wide it may be.
            roots: the folders in one of which the file has to lie, links followed.

        Raises:
            PictureUnknown: the file is gone, lies elsewhere, is no picture, or is too large.
        """
        key = (path, version, size)
        if (known := self._kept.get(key)) is not None:
            self._kept.move_to_end(key)
            return known
        async with self._turn:
            made = await asyncio.to_thread(make, path, size, roots)
        self._keep(key, made)
        return made

    def _keep(self, key: tuple[Path, str, Size], made: bytes) -> None:
        self._size_bytes += len(made) - len(self._kept.pop(key, b""))
        self._kept[key] = made
        while self._size_bytes > self._most_bytes:
            _, oldest = self._kept.popitem(last=False)
            self._size_bytes -= len(oldest)


def make(path: Path, size: Size, roots: Sequence[Path]) -> bytes:
    """Read a picture and write it anew as WebP, so that nothing of the file itself is passed on.

    Raises:
        PictureUnknown: the file is gone, lies elsewhere, is no picture, or is too large.
    """
    try:
        with images.opened(_checked(path, roots), MOST_PIXELS) as picture:
            return images.as_webp(images.scaled(picture, WIDTHS[size]))
    except images.NotAPicture as error:
        is_large = error.fault is images.ImageFault.TOO_LARGE
        raise PictureUnknown("too_large" if is_large else "unreadable") from error


def _checked(path: Path, roots: Sequence[Path]) -> Path:
    try:
        real = path.resolve(strict=True)
    except (OSError, ValueError) as error:
        raise PictureUnknown("unreadable") from error
    if not any(real.is_relative_to(root.resolve()) for root in roots):
        raise PictureUnknown("elsewhere")
    return real
