"""What a kind of services has to be told, as a form can ask for it."""

import re
from dataclasses import dataclass
from typing import Any, Final, Literal

from maestrarr.providers.base import Kind

_WORD_START: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One thing to be told: an address, a word or a secret; `usual` holds unless it is said."""

    name: str
    form: Literal["url", "text", "secret"]
    is_needed: bool
    usual: str | None = None


def abilities_of(kind: Kind[Any]) -> list[str]:
    """Name what services of a kind can do: `searches_titles` is what SearchesTitles can."""
    return sorted(_WORD_START.sub("_", ability.__name__).lower() for ability in kind.capabilities)


def fields_of(kind: Kind[Any]) -> list[Field]:
    """List what a kind has to be told, in the order in which it is asked for."""
    return [
        Field(
            name=name,
            form="secret" if name in kind.secrets else "url" if name == "url" else "text",
            is_needed=field.is_required(),
            usual=None if field.is_required() else field.default,
        )
        for name, field in kind.config.model_fields.items()
    ]
