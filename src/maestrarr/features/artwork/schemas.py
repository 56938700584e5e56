"""What crosses HTTP about artwork."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from enum import StrEnum
from typing import Annotated, Any, Final
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from maestrarr.features.artwork.usual import (
    MOST_OF_A_TYPE,
    ORIGINAL,
    PREFERRED,
    TEXTLESS,
    PartName,
)
from maestrarr.kit.sent import Sent
from maestrarr.media.artwork import ARTWORK_TYPES
from maestrarr.media.facts import UNDETERMINED
from maestrarr.media.languages import normalise

LARGEST_PAGE: Final = 200  # of candidates, each with its score
LONGEST_LIST: Final = 500
LONGEST_URL: Final = 2_000
LONGEST_REASON: Final = 200
_WORDS: Final = frozenset({PREFERRED, ORIGINAL, TEXTLESS})

Side = Annotated[int, Field(ge=1, le=20_000)]
Order = Annotated[list[Annotated[str, Field(min_length=2, max_length=35)]], Field(max_length=20)]
Url = Annotated[str, Field(min_length=10, max_length=LONGEST_URL, pattern=r"^https?://")]


class ThumbnailSize(StrEnum):
    """How wide a thumbnail is: 320 or 640 pixels."""

    SMALL = "small"
    MEDIUM = "medium"

    @property
    def width(self) -> int:
        """How wide it is, in pixels."""
        return 320 if self is ThumbnailSize.SMALL else 640


class Wishes(Sent):
    """What a library wants of its pictures; what is not said is as usual.

    `weights` are by part, all others by type; `minimum_sizes` are width and height in pixels.
    `language_orders` hold language tags and the words `preferred`, `original` and `textless`.
    """

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"counts": {"fanart": 3}, "language_orders": {"poster": ["textless"]}}]
        }
    )

    weights: dict[PartName, Annotated[float, Field(ge=0, le=100)]] = {}
    counts: dict[str, Annotated[int, Field(ge=0, le=MOST_OF_A_TYPE)]] = {}
    minimum_sizes: dict[str, tuple[Side, Side]] = {}
    language_orders: dict[str, Order] = {}
    keeps_local: bool | None = None

    @model_validator(mode="after")
    def _known(self) -> "Wishes":
        """Refuse types and languages that nobody knows."""
        for by_type in (self.counts, self.minimum_sizes, self.language_orders):
            for name in by_type:
                if name not in ARTWORK_TYPES:
                    words = "There is no such type of artwork: {name}"
                    raise PydanticCustomError("no_artwork_type", words, {"name": name[:50]})
        for order in self.language_orders.values():
            for word in order:
                if word not in _WORDS and normalise(word) == UNDETERMINED:
                    words = "{word} is no language that is known"
                    raise PydanticCustomError("no_language", words, {"word": word})
        return self


class EffectiveWishes(BaseModel):
    """What holds for a library's pictures, and what of it was said for it."""

    weights: Mapping[str, float]
    counts: Mapping[str, int]
    minimum_sizes: Mapping[str, tuple[int, int]]
    language_orders: Mapping[str, Sequence[str]]
    keeps_local: bool
    said: Wishes


class Part(BaseModel):
    """One part of a score: its points of the most it could have, and why, by key and facts."""

    name: str
    points: float
    most: float
    key: str
    facts: dict[str, Any]


class Score(BaseModel):
    """A score, of 100 with the usual weights, and its parts."""

    points: float
    parts: list[Part]


class Candidate(BaseModel):
    """A picture that may be taken, in its place; `sha256` names our copy if there is one.

    `fault` says why it cannot be taken, `number` in which place of its type the title has it.
    """

    id: UUID
    place: int
    provider: str
    url: str
    width: int | None
    height: int | None
    language: str | None
    is_textless: bool | None
    rating: float | None
    votes: int | None
    sha256: str | None
    fault: str | None
    number: int | None
    score: Score
    reason: str


class Count(BaseModel):
    """How many candidates have a value; languages may be `textless` and `unknown`, too."""

    value: str
    count: int


class CandidatePage(BaseModel):
    """Candidates of a title and type, the best first; `next` is where the next page begins."""

    candidates: list[Candidate]
    total: int
    languages: list[Count]
    providers: list[Count]
    next: int | None


class Selected(BaseModel):
    """A picture that a title has; `chosen_by` is None where the score chose it."""

    number: int
    sha256: str
    width: int
    height: int
    size_bytes: int
    provider: str
    url: str | None
    candidate_id: UUID | None
    chosen_by: str | None
    chosen_at: datetime
    reason: str
    said: Any


class TypeArtwork(BaseModel):
    """What a title has of a type, how many it should have, and who locked it."""

    type: str
    wanted: int
    candidates: int
    locked_by: str | None
    selected: list[Selected]


class Failure(BaseModel):
    """A provider that could not answer, and why: a problem's key and facts."""

    provider: str
    sentence: str
    key: str
    facts: dict[str, Any]


class TitleArtwork(BaseModel):
    """The pictures of a title by type, and how the last search for them went."""

    title_id: UUID
    types: list[TypeArtwork]
    searched_at: datetime | None
    failures: list[Failure]


class PickSent(Sent):
    """Which picture to take: a candidate, or whatever is at an address."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"url": "https://image.tmdb.org/t/p/original/x.jpg"}]}
    )

    candidate_id: UUID | None = None
    url: Url | None = None

    @model_validator(mode="after")
    def _one(self) -> "PickSent":
        if (self.candidate_id is None) == (self.url is None):
            raise PydanticCustomError("one_picture", "Either a candidate or a URL is needed")
        return self


class LockSent(Sent):
    """Whether a type stays as it is."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"is_locked": True}]})

    is_locked: bool


class SelectSent(Sent):
    """What to choose anew: all types that are not locked, or these, whose locks are lifted.

    With `search`, providers are asked first, whatever they answered lately.
    """

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"types": ["poster"], "search": True}]}
    )

    types: Annotated[list[str], Field(max_length=20)] | None = None
    search: bool = False


class RejectSent(Sent):
    """Why nobody wants a picture."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"reason": "Wrong film"}]})

    reason: Annotated[str, Field(min_length=1, max_length=LONGEST_REASON)]


class RejectionDocument(BaseModel):
    """A picture that is offered for no title any more."""

    id: UUID
    url: str | None
    type: str
    provider: str
    title: str
    reason: str
    rejected_by: str
    rejected_at: datetime


class RejectionPage(BaseModel):
    """Rejected pictures, the latest first."""

    rejections: list[RejectionDocument]
    next: UUID | None


class CacheFigures(BaseModel):
    """What the cache holds; `unused` are pictures that no title has, `faulty` those to repair."""

    images: int
    size_bytes: int
    unused: int
    faulty: int
