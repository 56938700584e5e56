"""What crosses HTTP about the library: titles, libraries, faults, and what is asked of them."""

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
)

from maestrarr.core.changes.writes import HardLinks
from maestrarr.features.library.group import LibraryKind
from maestrarr.features.library.said import (
    PersonDocument,
    PlaceDocument,
    RatingDocument,
    TrailerDocument,
)
from maestrarr.features.library.states import (
    Automation,
    DefaultAudio,
    PictureKind,
    TitleKind,
    TitleState,
    Watching,
)
from maestrarr.kit.moments import Moment, SentMoment
from maestrarr.kit.sent import Sent, split_at_commas
from maestrarr.kit.text import as_on_disk, readable
from maestrarr.media.facts import (
    Attachment,
    AudioTrack,
    Chapter,
    HdrKind,
    SubtitleTrack,
    VideoTrack,
)

MOST_WORDS = 50
LARGEST_PAGE = 500
LONGEST_PATH = 4_096
LONGEST_SEARCH = 1_000
LARGEST_NUMBER = 2**63 - 1
FARTHEST = 10_000_000

FolderPath = Annotated[
    str, Field(max_length=4096, pattern=r"^/[^\x00]*$"), AfterValidator(as_on_disk)
]  # with the private characters that stand for stray bytes
PathText = Annotated[Path, PlainSerializer(lambda path: readable(str(path)), return_type=str)]
Word = Annotated[str, Field(min_length=1, max_length=100, pattern=r"^[^\x00]*$")]
Words = Annotated[list[Word], Field(max_length=MOST_WORDS)]
Size = Annotated[int, Field(ge=0, le=LARGEST_NUMBER)]
Year = Annotated[int, Field(ge=0, le=9999)]
Limit = Annotated[int, Field(ge=1, le=LARGEST_PAGE)]


class Resolution(StrEnum):
    """A picture's size as people name it; a wide picture counts by its width."""

    UHD = "2160p"
    FULL_HD = "1080p"
    HD = "720p"
    SD = "sd"


class TitleFilter(Sent):
    """Which titles are meant; what is not said does not narrow, of a list any one fits.

    Without `kind`, movies and series. A series fits what any of its episodes fits. A `letter` is
    the first of the title as it is sorted; `default_audio` tells whether the right track plays
    first. One that `lacks` a type of picture has none, neither beside its media nor chosen.
    """

    kind: Annotated[list[TitleKind], Field(max_length=MOST_WORDS)] = []
    library: Annotated[list[UUID], Field(max_length=MOST_WORDS)] = []
    state: Annotated[list[TitleState], Field(max_length=MOST_WORDS)] = []
    year_from: Year | None = None
    year_to: Year | None = None
    genre: Annotated[Words, Field(description="Such as Drama; any of several.")] = []
    resolution: Annotated[list[Resolution], Field(max_length=MOST_WORDS)] = []
    hdr: Annotated[list[HdrKind], Field(max_length=MOST_WORDS)] = []
    video_codec: Annotated[Words, Field(description="As the facets name them: hevc.")] = []
    audio_codec: Annotated[Words, Field(description="As the facets name them: aac.")] = []
    audio_language: Annotated[Words, Field(description="A language to hear: en.")] = []
    subtitle_language: Annotated[Words, Field(description="A language to read: fr.")] = []
    letter: Annotated[Words, Field(description="Where titles begin, as they are sorted: a.")] = []
    default_audio: Annotated[list[DefaultAudio], Field(max_length=MOST_WORDS)] = []
    lacks: Annotated[list[PictureKind], Field(max_length=MOST_WORDS)] = []
    has_faults: bool | None = None
    locked: bool | None = None
    monitored: bool | None = None
    missing: bool | None = None
    unpublished: bool | None = None
    added_since: SentMoment | None = None
    size_from: Size | None = None
    size_to: Size | None = None


TitleField = Literal[
    "id", "library_id", "parent_id", "kind", "state", "title", "original_title", "sort_title",
    "year", "season_number", "episode_number", "premiered", "runtime_minutes", "rating",
    "certification", "genres", "tmdb_id", "tvdb_id", "imdb_id", "plot", "tagline", "folder",
    "is_monitored", "locked_fields", "added_at", "changed_at", "missing_since", "size_bytes",
    "default_audio", "is_unpublished", "picture_version",
]  # fmt: skip
USUAL_FIELDS: tuple[TitleField, ...] = (
    "id", "library_id", "parent_id", "kind", "state", "title", "year", "season_number",
    "episode_number", "is_monitored", "added_at", "missing_since",
)  # fmt: skip


class PageQuery(TitleFilter):
    """Which page of the titles: its order, where it begins, and what is said of each title."""

    sort: Literal["title", "year", "added", "size"] = "title"
    order: Literal["asc", "desc"] = "asc"
    after: Annotated[
        str | None, Field(max_length=2_000, description="The `next` of the page before.")
    ] = None
    skip: Annotated[
        int, Field(ge=0, le=FARTHEST, description="Pass over so many; `after` is faster.")
    ] = 0
    limit: Limit = 50
    fields: Annotated[
        list[TitleField],
        BeforeValidator(split_at_commas),
        Field(max_length=MOST_WORDS, description="Named one by one, or in a row: `id,title`."),
    ] = []


class SearchQuery(TitleFilter):
    """What is searched, among which titles; without `kind`, among episodes too."""

    q: Annotated[
        str,
        Field(max_length=LONGEST_SEARCH, description="Words, or their beginnings: `ame pou`."),
    ]
    limit: Limit = 50


