"""What can go wrong with settings, in words."""

from collections.abc import Sequence
from typing import ClassVar

from maestrarr.kit.errors import Invalid, NotFound, Problem

MOST_TOLD = 20


class SettingsUnknown(NotFound):
    """There are no settings of this name."""

    hint: ClassVar[str] = "`maestrarr settings list` names them all."

    def __init__(self, name: str) -> None:
        super().__init__(f"There is no setting called {name}.", name=name)


class SettingsWrong(Invalid):
    """What should be set cannot be; `facts["mistakes"]` lists everything that is wrong."""

    def __init__(self, mistakes: Sequence[str]) -> None:
        told = list(mistakes[:MOST_TOLD])
        if len(mistakes) > MOST_TOLD:
            told.append(f"and {len(mistakes) - MOST_TOLD} more")
        super().__init__(f"Nothing was set: {'; '.join(told)}.", mistakes=told)
        self.mistakes = list(mistakes)


class SettingsOutdated(Problem):
    """Somebody else has changed the same settings since they were read."""

    status: ClassVar[int] = 409
    hint: ClassVar[str] = "Look at what they are now, and set them again if that is still wanted."

    def __init__(self, name: str, *, seen: int, version: int) -> None:
        super().__init__(
            f"The settings of {name} were changed meanwhile (version {version}, not {seen}).",
            name=name,
            seen=seen,
            version=version,
        )


class NotAnExport(Invalid):
    """A document that should be exported settings is something else."""

    hint: ClassVar[str] = "`maestrarr settings export` writes what can be imported."

    def __init__(self, reason: str) -> None:
        super().__init__(f"This cannot be imported: {reason}.")
