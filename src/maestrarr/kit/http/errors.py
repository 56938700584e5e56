"""What can come of asking a service, told without its secrets."""

from collections.abc import Mapping
from datetime import datetime
from typing import ClassVar

from maestrarr.kit.errors import Invalid, Problem, Reasoned


class Unreachable(Reasoned):
    """A service gives no answer that could be used; `retry_at` says when it is asked again."""

    status: ClassVar[int] = 502
    hint: ClassVar[str] = "Look whether it runs, and whether its address is right."
    sentences: ClassVar[Mapping[str, str]] = {
        "unknown": "No address is known for {host}.",
        "refused": "{host} cannot be connected to.",
        "encryption": "The certificate or the encryption of {host} does not hold.",
        "silent": "{host} did not answer in time.",
        "broken_off": "{host} broke its answer off.",
        "failing": "{host} says that it cannot answer now ({code}).",
        "circling": "{host} leads on and on, and nowhere.",
        "resting": "{host} has failed several times: it is left alone for {seconds} seconds.",
    }

    def __init__(
        self,
        reason: str,
        host: str,
        *,
        code: int = 0,
        seconds: int = 0,
        retry_at: datetime | None = None,
    ) -> None:
        super().__init__(reason, host=host, code=code, seconds=seconds)
        self.retry_at = retry_at


class Throttled(Problem):
    """A service takes no more requests for a while: `retry_after` seconds."""

    status: ClassVar[int] = 503
    hint: ClassVar[str] = "Nothing has to be done: it is asked again later."

    def __init__(self, host: str, retry_after: float) -> None:
        super().__init__(
            f"{host} takes no more requests for {round(retry_after)} seconds.",
            host=host,
            seconds=round(retry_after),
        )
        self.retry_after = retry_after


class ForbiddenAddress(Reasoned):
    """An address that is not called."""

    status: ClassVar[int] = 422
    sentences: ClassVar[Mapping[str, str]] = {
        "inside": "{host} is not called: it lies in a private network, not on the internet.",
        "special": "{host} is not called: its address serves a network's own purposes.",
        "spelling": "{host} is not called: that is neither a name nor an address of a host.",
        "scheme": "{host} is not called: only http and https are.",
        "unencrypted": "{host} is not called: an encrypted page led on to one that is not.",
    }

    def __init__(self, reason: str, host: str) -> None:
        super().__init__(reason, host=host)


class TooLarge(Problem):
    """An answer is larger than the service's answers may be."""

    status: ClassVar[int] = 502

    def __init__(self, host: str, largest_bytes: int) -> None:
        super().__init__(
            f"{host} sent more than {largest_bytes:,} bytes.",
            host=host,
            largest_bytes=largest_bytes,
        )


class Garbled(Reasoned):
    """An answer that cannot be read."""

    status: ClassVar[int] = 502
    hint: ClassVar[str] = "Look whether that address is the service's own."
    sentences: ClassVar[Mapping[str, str]] = {
        "no_http": "{host} answered what is not HTTP.",
        "damaged": "{host} sent an answer that cannot be unpacked.",
        "no_json": "{host} sent an answer that is not JSON.",
        "unexpected": "{host} sent an answer of another form than is known of it.",
    }

    def __init__(self, reason: str, host: str) -> None:
        super().__init__(reason, host=host)


class UnfitSecret(Invalid):
    """A key or password holds what no request can carry."""

    hint: ClassVar[str] = "Copy it once more, without anything around it."

    def __init__(self) -> None:
        super().__init__("The key holds characters that no key has.")
