"""The news of settings."""

from dataclasses import dataclass
from typing import ClassVar

from maestrarr.core.events.events import Event


@dataclass(frozen=True, slots=True)
class SettingsChanged(Event):
    """The settings called `name` are now of this version."""

    topic: ClassVar[str] = "system"
    kind: ClassVar[str] = "settings.changed"
    audience: ClassVar[str] = "admin"

    name: str
    version: int
