"""Pictures: what their headers say, whether two show the same, and small copies of them.

Nothing is taken apart before its header was looked at: a few bytes can claim gigabytes.

Source: C. Zauner, Implementation and Benchmarking of Perceptual Image Hash Functions (2010), for
the hash of a picture's low frequencies.
"""

import io
import math
import struct
import zlib
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from statistics import median
from typing import Final

from PIL import Image, UnidentifiedImageError

Image.MAX_IMAGE_PIXELS = None  # ours is asked first, and its warnings are no thread's own

LARGEST_BYTES: Final = 64 * 2**20
MOST_PIXELS: Final = 40_000_000
FORMATS: Final = ("JPEG", "PNG", "WEBP", "GIF", "BMP")
SUFFIXES: Final = {"JPEG": ".jpg", "PNG": ".png", "WEBP": ".webp", "GIF": ".gif", "BMP": ".bmp"}
THUMBNAIL_WIDTHS: Final = (320, 640)
ALIKE: Final = 0.90  # from here on, two pictures are one to whoever looks at them

_QUALITY: Final = 82
_SIDE: Final = 32  # the picture is hashed at 32 × 32 pixels, of which 8 × 8 waves are kept
_WAVES: Final = 8
_BITS: Final = _WAVES * _WAVES
_GREY: Final = (128, 128, 128, 255)  # behind what is transparent: white and black both show on it


class ImageFault(StrEnum):
    """Why a picture is not taken."""

    NOT_AN_IMAGE = "not_an_image"
    BROKEN = "broken"
    TOO_LARGE = "too_large"
    ANIMATED = "animated"


class NotAPicture(Exception):
    """A file is no picture that can be used; `fault` says why, its text says it to the owner."""

    def __init__(self, fault: ImageFault, reason: str) -> None:
        super().__init__(reason)
        self.fault = fault
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Looks:
    """What a picture's header says: `format` is one of FORMATS, sizes are in pixels."""

    format: str
    width: int
    height: int
    is_transparent: bool

    @property
    def suffix(self) -> str:
        """The suffix that files of its format have."""
        return SUFFIXES[self.format]


def look(data: bytes) -> Looks:
    """Look at a picture's header, without taking the picture apart.

    Raises:
        NotAPicture: it is no picture, too large, or moves. That it is cut off only shows when it
            is taken apart, as `perceptual_hash` does.
    """
    with opened(data) as picture:
        _refuse_motion(picture)
        return Looks(picture.format or "", picture.width, picture.height, has_transparency(picture))


def perceptual_hash(data: bytes) -> int:
    """Return 64 bits that stay nearly the same when a picture is compressed, scaled or trimmed.

    Each bit says whether one of the picture's 64 slowest waves, after its mean brightness, is
    stronger than their median (DCT-II of 32 × 32 grey pixels, "pHash"). Colours are not compared.

    Raises:
        NotAPicture: it is no picture, too large, cut off, or moves.
    """
    with opened(data) as picture:
        _refuse_motion(picture)
        picture.draft("L", (2 * _SIDE, 2 * _SIDE))  # a JPEG is taken apart at an eighth of its size
        small = _in_grey(picture).resize((_SIDE, _SIDE), Image.Resampling.BOX)
    return _hash(list(small.tobytes()))


def similarity(one: int, other: int) -> float:
    """Compare two perceptual hashes: 1 is the same picture, unrelated ones are near 0.5."""
    return 1 - (one ^ other).bit_count() / _BITS


def thumbnails(data: bytes, widths: Collection[int] = THUMBNAIL_WIDTHS) -> dict[int, bytes]:
    """Make small copies of a picture as WebP, by their widths in pixels.

    Raises:
        NotAPicture: it is no picture, too large, cut off, or moves.
    """
    with opened(data) as picture:
        _refuse_motion(picture)
        plain = scaled(picture, max(widths))
    made = {}
    for width in sorted(widths, reverse=True):
        plain.thumbnail((width, width * 4))
        made[width] = as_webp(plain)
    return made


