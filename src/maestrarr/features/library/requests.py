"""What is sent over HTTP to change titles and libraries."""

from typing import Annotated
from uuid import UUID

from pydantic import ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from maestrarr.core.changes.writes import HardLinks
from maestrarr.features.library.edit_requests import Edit
from maestrarr.features.library.group import LibraryKind
from maestrarr.features.library.schemas import LARGEST_PAGE, FolderPath
from maestrarr.features.library.states import Automation
from maestrarr.kit.sent import Sent

LARGEST_ID = 2**31 - 1
MOST_FOLDERS = 100
LibraryName = Annotated[str, Field(min_length=1, max_length=200, pattern=r"^[^\x00]*$")]
LanguageTag = Annotated[str, Field(max_length=35, pattern=r"^[A-Za-z0-9-]+$")]
Number = Annotated[int, Field(ge=1, le=LARGEST_ID)]


class TitlePatch(Edit):
    """What can be changed about a title: what is said of it, and whether it is looked after.

    `is_monitored` is for automation, and for what is below it as well.
    """

    is_monitored: bool | None = None


class TitleIds(Sent):
    """Which work a title is, by one id at least; what is not said is none."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"tmdb_id": 603}]})

    tmdb_id: Number | None = None
    tvdb_id: Number | None = None
    imdb_id: Annotated[str, Field(pattern=r"^tt[0-9]{7,10}$")] | None = None

    @model_validator(mode="after")
    def _some(self) -> "TitleIds":
        if self.tmdb_id is None and self.tvdb_id is None and self.imdb_id is None:
            raise PydanticCustomError("no_ids", "One id at least is needed")
        return self


class Monitoring(Sent):
    """Whether automation looks after titles; without `ids`, after all that the filter means.

    Ids that no title has are passed over.
    """

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"is_monitored": False, "ids": ["01900000-0000-7000-8000-000000000000"]}]
        }
    )

    is_monitored: bool
    ids: Annotated[list[UUID], Field(min_length=1, max_length=LARGEST_PAGE)] | None = None


class NewLibrary(Sent):
    """A library to make: folders on the server's disk; without a kind, their names tell it."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"kind": "movies", "folders": ["/media/movies"]}]},
    )

    name: LibraryName | None = None
    kind: LibraryKind | None = None
    folders: Annotated[list[FolderPath], Field(min_length=1, max_length=MOST_FOLDERS)]
    language: LanguageTag | None = None
    hard_links: HardLinks | None = None


class LibraryPatch(Sent):
    """What can be changed about a library; what is left out stays.

    Null is no language, and as the settings say for hard links. `automation` is what it does by
    itself: nothing, what the flags after it say, or everything.
    """

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"name": "Films", "language": "en", "automation": "automatic"}]
        },
    )

    name: LibraryName | None = None
    language: LanguageTag | None = None
    hard_links: HardLinks | None = None
    automation: Automation | None = None
    auto_enrich: bool | None = None
    auto_select: bool | None = None
    auto_publish: bool | None = None
    webhook_enabled: bool | None = None
    webhook_auto_publish: bool | None = None
    add_folders: list[FolderPath] = Field(default=[], max_length=MOST_FOLDERS)
    remove_folders: list[FolderPath] = Field(default=[], max_length=MOST_FOLDERS)


class ScanRequest(Sent):
    """How to scan; `accept_missing` says that many titles are gone, and that is right."""

    accept_missing: Annotated[bool, Field(examples=[False])] = False
