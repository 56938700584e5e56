"""What onboarding asks, as one who sits elsewhere answers it: a file, options, or a person."""

from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, SecretStr

from maestrarr.features.library.group import LibraryKind
from maestrarr.features.library.states import Automation

Text = Annotated[str, Field(min_length=1, max_length=2000)]


class _Answer(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class AccountAnswer(_Answer):
    """The first admin."""

    name: Text
    password: SecretStr


class LibraryAnswer(_Answer):
    """A library: its folders, its kind, and its name unless it is called as the first of them."""

    kind: LibraryKind
    folders: Annotated[list[Path], Field(min_length=1)]
    name: Text | None = None


class MappingAnswer(_Answer):
    """A folder as a service writes it, and as it is called here."""

    remote: Text
    local: Text


class ConnectionAnswer(_Answer):
    """A service, and what it is told; `server` is how it reaches this one, if it shall report."""

    kind: Text
    config: dict[str, Text | None] = Field(default={}, repr=False)
    mappings: list[MappingAnswer] = []
    server: Text | None = None


class Answers(_Answer):
    """Everything that was answered; what is left out is skipped."""

    account: AccountAnswer | None = None
    libraries: list[LibraryAnswer] = []
    connections: list[ConnectionAnswer] = []
    language: Text | None = None
    hear: list[Text] | None = None
    automation: Automation | None = None
    run: bool = False
