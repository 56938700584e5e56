"""What crosses HTTP about what services say of titles."""

from typing import Annotated, Any
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from maestrarr.features.library.edit_requests import Line
from maestrarr.features.library.schemas import LARGEST_PAGE
from maestrarr.features.library.states import TitleKind
from maestrarr.kit.moments import Moment
from maestrarr.kit.sent import Sent


class ServiceProblem(BaseModel):
    """What went wrong, as a sentence, and by its key and facts in other languages."""

    key: str
    sentence: str
    facts: dict[str, Any] = Field(default={})


class EnrichmentDocument(BaseModel):
    """What became of asking one service about a title, and when it is asked again."""

    model_config = ConfigDict(from_attributes=True)

    provider: str
    asked_at: Moment | None
    described_at: Moment | None
    due_at: Moment
    problem: ServiceProblem | None


class TitleMetadata(BaseModel):
    """Who was asked about a title, and whose data it shows."""

    services: list[EnrichmentDocument]
    attribution: list[str]


class ServiceStatus(BaseModel):
    """How far one service has come with the titles of this installation."""

    provider: str
    name: str
    described: int
    waiting: int
    failed: int


class MetadataStatus(BaseModel):
    """How far every service has come, and how many titles nobody has identified."""

    services: list[ServiceStatus]
    unidentified: int


class LikelyWork(BaseModel):
    """A work that a title may be, and how well it fits: its score, and what that is made of."""

    model_config = ConfigDict(from_attributes=True)

    id: UUID
    provider: str
    tmdb_id: int | None
    tvdb_id: int | None
    imdb_id: str | None
    title: str
    original_title: str | None
    year: int | None
    plot: str | None
    poster_url: str | None
    score: float
    title_score: float
    year_score: float


class LikelyWorks(BaseModel):
    """The works that a title may be, the likeliest first; `problem` if a search did not go well."""

    searched_for: str | None
    searched_at: Moment | None
    problem: ServiceProblem | None
    candidates: list[LikelyWork]


class UnidentifiedTitle(BaseModel):
    """A title that nobody has identified, and what it may be."""

    id: UUID
    library_id: UUID
    kind: TitleKind
    title: str
    year: int | None
    folder: str
    searched_at: Moment | None
    problem: ServiceProblem | None
    candidates: list[LikelyWork]


class UnidentifiedPage(BaseModel):
    """Titles that wait to be identified; `next` is the `after` of the next page, if any."""

    titles: list[UnidentifiedTitle]
    total: int
    next: UUID | None


class NewSearch(Sent):
    """Under which name a title is searched for; without one, under its own."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"title": "Heat", "year": 1995}]})

    title: Line | None = None
    year: Annotated[int, Field(ge=1850, le=2200)] | None = None


class Wanted(Sent):
    """Which titles services are to be asked about; without `ids`, all that the filter means."""

    ids: Annotated[list[UUID], Field(min_length=1, max_length=LARGEST_PAGE)] | None = None


class WantedTitles(BaseModel):
    """How many titles services will be asked about, and by which job."""

    titles: int
    job_id: UUID
