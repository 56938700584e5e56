"""What can go wrong with settings, in words."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from maestrarr.kit.errors import Invalid, NotFound, Problem, Reasoned
from maestrarr.kit.mistakes import Mistake, in_a_row

MOST_TOLD = 20


class SettingsUnknown(NotFound):
    """There are no settings of this name."""

    hint: ClassVar[str] = "The list of settings names them all."

    def __init__(self, name: str) -> None:
        super().__init__(f"There is no setting called {name}.", name=name)


class SettingsWrong(Invalid):
    """What should be set cannot be; `mistakes` are the first, and `more` says how many follow."""

    def __init__(self, mistakes: Sequence[Mistake]) -> None:
        told, more = list(mistakes[:MOST_TOLD]), max(len(mistakes) - MOST_TOLD, 0)
        row = in_a_row(told, between=" ") + (f"; and {more} more" if more else "")
        super().__init__(f"Nothing was set: {row}.", mistakes=told, more=more)
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


class NotAnExport(Reasoned, Invalid):
    """A document that should be exported settings is something else."""

    hint: ClassVar[str] = "An export of settings writes what can be imported."
    sentences: ClassVar[Mapping[str, str]] = {
        "no_json": "This cannot be imported: it is not JSON.",
        "empty": "This cannot be imported: it names no settings.",
        "too_many": "This cannot be imported: it names more than can be set.",
    }
