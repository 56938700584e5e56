"""Posters, backgrounds and logos: drawn, not found; every title gets its own."""

import hashlib
import io
import math
import random
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap

from PIL import Image, ImageDraw, ImageFont

POSTER = (400, 600)
FANART = (640, 360)
BANNER = (758, 140)
LOGO = (400, 155)
STILL = (320, 180)

# Pairs of a dark and a light colour that stand well together, and one to draw with.
PALETTES = (
    ("#14213d", "#e07a5f", "#fca311"),
    ("#0b3c49", "#f4a259", "#f9f5e3"),
    ("#2d1e2f", "#c06e52", "#f7d488"),
    ("#1b4332", "#95d5b2", "#fefae0"),
    ("#22223b", "#9a8c98", "#f2e9e4"),
    ("#3d0c11", "#d80032", "#f9dec9"),
    ("#03256c", "#06bee1", "#ffffff"),
    ("#3a2e39", "#f15152", "#e9b872"),
    ("#1d3557", "#a8dadc", "#f1faee"),
    ("#283618", "#dda15e", "#fefae0"),
)
# Letters that do not come apart into one of the drawing font's letters and a mark.
_LETTERS = str.maketrans(
    {"ı": "i", "ß": "ss", "ø": "o", "Ø": "O", "æ": "ae", "ł": "l", "Ł": "L", "’": "'", "œ": "oe"}
)


@dataclass(frozen=True, slots=True)
class Lettering:
    """What stands on a picture: a title and a line below it; both decide what is drawn."""

    title: str
    line: str


def drawable(title: str, english: str | None) -> str:
    """Spell a title in the letters of Pillow's own font; in English where it has none of them."""
    apart = unicodedata.normalize("NFD", (english or title).translate(_LETTERS))
    return "".join(letter for letter in apart if letter.isascii())


def jpeg(size: tuple[int, int], said: Lettering) -> bytes:
    """Draw a poster, a background or a banner of `size` pixels."""
    chance = _chance(said, size)
    palette = chance.choice(PALETTES)
    picture = _sky(size, palette)
    pencil = ImageDraw.Draw(picture)
    for _ in range(3):
        _shape(pencil, size, palette[2], chance)
    _hills(pencil, size, palette[0], chance)
    if size not in (FANART, BANNER):  # a background stands behind words, and has none
        _letter(pencil, size, said)
    return _bytes(picture, "JPEG", quality=72)


def logo(said: Lettering) -> bytes:
    """Draw a title alone, in white on nothing."""
    picture = Image.new("RGBA", LOGO, (0, 0, 0, 0))
    pencil = ImageDraw.Draw(picture)
    font = ImageFont.load_default(34)
    lines = wrap(said.title, 20)[:3]
    pencil.multiline_text(
        (LOGO[0] / 2, LOGO[1] / 2), "\n".join(lines), fill="white", font=font, anchor="mm",
        align="center",
    )  # fmt: skip
    return _bytes(picture, "PNG", optimize=True)


def _chance(said: Lettering, size: tuple[int, int]) -> random.Random:
    seed = hashlib.sha256(f"{said.title}/{said.line}/{size}".encode()).digest()
    return random.Random(seed)  # noqa: S311 - the same drawing each time, not a secret


def _sky(size: tuple[int, int], palette: Sequence[str]) -> Image.Image:
    light = Image.linear_gradient("L").resize(size)
    dark_sky, light_sky = Image.new("RGB", size, palette[0]), Image.new("RGB", size, palette[1])
    return Image.composite(light_sky, dark_sky, light)


def _shape(
    pencil: ImageDraw.ImageDraw, size: tuple[int, int], colour: str, chance: random.Random
) -> None:
    """Draw a moon, a ring or a far sail."""
    across = chance.uniform(0.1, 0.4) * min(size)
    left, top = chance.uniform(0, size[0] - across), chance.uniform(0, size[1] * 0.55)
    where = (left, top, left + across, top + across)
    kind = chance.randrange(3)
    if kind == 0:
        pencil.ellipse(where, fill=colour)
    elif kind == 1:
        pencil.ellipse(where, outline=colour, width=3)
    else:
        pencil.polygon(
            [(left, top + across), (left + across * 0.6, top), (left + across, top + across)],
            fill=colour,
        )


def _hills(
    pencil: ImageDraw.ImageDraw, size: tuple[int, int], colour: str, chance: random.Random
) -> None:
    width, height = size
    swell, phase, waves = height * 0.06, chance.uniform(0, 6.28), chance.uniform(1.2, 3.4)
    shore = [
        (x, height * 0.7 + swell * math.sin(phase + waves * math.tau * x / width))
        for x in range(0, width + 8, 8)
    ]
    pencil.polygon([*shore, (width, height), (0, height)], fill=colour)


def _letter(pencil: ImageDraw.ImageDraw, size: tuple[int, int], said: Lettering) -> None:
    width, height = size
    large = max(18, min(width // 11, 40))
    lines = wrap(said.title, max(10, int(width / large * 1.7)))[: 3 if height > width else 2]
    pencil.multiline_text(
        (width / 2, height * 0.85), "\n".join(lines), fill="white",
        font=ImageFont.load_default(large), anchor="mm", align="center",
    )  # fmt: skip
    small = ImageFont.load_default(max(12, large // 2))
    pencil.text((width / 2, height * 0.965), said.line, fill="white", font=small, anchor="mm")


def _bytes(picture: Image.Image, kind: str, **how: int) -> bytes:
    memory = io.BytesIO()
    picture.save(memory, kind, **how)
    return memory.getvalue()
