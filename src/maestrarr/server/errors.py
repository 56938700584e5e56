"""What can go wrong with a request before or after any room has it, in words."""

from typing import ClassVar

from maestrarr.kit.errors import Invalid, NotFound, Problem
from maestrarr.kit.mistakes import Mistake, in_a_row

LARGEST_BODY_BYTES = 1024 * 1024
LARGEST_HEAD_BYTES = 64 * 1024


class NoSuchAddress(NotFound):
    """Nothing answers at this address."""

    def __init__(self) -> None:
        super().__init__("There is nothing at this address.")


class OtherMethod(Problem):
    """The address answers, but to other methods."""

    status: ClassVar[int] = 405

    def __init__(self, allowed: list[str]) -> None:
        sentence = f"This address answers to {' and '.join(allowed)} only."
        super().__init__(sentence, allowed=allowed)


class Unreadable(Problem):
    """The request's body is not JSON."""

    hint: ClassVar[str] = "Send JSON, with the content type application/json."

    def __init__(self) -> None:
        super().__init__("The body of the request cannot be read.")


class Unfit(Invalid):
    """The request has mistakes; the fact `mistakes` lists them, without what was sent."""

    def __init__(self, mistakes: list[Mistake]) -> None:
        count = "a mistake" if len(mistakes) == 1 else f"{len(mistakes)} mistakes"
        super().__init__(f"The request has {count}: {in_a_row(mistakes)}.", mistakes=mistakes)


class BodyTooLarge(Problem):
    """The request's body is larger than any that is needed."""

    status: ClassVar[int] = 413

    def __init__(self, largest_bytes: int = LARGEST_BODY_BYTES) -> None:
        super().__init__(
            f"The body of a request has at most {largest_bytes:,} bytes.",
            largest_bytes=largest_bytes,
        )


class HeadTooLarge(Problem):
    """The request's address and headers are larger than any that are needed."""

    status: ClassVar[int] = 431

    def __init__(self) -> None:
        super().__init__(
            f"The headers of a request have at most {LARGEST_HEAD_BYTES:,} bytes.",
            largest_bytes=LARGEST_HEAD_BYTES,
        )


class NoRequest(Problem):
    """What came over the connection is no request."""

    def __init__(self) -> None:
        super().__init__("That is no HTTP request.")


class FromElsewhere(Problem):
    """A page of another origin tried to change something with the user's browser."""

    status: ClassVar[int] = 403
    hint: ClassVar[str] = "A script sends its token in the header Authorization, and no cookie."

    def __init__(self) -> None:
        super().__init__("Requests that change something come from this server's own pages only.")


class UnknownHost(Problem):
    """The request calls the server by a name that is not known to be its own."""

    hint: ClassVar[str] = (
        "Call it by its address, or add the name to allowed_hosts in the configuration; "
        "behind a reverse proxy, name the proxy's address in trusted_proxies."
    )

    def __init__(self, host: str) -> None:
        super().__init__(f"This server is not known as {host[:253]}.", host=host[:253])


class Refused(Problem):
    """The request was refused for a reason that only its status tells."""

    def __init__(self, sentence: str, status: int) -> None:
        super().__init__(sentence, status=status)


class DatabaseAway(Problem):
    """The database does not answer, or cannot be written."""

    status: ClassVar[int] = 503
    hint: ClassVar[str] = "Try again; /ready tells how the parts of the server are."

    def __init__(self) -> None:
        super().__init__("The database cannot be used at the moment.")


class DiskFull(Problem):
    """There is no space left for what the database should keep."""

    status: ClassVar[int] = 507
    hint: ClassVar[str] = "Free some space; then it goes on by itself."

    def __init__(self) -> None:
        super().__init__("The disk is full, so nothing can be stored.")


class NotStorable(Invalid):
    """A value has a form that the database does not take."""

    def __init__(self) -> None:
        super().__init__("A value of the request cannot be stored or looked for.")


class SameMoment(Problem):
    """Two asked for the same at the same moment, and the other was first."""

    status: ClassVar[int] = 409
    hint: ClassVar[str] = "Look at what is there now, and ask again if something is still amiss."

    def __init__(self) -> None:
        super().__init__("Somebody else did the same at this moment.")


class Fault(Problem):
    """A mistake of ours; the log has its traceback under the same id."""

    status: ClassVar[int] = 500
    hint: ClassVar[str] = "Look for the id in the server's log, and report what it says there."

    def __init__(self, request_id: str) -> None:
        super().__init__("The server made a mistake.", request_id=request_id)


class NoCursor(Invalid):
    """What should say where to go on in the stream of events is not one of its ids."""

    hint: ClassVar[str] = "Send the id of the last event as it was, or none to begin with now."

    def __init__(self) -> None:
        super().__init__("That is not the id of an event.")


class NoTopic(Invalid):
    """Events of this topic do not exist, so who waited for them would wait for ever."""

    def __init__(self, topic: str, known: list[str]) -> None:
        super().__init__(
            f"There is no topic {topic}; there are {', '.join(known)}.", topic=topic, known=known
        )
