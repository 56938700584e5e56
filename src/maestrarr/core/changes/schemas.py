"""What was written, as it is shown outside: to a script, and over HTTP."""

from pathlib import Path
from typing import Annotated, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, JsonValue, PlainSerializer

from maestrarr.core.changes.writes import Deed
from maestrarr.kit.errors import Problem
from maestrarr.kit.moments import Moment
from maestrarr.kit.sent import Sent
from maestrarr.kit.text import readable

ShownPath = Annotated[Path, PlainSerializer(lambda path: readable(str(path)), return_type=str)]

LARGEST_PAGE = 500
USUAL_PAGE = 50
_MOST_WORDS = 50

_ID = "0199f0c2-a5d4-7c3e-8b1f-6a2d4e5c7b90"
_SET: dict[str, JsonValue] = {
    "id": _ID,
    "kind": "audio.fix",
    "title": "The right sound for 312 films",
    "asked_by": "schedule",
    "made_at": "2026-11-26T09:30:12.504Z",
    "count": 312,
    "undoes_id": None,
    "undone_at": None,
}


class _Document(BaseModel):
    model_config = ConfigDict(from_attributes=True)


class ClauseDocument(BaseModel):
    """One thing that is said of a decision; `key` chooses the words, `facts` go into them.

    Languages are tags, as in `ja`; `roles` name what tracks are, with how many are.
    """

    key: str
    facts: dict[str, str | int | list[str] | dict[str, int]]


Said = list[list[ClauseDocument]]


class ChangeSetDocument(_Document):
    """Writes that belong together; `undoes_id` is the set that this one took back.

    `said` is the title for every language; it is null where the title is a name.

    `asked_by` is a user's id, and `asked_by_name` then their name, or it is a word: `schedule`.

    `undone_at` says that it was taken back itself: all of it, but for what was refused.
    """

    model_config = ConfigDict(from_attributes=True, json_schema_extra={"examples": [_SET]})

    id: UUID
    kind: str
    title: str
    said: ClauseDocument | None = None
    asked_by: str | None
    asked_by_name: str | None = None
    made_at: Moment
    count: int
    undoes_id: UUID | None
    undone_at: Moment | None


class ChangesQuery(BaseModel):
    """Which sets are listed; what is left out does not narrow."""

    model_config = ConfigDict(extra="forbid")

    kind: Annotated[
        list[str], Field(max_length=_MOST_WORDS, description="Such as `audio.fix`.")
    ] = []
    asked_by: Annotated[
        list[str], Field(max_length=_MOST_WORDS, description="Users' ids, or `schedule`.")
    ] = []
    file: Annotated[
        str | None, Field(max_length=4096, description="A file, or a folder with all below it.")
    ] = None
    words: Annotated[
        str | None, Field(max_length=200, description="What the title of a set or a file holds.")
    ] = None
    undone: Annotated[bool | None, Field(description="Taken back already, or not yet.")] = None
    undoes: Annotated[bool | None, Field(description="Sets that took others back.")] = None
    before: UUID | None = None
    limit: Annotated[int, Field(ge=1, le=LARGEST_PAGE)] = USUAL_PAGE


class ChangeSetsPage(BaseModel):
    """Sets of changes, the newest first; `next` is the `before` of the next page, if any."""

    change_sets: list[ChangeSetDocument]
    next: UUID | None


class PersonDocument(BaseModel):
    """Who asked for changes: a user's id and name, or a word without a name, as `schedule`."""

    id: str
    name: str | None


class ChangeChoices(BaseModel):
    """What sets can be narrowed by: every kind that there is, and everybody who asked for one."""

    kinds: list[str]
    people: list[PersonDocument]


class StampDocument(_Document):
    """How a file looked; times are in nanoseconds since 1970."""

    size_bytes: int
    mtime_ns: int
    ctime_ns: int
    inode: int


class TrackChangeDocument(_Document):
    """One setting of a track, before and after; 0 and 1 are no and yes."""

    track: int
    setting: str
    before: int
    after: int


class ChangeDocument(_Document):
    """One write, with the file as it was and as it became; None where there is, or was, none.

    `reason` says why in English, `said` for every language; of an undo, why it was first written.
    `tracks` says what an edit has set, `patches` how many runs of bytes it wrote; a file that was
    renamed stood at `moved_from`.
    """

    id: UUID
    path: ShownPath
    deed: Deed
    title: str
    reason: str
    said: Said
    before: StampDocument | None
    after: StampDocument | None
    tracks: list[TrackChangeDocument] = []
    patches: int = 0
    moved_from: ShownPath | None
    is_kept: bool
    milliseconds: float
    undone_at: Moment | None
    undone_by_id: UUID | None


class ChangeSetDetail(ChangeSetDocument):
    """A set with its changes, in the order they were made in; `next` is the `after` of the rest."""

    changes: list[ChangeDocument]
    next: UUID | None


class UndoRequest(Sent):
    """Which changes of a set to take back; none named: all of them."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"changes": []}]})

    changes: Annotated[list[UUID], Field(max_length=1_000)] = []


class ProblemSaid(BaseModel):
    """Why a file was left alone, by the key of a problem, its facts, and what to do next."""

    key: str
    facts: dict[str, JsonValue]
    hint: str

    @classmethod
    def of(cls, problem: Problem) -> Self:
        """Take what a problem says, as every database and JSON take it."""
        facts = {
            name: readable(fact) if isinstance(fact, str) else fact
            for name, fact in problem.facts.items()
        }
        return cls.model_validate(
            {
                "key": problem.key,
                "facts": facts,
                "hint": problem.hint,
                "sentence": readable(problem.sentence),
            }
        )


class Refusal(ProblemSaid):
    """Why something is left as it is; translations find it by its key and facts."""

    sentence: str


class RefusalDocument(Refusal):
    """A file that would be left alone, and why."""

    path: str


class UndoPreview(BaseModel):
    """What an undo would take back, and what it would leave alone."""

    count: int
    refused: list[RefusalDocument]


class InterruptedDocument(_Document):
    """A write that a crash cut short, and why it was not put back by itself.

    `sentence` says it in English, `problem` for every language.
    """

    id: UUID
    path: ShownPath
    sentence: str
    problem: ProblemSaid
    found_at: Moment


class InterruptedChanges(BaseModel):
    """Everything that a crash cut short and nobody has dismissed."""

    interrupted: list[InterruptedDocument]
