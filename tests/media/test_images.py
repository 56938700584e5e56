"""Pictures: looked at before they are taken apart, told alike or not, and made small."""

import io
import random
import struct
import zlib
from contextlib import suppress
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw, ImageFilter

from maestrarr.media.images import (
    ALIKE,
    LARGEST_BYTES,
    ImageFault,
    Looks,
    NotAPicture,
    look,
    perceptual_hash,
    similarity,
    thumbnails,
)

SIZE = (600, 900)


def drawn(seed: int, size: tuple[int, int] = SIZE) -> Image.Image:
    """Draw a picture of large shapes, as posters are; another for each seed."""
    chance = random.Random(seed)  # noqa: S311
    picture = Image.new("RGB", size, _colour(chance))
    draw = ImageDraw.Draw(picture)
    for _ in range(14):
        x, y = chance.randrange(size[0]), chance.randrange(size[1])
        across, down = chance.randrange(50, size[0] // 2), chance.randrange(50, size[1] // 2)
        shape = chance.choice([draw.ellipse, draw.rectangle])
        shape((x - across, y - down, x + across, y + down), fill=_colour(chance))
    return picture.filter(ImageFilter.GaussianBlur(2))


def _colour(chance: random.Random) -> tuple[int, int, int]:
    return (chance.randrange(256), chance.randrange(256), chance.randrange(256))


def saved(picture: Image.Image, kind: str = "JPEG", **options: object) -> bytes:
    file = io.BytesIO()
    picture.save(file, kind, **options)
    return file.getvalue()


def trimmed(picture: Image.Image, part: float) -> Image.Image:
    across, down = int(picture.width * part), int(picture.height * part)
    return picture.crop((across, down, picture.width - across, picture.height - down))


def fault_of(data: bytes) -> ImageFault:
    with pytest.raises(NotAPicture) as refused:
        perceptual_hash(data)
    assert refused.value.reason.endswith(".")
    return refused.value.fault


def claimed(width: int, height: int) -> bytes:
    """Make a PNG of a few bytes that claims to be this large."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + body))
        return struct.pack(">I", len(body)) + kind + body + check

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = chunk(b"IHDR", header), chunk(b"IDAT", zlib.compress(b"\0" * 100)), chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


@pytest.mark.parametrize(
    ("picture", "kind", "looks", "suffix"),
    [
        (Image.new("RGB", (20, 30)), "JPEG", Looks("JPEG", 20, 30, is_transparent=False), ".jpg"),
        (Image.new("RGBA", (20, 30)), "PNG", Looks("PNG", 20, 30, is_transparent=True), ".png"),
        (Image.new("RGB", (20, 30)), "PNG", Looks("PNG", 20, 30, is_transparent=False), ".png"),
        (Image.new("RGBA", (9, 9)), "WEBP", Looks("WEBP", 9, 9, is_transparent=True), ".webp"),
        (Image.new("L", (9, 9)), "BMP", Looks("BMP", 9, 9, is_transparent=False), ".bmp"),
    ],
)
def test_a_header_says_what_a_picture_is(
    picture: Image.Image, kind: str, looks: Looks, suffix: str
) -> None:
    found = look(saved(picture, kind))

    assert found == looks
    assert found.suffix == suffix


def test_a_palette_may_be_seen_through() -> None:
    assert look(saved(Image.new("P", (9, 9)), "PNG", transparency=0)).is_transparent


@pytest.mark.parametrize("size", [(40_000, 40_000), (6325, 6325), (100_000, 401)])
def test_a_bomb_is_refused_by_its_header(size: tuple[int, int]) -> None:
    with pytest.raises(NotAPicture) as refused:
        look(claimed(*size))

    assert refused.value.fault is ImageFault.TOO_LARGE
    assert look(claimed(6324, 6324)).width == 6324


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"", ImageFault.NOT_AN_IMAGE),
        (b"<html>Not found</html>", ImageFault.NOT_AN_IMAGE),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", ImageFault.NOT_AN_IMAGE),
        (bytes(LARGEST_BYTES + 1), ImageFault.TOO_LARGE),
        (saved(drawn(1))[:-9000], ImageFault.BROKEN),
        (saved(drawn(1), "PNG")[:-9000], ImageFault.BROKEN),
        (saved(drawn(1), "WEBP")[:-900], ImageFault.BROKEN),
        (claimed(90, 90), ImageFault.BROKEN),
        *(
            (
                saved(drawn(1), kind, save_all=True, append_images=[drawn(2)], duration=100),
                ImageFault.ANIMATED,
            )
            for kind in ("GIF", "PNG", "WEBP")
        ),
    ],
    ids=lambda value: value.value if isinstance(value, ImageFault) else "",
)
def test_what_cannot_be_shown_is_refused_with_its_reason(data: bytes, fault: ImageFault) -> None:
    assert fault_of(data) is fault


@settings(max_examples=50, deadline=None)
@given(st.integers(0, 20_000), st.binary(min_size=1, max_size=9), st.sampled_from(["JPEG", "PNG"]))
def test_a_damaged_picture_ends_with_an_answer(at: int, noise: bytes, kind: str) -> None:
    data = bytearray(DAMAGED[kind])
    data[at % len(data) : at % len(data) + len(noise)] = noise
    with suppress(NotAPicture):
        assert set(thumbnails(bytes(data), (32,))) == {32}


DAMAGED = {kind: saved(drawn(5, (120, 180)), kind) for kind in ("JPEG", "PNG")}


@pytest.mark.parametrize("seed", range(8))
def test_the_same_picture_is_known_again(seed: int) -> None:
    picture = drawn(seed)
    known = perceptual_hash(saved(picture, quality=92))
    others = {
        "compressed": saved(picture, quality=60),
        "half as large": saved(picture.resize((SIZE[0] // 2, SIZE[1] // 2))),
        "twice as large": saved(picture.resize((SIZE[0] * 2, SIZE[1] * 2))),
        "trimmed": saved(trimmed(picture, 0.01)),
        "without loss": saved(picture, "PNG"),
        "as WebP": saved(picture, "WEBP", quality=80),
    }

    for how, data in others.items():
        assert similarity(known, perceptual_hash(data)) >= ALIKE, how


def test_other_pictures_are_told_apart() -> None:
    hashes = [perceptual_hash(saved(drawn(seed))) for seed in range(24)]

    assert max(similarity(one, other) for one, other in combinations(hashes, 2)) < 0.75


def test_logos_are_compared_by_their_shape_whatever_lies_beneath() -> None:
    shapes = []
    for beneath in ((255, 255, 255, 0), (9, 90, 200, 0)):
        logo = Image.new("RGBA", (400, 150), beneath)
        ImageDraw.Draw(logo).ellipse((30, 20, 220, 130), fill=(255, 255, 255, 255))
        shapes.append(perceptual_hash(saved(logo, "PNG")))

    assert shapes[0] == shapes[1] != 0


def test_a_plain_surface_has_no_features() -> None:
    plain = {perceptual_hash(saved(Image.new("RGB", SIZE, (n, n, n)))) for n in (0, 77, 255)}

    assert plain == {0}
    assert similarity(0, 0) == 1
    assert similarity(0, 2**64 - 1) == 0


def test_thumbnails_are_made_in_two_sizes_and_never_larger_than_the_picture() -> None:
    made = thumbnails(saved(drawn(3, (1000, 1500))))

    assert {width: (look(data).width, look(data).height) for width, data in made.items()} == {
        320: (320, 480),
        640: (640, 960),
    }
    assert all(look(data).format == "WEBP" for data in made.values())
    assert look(thumbnails(saved(Image.new("RGBA", (80, 30)), "PNG"))[640]) == Looks(
        "WEBP", 80, 30, is_transparent=True
    )