@contextmanager
def opened(source: bytes | Path, most_pixels: int = MOST_PIXELS) -> Iterator[Image.Image]:
    """Open a picture by its header; whatever its bytes do while it is open ends as NotAPicture.

    Raises:
        NotAPicture: it is no picture, too large, cut off or damaged.
    """
    try:
        with Image.open(_limited(source), formats=FORMATS) as picture:
            if picture.width * picture.height > most_pixels:
                raise NotAPicture(ImageFault.TOO_LARGE, _too_many(picture.size))
            yield picture
    except UnidentifiedImageError as error:
        raise NotAPicture(ImageFault.NOT_AN_IMAGE, "It is no picture that we know.") from error
    except (OSError, ValueError, SyntaxError, EOFError, struct.error, zlib.error) as error:
        raise NotAPicture(ImageFault.BROKEN, "It is cut off or damaged.") from error


def scaled(picture: Image.Image, width: int) -> Image.Image:
    """Take a picture apart no larger than it is needed for a copy of this width in pixels."""
    picture.draft("RGB", (width, width * 4))
    plain = picture.convert("RGBA" if has_transparency(picture) else "RGB")
    plain.thumbnail((width, width * 4))
    return plain


def as_webp(picture: Image.Image) -> bytes:
    """Write a picture as WebP; nothing of the file that it came from is passed on."""
    written = io.BytesIO()
    picture.save(written, "WEBP", quality=_QUALITY, method=2)
    return written.getvalue()


def has_transparency(picture: Image.Image) -> bool:
    """Tell whether a picture may be seen through."""
    return "A" in picture.getbands() or "transparency" in picture.info


def _limited(source: bytes | Path) -> io.BytesIO | Path:
    size_bytes = source.stat().st_size if isinstance(source, Path) else len(source)
    if size_bytes > LARGEST_BYTES:
        most = LARGEST_BYTES // 2**20
        reason = f"It has {size_bytes / 2**20:.0f} MB; pictures are taken up to {most} MB."
        raise NotAPicture(ImageFault.TOO_LARGE, reason)
    return source if isinstance(source, Path) else io.BytesIO(source)


def _refuse_motion(picture: Image.Image) -> None:
    if getattr(picture, "is_animated", False):
        raise NotAPicture(ImageFault.ANIMATED, "It moves; artwork stands still.")


def _too_many(size: tuple[int, int]) -> str:
    return f"It has {size[0]} × {size[1]} pixels, which are too many."


def _in_grey(picture: Image.Image) -> Image.Image:
    if not has_transparency(picture):
        return picture.convert("L")
    clear = picture.convert("RGBA")
    return Image.alpha_composite(Image.new("RGBA", clear.size, _GREY), clear).convert("L")


def _hash(pixels: Sequence[int]) -> int:
    """Hash 32 × 32 grey pixels, given row by row."""
    waves = _cosines()
    # First along each row, then along each column of what that gave.
    rows = [
        [sum(map(float.__mul__, wave, row)) for wave in waves]
        for row in (
            [float(pixel) for pixel in pixels[at : at + _SIDE]]
            for at in range(0, _SIDE * _SIDE, _SIDE)
        )
    ]
    columns = list(zip(*rows, strict=True))
    # Whole numbers, so that a plain surface has no waves at all, whatever the arithmetic.
    strengths = [
        round(sum(map(float.__mul__, waves[down], columns[across]))) for across, down in _kept()
    ]
    middle = median(strengths)
    return sum(1 << bit for bit, strength in enumerate(strengths) if strength > middle)


@cache
def _cosines() -> list[list[float]]:
    """The slowest waves over 32 pixels, the constant one first."""
    return [
        [math.cos(math.pi * (2 * at + 1) * wave / (2 * _SIDE)) for at in range(_SIDE)]
        for wave in range(_WAVES + 1)
    ]


@cache
def _kept() -> list[tuple[int, int]]:
    """The waves of a hash: 8 × 8 across and down, less the mean brightness, and the next one."""
    every = [(across, down) for across in range(_WAVES + 1) for down in range(_WAVES + 1)]
    return sorted(every, key=lambda wave: (max(wave), wave))[1 : _BITS + 1]
