"""The pictures that the services offer: each name says what is drawn, so nothing is kept."""

import re
import threading
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from maestrarr.demo.library.drawings import drawable
from maestrarr.demo.upstreams.catalogue import Catalogue
from maestrarr.demo.upstreams.drawing import Shape, Size, draw
from maestrarr.demo.upstreams.stories import Story, chance

_LARGEST_SIDE = 4096
_CACHE_BYTES = 64 << 20
ORIGINAL = "original"  # in place of a language: the one that a title was shot in
_TEXTLESS = "xx"
_NAME = re.compile(
    r"(?P<of>[a-z]+-[\d.]+)_(?P<shape>[a-z]+)-(?P<scene>\d+)-(?P<language>[a-z]{2})"
    r"_(?P<width>\d+)x(?P<height>\d+)q(?P<quality>\d\d)\.(?:jpg|png)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """One picture of something, as `film-9900001` names it; without a language it is textless."""

    of: str
    shape: Shape
    scene: int
    language: str | None
    size: Size
    quality: int = 88

    @property
    def name(self) -> str:
        """What its file is called."""
        width, height = self.size
        ending = "png" if self.shape.is_transparent else "jpg"
        language = self.language or _TEXTLESS
        return (
            f"{self.of}_{self.shape}-{self.scene}-{language}"
            f"_{width}x{height}q{self.quality:02}.{ending}"
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A picture that a service offers, and what its users think of it, from 0 to 10."""

    picture: Picture
    average: float
    votes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Stock:
    """What one service has of one kind of picture.

    The scenes are numbered from `first_scene`; `repeats` are scenes that another candidate, or
    another service, has too: the same picture, scaled and compressed anew.
    """

    shape: Shape
    sizes: Sequence[Size]
    languages: Sequence[str | None]
    first_scene: int = 0
    repeats: Sequence[int] = ()

    def offers(self, of: str, original: str = "en") -> list[Offer]:
        """List the candidates for something shot in a language, the best liked first."""
        dice = chance(of, self.shape, self.first_scene)
        scenes = [*self.repeats, *(self.first_scene + at for at in range(len(self.languages)))]
        languages = [*("en" for _ in self.repeats), *self.languages]
        languages = [original if language == ORIGINAL else language for language in languages]
        found = [
            Offer(
                picture=Picture(
                    of=of,
                    shape=self.shape,
                    scene=scene,
                    language=language,
                    size=self.sizes[at % len(self.sizes)],
                    quality=74 if at < len(self.repeats) else 88,
                ),
                average=round(dice.uniform(0, 6.2), 3),
                votes=dice.randint(0, 60),
            )
            for at, (scene, language) in enumerate(zip(scenes, languages, strict=True))
        ]
        return sorted(found, key=lambda offer: -offer.average)


def parsed(name: str) -> Picture | None:
    """Read a picture's name; None when it names none."""
    found = _NAME.fullmatch(name)
    if found is None or found["shape"] not in set(Shape):
        return None
    size = int(found["width"]), int(found["height"])
    if not all(0 < side <= _LARGEST_SIDE for side in size):
        return None
    return Picture(
        of=found["of"],
        shape=Shape(found["shape"]),
        scene=int(found["scene"]),
        language=None if found["language"] == _TEXTLESS else found["language"],
        size=size,
        quality=int(found["quality"]),
    )


def scaled(picture: Picture, width: int) -> Picture:
    """Make a picture narrower; one that is narrow enough stays as it is."""
    if width >= picture.size[0]:
        return picture
    return replace(picture, size=(width, max(1, round(picture.size[1] * width / picture.size[0]))))


class Gallery:
    """Draws pictures when somebody asks for them, and keeps the last ones."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._kept: OrderedDict[Picture, bytes] = OrderedDict()
        self._bytes = 0
        self._lock = threading.Lock()

    def drawn(self, picture: Picture) -> bytes | None:
        """Draw a picture; None when it is of nothing that the catalogue knows."""
        with self._lock:
            if picture in self._kept:
                self._kept.move_to_end(picture)
                return self._kept[picture]
        title = self._title(picture)
        if title is None:
            return None
        dice = chance(picture.of, picture.shape, picture.scene)
        letters = title if picture.language or picture.shape is Shape.LOGO else ""
        made = draw(picture.shape, picture.size, dice, letters, quality=picture.quality)
        with self._lock:
            self._keep(picture, made)
        return made

    def _keep(self, picture: Picture, made: bytes) -> None:
        if picture not in self._kept:
            self._kept[picture] = made
            self._bytes += len(made)
        while self._bytes > _CACHE_BYTES and len(self._kept) > 1:
            self._bytes -= len(self._kept.popitem(last=False)[1])

    def _title(self, picture: Picture) -> str | None:
        """Say what is lettered on a picture, in the letters of the drawing font."""
        what, _, number = picture.of.partition("-")
        first = int(number.split(".")[0])
        story: Story | None = None
        if what in {"person", "company"}:
            return ""
        if what == "group":
            group = self._catalogue.group(first)
            return drawable(group.name, None) if group else None
        if what == "film":
            story = self._catalogue.film(first)
        elif what in {"series", "season", "episode"}:
            story = self._catalogue.series(first)
        if story is None:
            return None
        told = story.tell(picture.language)
        return drawable(told.title if told else story.title, None) or story.english
