"""What can go wrong with an outside service beside a connection that fails.

`service` is its name as people know it. That it cannot be reached, wants fewer questions or answers
with nonsense is said by kit.http; `LATER` names those failures, which pass by themselves.
"""

from collections.abc import Mapping
from typing import ClassVar, Final

from maestrarr.kit.errors import Problem, Reasoned
from maestrarr.kit.http.errors import Garbled, Throttled, TooLarge, Unreachable

LATER: Final = (Unreachable, Throttled, Garbled, TooLarge)


class NotThere(Reasoned):
    """The service knows nothing under this id, or not as what was asked for."""

    status: ClassVar[int] = 404
    hint: ClassVar[str] = "Look whether it is named right, and whether the service still has it."
    sentences: ClassVar[Mapping[str, str]] = {
        "movie": "{service} knows no movie {id}.",
        "series": "{service} knows no series {id}.",
        "set": "{service} knows no set {id}.",
        "folder": "{service} has no folder {id}.",
        "managed": "{service} looks after no title {id}.",
        "subtitle": "{service} has no subtitle {id}.",
    }

    def __init__(self, kind: str, service: str, id: str) -> None:  # noqa: A002  # as facts say
        super().__init__(kind, service=service, id=id)


class Refused(Reasoned):
    """The service does not let us in."""

    status: ClassVar[int] = 502
    hint: ClassVar[str] = "Correct the key or the password in the connection, and test it."
    sentences: ClassVar[Mapping[str, str]] = {
        "key": "{service} does not accept the key.",
        "password": "{service} does not accept the name and the password.",
        "forbidden": "{service} knows us, and does not allow this.",
        "account": "{service} wants the name and the password of an account for this.",
    }

    def __init__(self, reason: str, service: str) -> None:
        super().__init__(reason, service=service)


class Declined(Problem):
    """The service has understood what it was asked to do, and does not do it."""

    status: ClassVar[int] = 409
    hint: ClassVar[str] = "What it says is its own: look there."

    def __init__(self, service: str, said: str) -> None:
        super().__init__(f"{service} says: {said}", service=service, said=said[:500])


class AnotherService(Problem):
    """Something answers at the address, but it is not the service."""

    status: ClassVar[int] = 502
    hint: ClassVar[str] = "Look at the address: its port, and the path behind it if there is one."

    def __init__(self, service: str, host: str) -> None:
        super().__init__(f"{host} answers, but not as {service} does.", service=service, host=host)
