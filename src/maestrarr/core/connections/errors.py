"""What can go wrong with connections, in words."""

from collections.abc import Mapping
from typing import ClassVar

from pydantic import ValidationError

from maestrarr.kit.errors import Invalid, NotFound, Problem, Reasoned
from maestrarr.kit.mistakes import in_a_row, mistake_of


class KindUnknown(NotFound):
    """There is no kind of services of this name."""

    hint: ClassVar[str] = "Choose one of those that are offered."

    def __init__(self, kind: str) -> None:
        super().__init__(f"There is no kind of services called {kind}.", kind=kind)


class ConnectionUnknown(NotFound):
    """There is no connection with this id."""

    hint: ClassVar[str] = "It may have been removed; read the list again."

    def __init__(self, name: str) -> None:
        super().__init__(f"There is no connection {name}.", name=name)


class NeedsMore(Invalid):
    """What was said of a connection is not what its kind needs; `mistakes` names each place."""

    hint: ClassVar[str] = "Correct what is named."

    def __init__(self, service: str, error: ValidationError) -> None:
        mistakes = [
            mistake_of(details, path=".".join(["config", *map(str, details["loc"])]))
            for details in error.errors(include_url=False, include_input=False)
        ]
        sentence = f"{service} cannot be connected so: {in_a_row(mistakes)}."
        super().__init__(sentence, service=service, mistakes=mistakes)


class SecretNeeded(Invalid):
    """A key that was entered for one address would be told to another."""

    hint: ClassVar[str] = "Enter the key or the password again."

    def __init__(self, service: str) -> None:
        super().__init__(
            f"What lets us in to {service} was entered for another address.", service=service
        )


class ConnectionNameTaken(Problem):
    """Two connections of one owner would have one name."""

    status: ClassVar[int] = 409
    hint: ClassVar[str] = "Choose another name."

    def __init__(self, name: str) -> None:
        super().__init__(f"There is a connection called {name} already.", name=name)


class TooManyConnections(Problem):
    """There are as many connections as there may be."""

    status: ClassVar[int] = 409
    hint: ClassVar[str] = "Remove one that is not needed any more."

    def __init__(self, most: int) -> None:
        super().__init__(f"There are {most} connections already.", most=most)


class OrderUnfit(Problem):
    """An order does not name each connection once."""

    status: ClassVar[int] = 409
    hint: ClassVar[str] = "Look at them again, and then order them."

    def __init__(self) -> None:
        super().__init__("The connections have changed meanwhile.")


class MappingUnfit(Reasoned):
    """A path mapping says nothing that could be followed."""

    status: ClassVar[int] = 422
    hint: ClassVar[str] = "Such as D:\\Films or /data/films there, and /srv/films here."
    sentences: ClassVar[Mapping[str, str]] = {
        "remote": "{path} is no whole path there.",
        "local": "{path} is no whole path here.",
        "twice": "{path} is mapped twice.",
    }

    def __init__(self, reason: str, path: str) -> None:
        super().__init__(reason, path=path)
