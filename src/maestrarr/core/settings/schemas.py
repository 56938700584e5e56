"""Settings as they are shown and asked for outside: to a script, and over HTTP."""

from typing import Annotated, Any
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, JsonValue

from maestrarr.core.settings.values import Current
from maestrarr.kit.moments import Moment
from maestrarr.kit.sent import Sent


class SettingsDocument(BaseModel):
    """One room's settings: what they are, what they would be unset, and what may be set.

    `set_fields` are those that are no defaults; `json_schema` has each field's bounds and help.
    """

    name: str
    title: str
    help: str
    version: int
    changed_at: Moment | None
    values: dict[str, JsonValue]
    defaults: dict[str, JsonValue]
    set_fields: list[str]
    json_schema: dict[str, Any]

    @classmethod
    def of(cls, current: Current) -> "SettingsDocument":
        """Show settings as they are."""
        section = current.section
        return cls(
            name=section.name,
            title=section.title,
            help=section.help,
            version=current.version,
            changed_at=current.changed_at,
            values=current.shown,
            defaults=current.defaults,
            set_fields=sorted(set(current.stored) & set(section.model.model_fields)),
            json_schema=section.model.model_json_schema(),
        )


class LockedValue(BaseModel):
    """A value of the configuration: it is changed where it comes from, not here."""

    key: str
    value: str
    source: str
    place: str
    locked: bool = True


class SettingsList(BaseModel):
    """All settings, and beside them the configuration, which is locked."""

    settings: list[SettingsDocument]
    configuration: list[LockedValue]


class SettingsPatch(Sent):
    """What to set; `version` is the one that was seen, and is refused when it is no longer so."""

    values: Annotated[dict[str, JsonValue], Field(max_length=200, examples=[{"at_once": 2}])]
    version: Annotated[int, Field(ge=0)] | None = None


class SettingsReset(Sent):
    """Which fields get their defaults back; none named means all."""

    fields: Annotated[list[str] | None, Field(max_length=200, examples=[["at_once"]])] = None
    version: Annotated[int, Field(ge=0)] | None = None


class SettingsChangeDocument(BaseModel):
    """One field's change: who, when, old and new, a secret's in disguise.

    `changed_by` is a user's id, and `changed_by_name` then their name, or a word: `terminal`.
    """

    model_config = ConfigDict(from_attributes=True)

    id: UUID
    name: str
    field: str
    version: int
    before: JsonValue
    after: JsonValue
    changed_by: str | None
    changed_by_name: str | None = None
    changed_at: Moment


class SettingsHistory(BaseModel):
    """Changes, the newest first; `next` is the `before` of the next page, if there is one."""

    changes: list[SettingsChangeDocument]
    next: UUID | None


class EditDocument(BaseModel):
    """One field that changes."""

    model_config = ConfigDict(from_attributes=True)

    name: str
    field: str
    before: JsonValue
    after: JsonValue


class ImportOutcome(BaseModel):
    """What an import changes; `is_preview` says that nothing was changed yet."""

    is_preview: bool
    edits: list[EditDocument]
