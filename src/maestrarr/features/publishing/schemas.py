"""What crosses HTTP about publishing: plans, the log, what was compared with the disks."""

from typing import Annotated, Any
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, JsonValue

from maestrarr.core.changes.schemas import Refusal, ShownPath
from maestrarr.features.library.schemas import LARGEST_PAGE
from maestrarr.features.publishing.settings import Profile
from maestrarr.features.publishing.states import (
    Fate,
    FileDeed,
    Found,
    PlayerState,
    PublicationKind,
    PublicationStatus,
)
from maestrarr.kit.moments import Moment
from maestrarr.kit.sent import Sent

_ID: JsonValue = "0199f0c2-a5d4-7c3e-8b1f-6a2d4e5c7b90"


class _Document(BaseModel):
    model_config = ConfigDict(from_attributes=True)


class PlayerTold(BaseModel):
    """Whether a player knows of a publication: `told`, `waiting` while it plays it, or `failed`."""

    connection_id: UUID
    name: str
    state: PlayerState
    at: Moment
    problem: Refusal | None


class PlannedFileDocument(BaseModel):
    """A file that shall stand, and what would be done to it; `type` is `nfo` or artwork's.

    `why` is a word: new, gone, changed, altered, merged, foreign, stale or same. `diff` holds the
    lines of an NFO file before and after, each behind a space, a minus or a plus.
    """

    path: ShownPath
    name: str
    type: str
    number: int
    deed: FileDeed
    why: str
    size_bytes: int
    diff: list[str] = []


class MissedDocument(BaseModel):
    """A picture that the library's players would find under no name, and why."""

    type: str
    number: int
    reason: str


class PublishPlanDocument(BaseModel):
    """What publishing a title would write, or why nothing is written."""

    title_id: UUID
    title: str
    profiles: list[Profile]
    files: list[PlannedFileDocument]
    missed: list[MissedDocument]
    writes: int
    size_bytes: int
    refusal: Refusal | None


class PublicationDocument(_Document):
    """One publication of one title; one of kind `adopt` took for published what stood there.

    `asked_by` is a user's id, and `asked_by_name` then their name, or it is a word: `schedule`.
    """

    id: UUID
    title_id: UUID
    title: str
    kind: PublicationKind
    status: PublicationStatus
    is_standing: bool
    made_at: Moment
    asked_by: str | None
    asked_by_name: str | None
    profiles: list[str]
    nfo_sha256: str | None
    created: int
    replaced: int
    removed: int
    kept: int
    change_set_id: UUID | None
    players: list[PlayerTold]
    problem: str | None
    problem_key: str | None
    problem_facts: dict[str, Any] | None


class PublicationsPage(BaseModel):
    """Publications, the newest first; `next` is the `before` of the next page, if any."""

    publications: list[PublicationDocument]
    next: UUID | None


class PublishedFileDocument(_Document):
    """A file that stood since a publication; one that is not `is_ours` stood there before."""

    path: ShownPath
    type: str
    number: int
    sha256: str
    size_bytes: int
    is_ours: bool


class PublicationDetail(PublicationDocument):
    """A publication with its files."""

    files: list[PublishedFileDocument]


class FightDocument(_Document):
    """A file that something else has rewritten; after two times in a day it is left to it."""

    path: ShownPath
    times: int
    last_at: Moment
    is_contested: bool


class TitlePublishing(BaseModel):
    """How a title stands: its last publication, whether something new is known, and who fights."""

    is_unpublished: bool
    standing: PublicationDocument | None
    failed: PublicationDocument | None
    fights: list[FightDocument]


class PublishSent(Sent):
    """Which titles to publish with all below them; without `ids`, all that the filter means."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"ids": [_ID], "dry_run": False}]})

    ids: Annotated[list[UUID], Field(min_length=1, max_length=LARGEST_PAGE)] | None = None
    dry_run: bool = False


class PublishPreview(BaseModel):
    """What publishing many titles would do; of very many, only the first are looked at.

    `refused` names some of those that would be left as they are, and why.
    """

    titles: int
    looked_at: int
    to_publish: int
    unchanged: int
    created: int
    replaced: int
    removed: int
    size_bytes: int
    refused_count: int
    refused: list["RefusedTitle"]
    first: list["PreviewedTitle"]


class RefusedTitle(BaseModel):
    """A title that would be left as it is, and why."""

    title_id: UUID
    title: str
    problem: Refusal


class PreviewedTitle(BaseModel):
    """A title that would be published, and how many files that writes."""

    title_id: UUID
    title: str
    writes: int


class VerifySent(Sent):
    """What to compare with the disks, and whether to put right what is not."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"repairs": True}]})

    library_id: UUID | None = None
    repairs: bool = True
    reads_bytes: bool = True


class VerificationDocument(_Document):
    """One comparison with the disks; without an end, it is under way or was cut short."""

    id: UUID
    job_id: UUID | None
    library_id: UUID | None
    asked_by: str | None
    asked_by_name: str | None = None
    repairs: bool
    started_at: Moment
    ended_at: Moment | None
    titles: int
    files: int
    missing: int
    altered: int
    restored: int
    left: int


class VerificationsPage(BaseModel):
    """Comparisons with the disks, the newest first; `next` is the `before` of the next page."""

    verifications: list[VerificationDocument]
    next: UUID | None


class VerifiedFileDocument(_Document):
    """A file that was not as it was published, and what became of it."""

    position: int
    title_id: UUID | None
    title: str
    path: ShownPath
    type: str
    found: Found
    fate: Fate
    reason: str | None
    reason_key: str | None
    reason_facts: dict[str, Any] | None


class VerifiedFilesPage(BaseModel):
    """What a comparison found; `next` is the `after` of the next page, if any."""

    files: list[VerifiedFileDocument]
    next: int | None


class NamingSent(Sent):
    """For whose players a library's files are named; null lets the settings say it."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"profiles": ["kodi", "jellyfin"]}]})

    profiles: Annotated[list[Profile], Field(min_length=1, max_length=3)] | None


class NamingDocument(BaseModel):
    """For whose players a library's files are named, its own choice, and the settings'."""

    profiles: list[Profile]
    own: list[Profile] | None
    usual: list[Profile]
