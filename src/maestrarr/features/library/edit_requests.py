"""What is sent over HTTP to change what is said of titles."""

from datetime import date
from typing import Annotated, Any, Literal, TypeAlias
from uuid import UUID

from pydantic import ConfigDict, Field, StringConstraints

from maestrarr.features.library.schemas import LARGEST_PAGE
from maestrarr.kit.sent import Sent
from maestrarr.providers.contracts import Order, SeriesStatus

MOST_PEOPLE = 500
Line = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=500, pattern=r"^[^\x00]*$"),
]
Text = Annotated[
    str,
    StringConstraints(
        strip_whitespace=True, min_length=1, max_length=20_000, pattern=r"^[^\x00]*$"
    ),
]
Lines = Annotated[list[Line], Field(max_length=200)]
Url = Annotated[str, Field(max_length=2_000, pattern=r"^https?://[^\s\x00]+$")]
FieldName = Literal[
    "title", "original_title", "other_titles", "sort_title", "year", "premiered", "tagline",
    "outline", "plot", "runtime_minutes", "certification", "rating", "ratings",
    "original_language", "languages", "status", "set_name", "genres", "studios", "networks",
    "countries", "tags", "people", "trailers",
]  # fmt: skip
ListName = Literal[
    "other_titles", "languages", "genres", "studios", "networks", "countries", "tags"
]
Fields = Annotated[list[FieldName], Field(max_length=50)]
EpisodeOrder: TypeAlias = Order


class SaidPerson(Sent):
    """Somebody who made a title, and as what."""

    name: Line
    job: Literal[
        "actor", "guest", "director", "writer", "creator", "producer", "composer", "presenter"
    ] = "actor"
    role: Line | None = None
    portrait_url: Url | None = None


class SaidTrailer(Sent):
    """A trailer to watch."""

    url: Url
    name: Line | None = None


class SaidOfTitle(Sent):
    """What is said of a title from now on; what is left out stays, null and [] empty a field."""

    title: Line | None = None
    original_title: Line | None = None
    other_titles: Lines = Field(default=[])
    sort_title: Line | None = None
    year: Annotated[int, Field(ge=1850, le=2200)] | None = None
    premiered: date | None = None
    tagline: Text | None = None
    outline: Text | None = None
    plot: Text | None = None
    runtime_minutes: Annotated[int, Field(ge=1, le=100_000)] | None = None
    certification: Line | None = None
    rating: Annotated[float, Field(ge=0, le=10)] | None = None
    original_language: Line | None = None
    languages: Lines = Field(default=[])
    status: SeriesStatus | None = None
    set_name: Line | None = None
    genres: Lines = Field(default=[])
    studios: Lines = Field(default=[])
    networks: Lines = Field(default=[])
    countries: Lines = Field(default=[])
    tags: Lines = Field(default=[])
    people: Annotated[list[SaidPerson], Field(max_length=MOST_PEOPLE)] = Field(default=[])
    trailers: Annotated[list[SaidTrailer], Field(max_length=50)] = Field(default=[])


class Edit(Sent):
    """What is changed about what is said of titles.

    What `values` say is locked, and so no service says it any more; `lock` does so with what stands
    there, `unlock` lets them speak again. `add` and `remove` change single words of lists.
    """

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"values": {"title": "Heat", "year": 1995}, "unlock": ["plot"]}]
        }
    )

    values: SaidOfTitle = SaidOfTitle()
    add: dict[ListName, Lines] = Field(default={})
    remove: dict[ListName, Lines] = Field(default={})
    lock: Fields = Field(default=[])
    unlock: Fields = Field(default=[])
    episode_order: Annotated[
        EpisodeOrder | None, Field(description="In which order a series' files are numbered.")
    ] = None

    @property
    def said(self) -> dict[str, Any]:
        """What is set, by field; a title without a name keeps the one that it has."""
        said = {
            name: getattr(self.values, name)
            for name in self.values.model_fields_set
            if not (name == "title" and self.values.title is None)
        }
        for name in ("people", "trailers"):
            if name in said:
                said[name] = [each.model_dump() for each in said[name]]
        if said.get("status") is not None:
            said["status"] = said["status"].value
        return said

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing is asked for."""
        parts = (self.said, self.add, self.remove, self.lock, self.unlock, self.episode_order)
        return not any(parts)


class TitlesEdit(Edit):
    """The same for many titles; without `ids`, for all that the filter means."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "add": {"tags": ["Christmas"]},
                    "lock": ["genres"],
                    "ids": ["01900000-0000-7000-8000-000000000000"],
                }
            ]
        }
    )

    ids: Annotated[list[UUID], Field(min_length=1, max_length=LARGEST_PAGE)] | None = None
