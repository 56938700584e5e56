"""What crosses HTTP about sound: rules, pins, what is decided about files."""

from pathlib import Path
from typing import Annotated, Final, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, JsonValue, PlainSerializer
from pydantic.config import JsonDict

from maestrarr.core.changes.schemas import ClauseDocument, ProblemSaid, Said
from maestrarr.core.changes.writes import HardLinks
from maestrarr.core.jobs.states import Status
from maestrarr.features.library.schemas import FolderPath, TitleFilter
from maestrarr.features.library.states import DefaultAudio, TitleKind
from maestrarr.kit.moments import Moment
from maestrarr.kit.sent import Sent
from maestrarr.kit.text import readable, storable
from maestrarr.media.edits import Method, Obstacle
from maestrarr.media.facts import SubtitleTrack

LARGEST_TRACK = 10_000
PathText = Annotated[Path, PlainSerializer(lambda path: readable(str(path)), return_type=str)]
ExactPath = Annotated[
    Path,
    Field(validation_alias="path"),
    PlainSerializer(lambda path: storable(str(path)), return_type=str),
]
Text = Annotated[str, Field(min_length=1, max_length=200, pattern=r"^[^\x00]*$")]
Glob = Annotated[str, Field(min_length=1, max_length=4_096, pattern=r"^[^\x00]*$")]
Language = Annotated[str, Field(min_length=2, max_length=100, pattern=r"^[^\x00]*$")]
TrackIndex = Annotated[int, Field(ge=0, le=LARGEST_TRACK)]

FileStatus = Literal["changed", "right", "skipped", "failed"]
SoundRole = Literal["film", "commentary", "audio description", "karaoke", "isolated score"]

_RULE: Final[JsonDict] = {
    "name": "Anime",
    "languages": ["original", "en"],
    "path": "/media/anime/**",
    "undetermined_is": "ja",
}


class RuleSent(Sent):
    """What a language rule says; a condition that is null fits everywhere.

    `languages` may hold `original`. In `path` only `*`, `**` and `?` are special, and one that ends
    with `/` means all below. `undetermined_is` says what tracks speak that do not say it.
    """

    model_config = ConfigDict(json_schema_extra={"examples": [_RULE]})

    name: Text
    languages: Annotated[list[Language], Field(min_length=1, max_length=50)]
    path: Glob | None = None
    library_id: UUID | None = None
    genre: Text | None = None
    tag: Text | None = None
    undetermined_is: Language | None = None


class NewRule(RuleSent):
    """A language rule to make; the last one unless its place is said, counted from 0."""

    position: Annotated[int, Field(ge=0, le=10_000)] | None = None


class RuleDocument(BaseModel):
    """A language rule; that of the lowest `position` which fits a file decides about it."""

    model_config = ConfigDict(from_attributes=True)

    id: UUID
    position: int
    name: str
    languages: list[str]
    path: str | None
    library_id: UUID | None
    genre: str | None
    tag: str | None
    undetermined_is: str | None
    changed_at: Moment


class Rules(BaseModel):
    """Every language rule, in the order in which they are asked."""

    rules: list[RuleDocument]


class RuleOrder(Sent):
    """Every rule's id, the one that is asked first before the others."""

    ids: Annotated[
        list[UUID],
        Field(max_length=1_000, examples=[["01900000-0000-7000-8000-000000000000"]]),
    ]


class RuleTrial(Sent):
    """A rule to be tried before it is saved: a new one, or one in the place of `rule_id`."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"rule": _RULE}]})

    rule: RuleSent
    rule_id: UUID | None = None
    position: Annotated[int, Field(ge=0, le=10_000)] | None = None


class PinSent(Sent):
    """The track, by its index in one of the title's files, that shall play first."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"file_id": "01900000-0000-7000-8000-000000000000", "track": 1}]
        }
    )

    file_id: UUID
    track: TrackIndex


class PinDocument(BaseModel):
    """The track that somebody chose, and for which title: this one, or one above it."""

    model_config = ConfigDict(from_attributes=True)

    title_id: UUID
    track_index: int
    language: str
    pinned_by: str
    pinned_by_name: str | None
    pinned_at: Moment


class PlayedTitle(BaseModel):
    """What a file plays, by its names; an episode with that of its series."""

    id: UUID
    kind: TitleKind
    title: str
    year: int | None
    season_number: int | None
    episode_number: int | None
    series: str | None


class TrackDocument(BaseModel):
    """A sound track of a file; `role` is what it is there for."""

    index: int
    codec: str
    channels: int
    layout: str | None
    language: str
    title: str | None
    role: SoundRole
    is_default: bool
    is_enabled: bool
    is_original: bool
    is_wanted: bool


class FileAudio(BaseModel):
    """What is decided about a file: which tracks are default now, which is `wanted`, and why.

    `reason` is in English; `said` are its sentences, each of clauses, for every language. `state`
    is null while it is not judged yet. `wanted_subtitle` is -1 where none shall show.
    """

    file_id: UUID
    path: PathText
    library_id: UUID
    container: str | None
    title: PlayedTitle | None
    state: DefaultAudio | None
    reason: str | None
    said: Said
    wanted: int | None
    wanted_subtitle: int | None
    current: list[int]
    tracks: list[TrackDocument]


class FileAudioPage(BaseModel):
    """Files by path; `next` is the `after` of the next page, if there is one."""

    files: list[FileAudio]
    next: UUID | None