class TitleDocument(BaseModel):
    """A title in a list: the fields that were asked for, else the usual ones."""

    model_config = ConfigDict(extra="allow")

    id: UUID
    library_id: UUID
    parent_id: UUID | None
    kind: TitleKind
    state: TitleState
    title: str
    year: int | None
    season_number: int | None
    episode_number: int | None
    is_monitored: bool
    added_at: Moment
    missing_since: Moment | None


class TitlesPage(BaseModel):
    """A page of titles; `next` is the `after` of the next one, if there is one."""

    titles: list[TitleDocument]
    next: str | None


class FoundTitleDocument(TitleDocument):
    """A title that was searched, and how well it fits; an episode with the name of its series."""

    premiered: date | None
    tmdb_id: int | None
    tvdb_id: int | None
    imdb_id: str | None
    series: str | None
    match: Literal["exact", "prefix", "word", "elsewhere", "typo"]


class FoundTitles(BaseModel):
    """What was found, best first."""

    titles: list[FoundTitleDocument]


class InventoryPage(BaseModel):
    """Titles with all that is known of them; `next` is the `after` of the next page, if any.

    Paths are exact: a byte that is not UTF-8 is a lone surrogate, as Python writes it in JSON.
    """

    titles: list[dict[str, Any]]
    next: UUID | None


class Facets(BaseModel):
    """How many of the titles meant have each value, by the filter that would narrow to it."""

    total: int
    facets: dict[str, dict[str, int]]


class IdsDocument(BaseModel):
    """What others call a title."""

    tmdb: int | None
    tvdb: int | None
    imdb: str | None


class FileDocument(BaseModel):
    """A media file with its tracks; `part` numbers the parts of one version."""

    id: UUID
    path: str
    role: str
    part: int | None
    edition: str | None
    version: str | None
    stereo: str | None
    size_bytes: int
    container: str | None
    duration_seconds: float | None
    bitrate: int | None
    video: list[VideoTrack]
    audio: list[AudioTrack]
    subtitles: list[SubtitleTrack]
    chapters: list[Chapter]
    attachments: list[Attachment]
    missing_since: Moment | None


class ArtworkDocument(BaseModel):
    """A picture beside the media; its `version` changes when the picture does."""

    type: str
    number: int
    path: str
    version: str


class ChildDocument(TitleDocument):
    """A season or an episode, below its parent; a movie, in its set."""

    premiered: date | None
    runtime_minutes: int | None
    picture_version: str | None


class FaultCause(BaseModel):
    """Why a file is not as it should be, for other languages: a key, and its sentence's facts."""

    key: str
    facts: dict[str, str | int | float]


class FaultDocument(BaseModel):
    """What is wrong with one file on the disk; `cause` says the same as `reason`, by its key."""

    model_config = ConfigDict(from_attributes=True)

    id: UUID
    library_id: UUID
    path: PathText
    kind: str
    reason: str
    cause: FaultCause | None
    found_at: Moment


class TitleDetail(BaseModel):
    """Everything that is known of a title: files with their tracks, artwork, what is below it."""

    id: UUID
    library_id: UUID
    key: str
    parent_id: UUID | None
    kind: TitleKind
    state: TitleState
    title: str
    original_title: str | None
    sort_title: str
    year: int | None
    ids: IdsDocument
    season_number: int | None
    episode_number: int | None
    absolute_number: int | None
    air_date: date | None
    premiered: date | None
    tagline: str | None
    outline: str | None
    plot: str | None
    runtime_minutes: int | None
    rating: float | None
    ratings: list[RatingDocument]
    certification: str | None
    original_language: str | None
    languages: list[str]
    status: str | None
    set_name: str | None
    set_id: UUID | None
    other_titles: list[str]
    genres: list[str]
    studios: list[str]
    networks: list[str]
    countries: list[str]
    tags: list[str]
    people: list[PersonDocument]
    trailers: list[TrailerDocument]
    places: list[PlaceDocument]
    episode_order: str | None
    is_monitored: bool
    default_audio: DefaultAudio | None
    is_unpublished: bool
    locked_fields: list[str]
    sources: dict[str, str]
    folder: str
    nfo: str | None
    added_at: Moment
    changed_at: Moment
    missing_since: Moment | None
    files: list[FileDocument]
    artwork: list[ArtworkDocument]
    children: list[ChildDocument]
    faults: list[FaultDocument]


class Edited(BaseModel):
    """How many titles are not what they were."""

    changed: int


class Monitored(BaseModel):
    """How many titles changed, with those below the ones that were meant."""

    changed: int


class LibraryDocument(BaseModel):
    """A library, and how much it holds; `titles` are its movies and series, as in `states`."""

    id: UUID
    name: str
    kind: LibraryKind
    language: str | None
    hard_links: HardLinks | None
    automation: Automation
    auto_enrich: bool
    auto_select: bool
    auto_publish: bool
    webhook_enabled: bool
    webhook_auto_publish: bool
    folders: list[PathText]
    watching: Watching
    watching_reason: str
    titles: int
    files: int
    size_bytes: int
    missing: int
    faults: int
    states: dict[TitleState, int]
    created_at: Moment
    scanned_at: Moment | None


class Libraries(BaseModel):
    """Every library, by name."""

    libraries: list[LibraryDocument]


class FaultsPage(BaseModel):
    """Faults, in the order they were found; `next` is the `after` of the next page."""

    faults: list[FaultDocument]
    next: UUID | None


class FolderDocument(BaseModel):
    """A folder on the server's disk in which a library may lie; `library` when one has it."""

    name: str
    path: str
    library: str | None


class FolderListing(BaseModel):
    """A folder and those in it; without a `path`, the places where libraries may begin."""

    path: str | None
    parent: str | None
    media_files: int
    folders: list[FolderDocument]
    is_whole: bool
