"""Draws the pictures that services offer: one scene is the same picture in every size."""

import io
import math
from collections.abc import Sequence
from enum import StrEnum
from random import Random
from textwrap import wrap

from PIL import Image, ImageDraw, ImageFont

from maestrarr.demo.library.drawings import PALETTES

Size = tuple[int, int]


class Shape(StrEnum):
    """What a picture is for, and so what is drawn."""

    POSTER = "poster"
    FANART = "fanart"
    BANNER = "banner"
    THUMB = "thumb"
    STILL = "still"
    PROFILE = "profile"
    LOGO = "logo"
    CLEARART = "clearart"
    DISC = "disc"
    CHARACTER = "character"
    ICON = "icon"

    @property
    def is_transparent(self) -> bool:
        """Whether it is drawn on nothing, and kept as PNG."""
        return self in _ON_NOTHING


# Everything is drawn at one size and then scaled.
_CANVAS: dict[Shape, Size] = {
    Shape.POSTER: (1000, 1500),
    Shape.FANART: (1920, 1080),
    Shape.BANNER: (1000, 185),
    Shape.THUMB: (1000, 562),
    Shape.STILL: (1280, 720),
    Shape.PROFILE: (600, 900),
    Shape.LOGO: (800, 310),
    Shape.CLEARART: (1000, 562),
    Shape.DISC: (1000, 1000),
    Shape.CHARACTER: (512, 512),
    Shape.ICON: (512, 512),
}
_ON_NOTHING = {Shape.LOGO, Shape.CLEARART, Shape.DISC, Shape.CHARACTER}
_TURNS = (None, Image.Transpose.ROTATE_90, Image.Transpose.ROTATE_180, Image.Transpose.ROTATE_270)


def draw(shape: Shape, size: Size, dice: Random, title: str, *, quality: int) -> bytes:
    """Draw a scene in `size`: JPEG of `quality`, or PNG; an empty title leaves the letters away."""
    canvas, palette = _CANVAS[shape], dice.choice(PALETTES)
    if shape in _ON_NOTHING:
        picture = _figure(shape, canvas, palette, dice)
    else:
        picture = _scene(canvas, palette, dice)
        if shape is Shape.PROFILE:
            _portrait(ImageDraw.Draw(picture), canvas, palette, dice)
    if title:
        _letter(ImageDraw.Draw(picture), shape, canvas, title)
    if size != canvas:
        picture = picture.resize(size, Image.Resampling.BILINEAR)
    memory = io.BytesIO()
    if shape.is_transparent:
        picture.save(memory, "PNG", compress_level=1)
    else:
        picture.save(memory, "JPEG", quality=quality)
    return memory.getvalue()


def _scene(size: Size, palette: Sequence[str], dice: Random) -> Image.Image:
    """Draw a landscape: a sky that darkens one way or another, lights in it, hills before it."""
    light = dice.choice((Image.linear_gradient, Image.radial_gradient))("L")
    turn = dice.choice(_TURNS)
    light = (light.transpose(turn) if turn is not None else light).resize(size)
    one, other = dice.sample((palette[0], palette[1]), 2)
    picture = Image.composite(Image.new("RGB", size, one), Image.new("RGB", size, other), light)
    pencil = ImageDraw.Draw(picture)
    for _ in range(dice.randint(2, 5)):
        _light(pencil, size, dice.choice(palette), dice)
    for depth in range(dice.randint(1, 3)):
        _hills(pencil, size, palette[(depth + 1) % 2], dice, 0.5 + 0.15 * depth)
    return picture


def _light(pencil: ImageDraw.ImageDraw, size: Size, colour: str, dice: Random) -> None:
    across = dice.uniform(0.15, 0.6) * min(size)
    left, top = dice.uniform(-0.1, 0.9) * size[0], dice.uniform(-0.1, 0.6) * size[1]
    where = (left, top, left + across, top + across)
    match dice.randrange(4):
        case 0:
            pencil.ellipse(where, fill=colour)
        case 1:
            pencil.ellipse(where, outline=colour, width=max(3, min(size) // 60))
        case 2:
            pencil.rectangle((left, top, left + across / 3, top + across * 2), fill=colour)
        case _:
            pencil.polygon(
                [(left, top + across), (left + across * dice.random(), top), (left + across, top)],
                fill=colour,
            )


def _hills(
    pencil: ImageDraw.ImageDraw, size: Size, colour: str, dice: Random, height: float
) -> None:
    width, tall = size
    swell, phase = tall * dice.uniform(0.03, 0.12), dice.uniform(0, math.tau)
    waves = dice.uniform(0.6, 3)
    shore = [
        (x, tall * height + swell * math.sin(phase + waves * math.tau * x / width))
        for x in range(0, width + 8, 8)
    ]
    pencil.polygon([*shore, (width, tall), (0, tall)], fill=colour)


def _figure(shape: Shape, size: Size, palette: Sequence[str], dice: Random) -> Image.Image:
    """Draw what stands on nothing: nothing at all behind a logo, a disc with its hole."""
    picture = Image.new("RGBA", size, (0, 0, 0, 0))
    pencil = ImageDraw.Draw(picture)
    if shape is Shape.DISC:
        printed = _scene(size, palette, dice).convert("RGBA")
        mask = Image.new("L", size, 0)
        cut = ImageDraw.Draw(mask)
        cut.ellipse((4, 4, size[0] - 4, size[1] - 4), fill=255)
        cut.ellipse((size[0] * 0.43, size[1] * 0.43, size[0] * 0.57, size[1] * 0.57), fill=0)
        picture.paste(printed, mask=mask)
    elif shape is Shape.CHARACTER:
        _portrait(pencil, size, palette, dice)
    elif shape is Shape.CLEARART:
        for _ in range(4):
            _light(pencil, size, dice.choice(palette), dice)
    return picture


def _portrait(
    pencil: ImageDraw.ImageDraw, size: Size, palette: Sequence[str], dice: Random
) -> None:
    width, height = size
    head, middle = width * dice.uniform(0.17, 0.22), width * dice.uniform(0.45, 0.55)
    top = height * dice.uniform(0.18, 0.26)
    pencil.ellipse((width * 0.12, height * 0.6, width * 0.88, height * 1.5), fill=palette[0])
    pencil.ellipse((middle - head, top, middle + head, top + head * 2.5), fill=palette[2])


def _letter(pencil: ImageDraw.ImageDraw, shape: Shape, size: Size, title: str) -> None:
    width, height = size
    is_low = shape in {Shape.BANNER, Shape.LOGO}
    large = height // 3 if is_low else width // 12
    lines = wrap(title, max(10, int(width / large * 1.7)))[: 2 if is_low else 4]
    pencil.multiline_text(
        (width / 2, height * (0.5 if is_low else 0.8)), "\n".join(lines), fill="white",
        font=ImageFont.load_default(large), anchor="mm", align="center",
        stroke_width=max(1, large // 16), stroke_fill="#10131a",
    )  # fmt: skip