class PlanDocument(BaseModel):
    """What would be done to a file now, as its own bytes are just read.

    `right` writes nothing; `edit` changes `changes` by writing `bytes` in place; `obstacle` says
    what keeps it from being edited in place. `said` is the `reason` for every language.
    """

    action: Literal["right", "edit", "obstacle"]
    reason: str
    said: Said
    changes: list[str] = []
    method: Method | None = None
    bytes: int = 0
    obstacle: Obstacle | Literal["hard links", "no track fits"] | None = None
    may_be_remuxed: bool = False


class FilePlan(FileAudio):
    """What is decided about a file, and what would be done; `names` is how many it has on disk."""

    hard_links: HardLinks
    names: int | None
    plan: PlanDocument
    subtitles: list[SubtitleTrack]


class TitleAudio(BaseModel):
    """The pin that decides about a title, and its files by path with what would be done to each."""

    title_id: UUID
    pin: PinDocument | None
    state: DefaultAudio | None
    files: list[FilePlan]
    next: UUID | None


class ReasonCount(BaseModel):
    """How many files are in a state for one reason."""

    state: DefaultAudio
    reason: str
    said: Said
    files: int


class AudioPreview(BaseModel):
    """How many files start as they should, by state, and the commonest reasons, most files first.

    `unjudged` ones are being judged, and will soon be counted.
    """

    files: int
    right: int
    wrong: int
    unfit: int
    unjudged: int
    reasons: list[ReasonCount]


class TriedFile(FileAudio):
    """A file under a rule that is tried; `before` is what it wants without that."""

    before: int | None
    before_reason: str | None


class RuleOutcome(BaseModel):
    """What a rule would do: of the `files` about which it decides, how many would be changed.

    `otherwise` counts those of them for which another track is wanted than without it. The counts
    stand on the first page only; `listed` are the files that would be changed, by path.
    """

    files: int | None
    would_change: int | None
    otherwise: int | None
    reasons: list[ReasonCount]
    listed: list[TriedFile]
    next: UUID | None


_PATH = "/media/films"
_BATCH: Final[JsonDict] = {"path": _PATH, "recursive": True, "dry_run": True, "priority": "normal"}


class BatchSent(Sent):
    """A run over the files at and below paths, or over those of all titles that a filter means.

    With a `reason`, it goes over those that start wrong for this one, as a preview groups them.
    `pattern` narrows what lies below folders: without `/` it is that of a name, with one that of a
    path; only `*`, `**` and `?` are special. A dry run writes nothing, and tells what it would
    change. `languages` and `original_language` count for this run alone, above rules and settings.
    A file that is still being written, or played, is waited for, or else skipped.
    """

    model_config = ConfigDict(json_schema_extra={"examples": [_BATCH]})

    path: FolderPath | Annotated[list[FolderPath], Field(min_length=1, max_length=500)] | None = (
        None
    )
    filter: TitleFilter | None = None
    reason: Annotated[str, Field(min_length=1, max_length=2_000)] | None = None
    recursive: bool = True
    pattern: Glob | None = None
    dry_run: bool = False
    priority: Literal["low", "normal", "high"] = "normal"
    languages: Annotated[list[Language], Field(max_length=50)] = []
    original_language: Language | None = None
    wait_for_growing: bool = True

    @property
    def paths(self) -> list[str]:
        """The paths that were named."""
        if self.path is None:
            return []
        return [self.path] if isinstance(self.path, str) else self.path

    @property
    def wanted(self) -> dict[str, JsonValue]:
        """What narrows the files of libraries: conditions on titles, and a reason."""
        said = self.filter.model_dump(mode="json", exclude_unset=True) if self.filter else {}
        return said | ({"reason": self.reason} if self.reason else {})


class BatchDocument(BaseModel):
    """A batch and how far it is; `total` is null until its files are listed.

    `said` is the title for every language. `asked_by` is a user's id, and `asked_by_name` then
    their name, or it is a word. In a dry run, `changed` counts what would be. `change_set_id` is
    what an undo takes back.
    """

    model_config = ConfigDict(from_attributes=True)

    id: UUID
    job_id: UUID | None
    change_set_id: UUID | None
    title: str
    said: ClauseDocument
    status: Status
    paths: list[str]
    pattern: str | None
    recursive: bool
    dry_run: bool
    languages: list[str]
    original_language: str | None
    asked_by: str
    asked_by_name: str | None
    total: int | None
    processed: int
    changed: int
    right: int
    skipped: int
    failed: int
    percent: float | None
    eta_at: Moment | None
    created_at: Moment
    started_at: Moment | None
    ended_at: Moment | None


class BatchesPage(BaseModel):
    """Batches, the newest first; `next` is the `before` of the next page, if there is one."""

    batches: list[BatchDocument]
    next: UUID | None


class BatchFileDocument(BaseModel):
    """What became of one file of a batch, and why; `status` is null while it waits.

    `exact_path` is the path as every address takes it, also where bytes in it are no text.
    `reason` says why in English; for every language, `said` does, or `problem`.
    `track_index` is the track that shall play first, `milliseconds` what looking and writing took.
    `may_pass` says that it may go better in a while, as with one that is being written or played.
    """

    model_config = ConfigDict(from_attributes=True)

    position: int
    path: PathText
    exact_path: ExactPath
    media_file_id: UUID | None
    status: FileStatus | None
    track_index: int | None
    reason: str | None
    said: Said
    problem: ProblemSaid | None
    milliseconds: float | None
    may_pass: bool


class BatchFilesPage(BaseModel):
    """Files of a batch in their order; `next` is the `after` of the next page, if there is one."""

    files: list[BatchFileDocument]
    next: int | None


class BatchStatistics(BaseModel):
    """What batches did in the last days; dry runs are not counted."""

    days: int
    batches: int
    changed: int
    right: int
    skipped: int
    failed: int
