"""What of connections crosses HTTP."""

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Any, Literal, Self
from uuid import UUID

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    JsonValue,
    StringConstraints,
    model_validator,
)
from pydantic_core import PydanticCustomError

from maestrarr.kit.sent import Sent

MOST_CONNECTIONS = 500
_RADARR: dict[str, JsonValue] = {"url": "http://radarr:7878", "api_key": "0f3c1d…"}
_MAPPING: dict[str, JsonValue] = {"remote": "/movies", "local": "/srv/media/Movies"}


def _storable(text: str) -> str:
    if "\0" in text:
        raise PydanticCustomError("unstorable", "holds what is no character")
    return text


Storable = AfterValidator(_storable)
Name = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=100), Storable
]
Path = Annotated[str, StringConstraints(min_length=1, max_length=4096), Storable]
Word = Annotated[str, Field(max_length=64), Storable]
Told = dict[Word, Annotated[str, Field(max_length=2000), Storable] | None]


class FieldDocument(BaseModel):
    """One thing that a kind has to be told; what is `secret` is never shown again."""

    model_config = ConfigDict(from_attributes=True)

    name: str
    form: Literal["url", "text", "secret"]
    is_needed: bool
    usual: str | None


class KindDocument(BaseModel):
    """A kind of services, what it can do, and what a connection to it needs."""

    name: str
    title: str
    website: str
    attribution: str | None
    abilities: list[str]
    fields: list[FieldDocument]


class Kinds(BaseModel):
    """Every kind of services."""

    kinds: list[KindDocument]


class ProblemDocument(BaseModel):
    """What was wrong; `key` and `facts` let another language say `detail`."""

    key: str
    detail: str
    hint: str
    facts: dict[str, Any]


class HealthDocument(BaseModel):
    """What the last test found; `is_well` is null before the first."""

    is_well: bool | None
    tested_at: datetime | None = None
    failing_since: datetime | None = None
    service_name: str | None = None
    service_version: str | None = None
    problem: ProblemDocument | None = None


class MappingDocument(Sent):
    """One folder, as the service writes it, and as it is called here."""

    remote: Path
    local: Path


class ConnectionDocument(BaseModel):
    """A connection; of its secrets only the names."""

    id: UUID
    kind: str
    name: str
    is_enabled: bool
    options: dict[str, Any]
    secrets: list[str]
    mappings: list[MappingDocument]
    health: HealthDocument
    created_at: datetime
    changed_at: datetime


class Connections(BaseModel):
    """Every connection of the installation, the one that is asked first before the others."""

    connections: list[ConnectionDocument]


class FoundService(BaseModel):
    """A service that answers where its kind usually is, and is not connected yet."""

    model_config = ConfigDict(
        from_attributes=True,
        json_schema_extra={"examples": [{"kind": "radarr", "url": "http://localhost:7878"}]},
    )

    kind: str
    url: str


class FoundServices(BaseModel):
    """The services that were found in the house."""

    services: list[FoundService]


class NewConnection(Sent):
    """A connection to be made; without a name it has its kind's, or the one the service says.

    It is tried first, and refused with what is wrong, unless `even_if_failing`.
    """

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {"kind": "radarr", "name": "Radarr", "config": _RADARR, "mappings": [_MAPPING]}
            ]
        }
    )

    kind: Word
    name: Name | None = None
    config: Told
    mappings: Annotated[list[MappingDocument], Field(max_length=100)] = []
    is_enabled: bool = True
    even_if_failing: bool = False


class ConnectionPatch(Sent):
    """What is to be otherwise; of `config` what is not named stays, and null takes it away."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"config": {"api_key": "9b2a…"}, "mappings": [_MAPPING]}]}
    )

    name: Name | None = None
    config: Told | None = None
    mappings: Annotated[list[MappingDocument], Field(max_length=100)] | None = None
    is_enabled: bool | None = None
    even_if_failing: bool = False


class ConnectionTrial(Sent):
    """A connection to be tried and not saved: a new one, or one with something said anew."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"kind": "radarr", "config": _RADARR}]}
    )

    kind: Word
    id: UUID | None = None
    config: Told


class ConnectionOrder(Sent):
    """Every connection once, the one that is to be asked first before the others."""

    ids: Annotated[list[UUID], Field(max_length=MOST_CONNECTIONS)]


class PathTrial(Sent):
    """A path to be mapped: one of the service, or one of ours."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"mappings": [_MAPPING], "remote": "/movies/Heat (1995)/Heat (1995).mkv"}]
        }
    )

    mappings: Annotated[list[MappingDocument], Field(max_length=100)]
    remote: Path | None = None
    local: Path | None = None

    @model_validator(mode="after")
    def _one_of_both(self) -> Self:
        if (self.remote is None) == (self.local is None):
            raise PydanticCustomError("either_path", "name one of remote and local")
        return self


class PathOutcome(BaseModel):
    """A path on both sides; `local` is null where it can be no path here.

    `is_there` says whether there is something here, and is null where that may not be looked at.
    """

    remote: str
    local: str | None
    is_there: bool | None


class KeyRotation(Sent):
    """How the key is changed: whether the keys before it are forgotten."""

    forget_old: bool = False


class KeyRotated(BaseModel):
    """How many secrets were sealed anew, and whose could not be opened."""

    sealed: int
    lost: list[str]


def problem_document(problem: Mapping[str, Any] | None) -> ProblemDocument | None:
    """Read a problem as it was stored."""
    return None if problem is None else ProblemDocument.model_validate(problem)
