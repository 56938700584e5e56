"""What can be set: importing a room's `settings.py` declares its settings."""

import inspect
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar, get_args

from pydantic import BaseModel, ConfigDict, SecretStr

from maestrarr.core.settings.errors import SettingsUnknown


class Settings(BaseModel):
    """The parent of a room's settings; each field has a default, bounds and a sentence of help."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        strict=True,
        allow_inf_nan=False,
        hide_input_in_errors=True,
        validate_default=True,
    )


Model = TypeVar("Model", bound=Settings)


@dataclass(frozen=True)
class Section:
    """A room's settings, as they were declared."""

    name: str
    title: str
    model: type[Settings]

    @property
    def help(self) -> str:
        """What the settings are about, in a sentence or two."""
        return inspect.getdoc(self.model) or ""

    @cached_property
    def secrets(self) -> frozenset[str]:
        """The fields that nobody may read."""
        fields = self.model.model_fields.items()
        return frozenset(
            name
            for name, field in fields
            if SecretStr in {field.annotation, *get_args(field.annotation)}
        )


_NAME = re.compile(r"[a-z]+(_[a-z]+)*")
_RESERVED = {"export", "import", "history"}  # what the API says in a name's place

_sections: dict[str, Section] = {}
_names: dict[type[Settings], str] = {}


def section(name: str, *, title: str) -> Callable[[type[Model]], type[Model]]:
    """Declare a class as the settings called `name`; its docstring is their help."""

    def declare(model: type[Model]) -> type[Model]:
        if name in _sections or name in _RESERVED or not _NAME.fullmatch(name):
            raise ValueError(f"Settings cannot be called {name}.")
        for field, about in model.model_fields.items():
            if about.is_required() or not about.description:
                raise ValueError(f"{name}.{field} needs a default and a description.")
        model()
        _sections[name] = Section(name, title, model)
        _names[model] = name
        return model

    return declare


def find(name: str) -> Section:
    """Return the settings of this name.

    Raises:
        SettingsUnknown: this version declares none.
    """
    if name not in _sections:
        raise SettingsUnknown(name)
    return _sections[name]


def name_of(model: type[Settings]) -> str:
    """Return the name under which a class was declared."""
    return _names[model]


def sections() -> list[Section]:
    """List all settings that are declared, by name."""
    return [_sections[name] for name in sorted(_sections)]
