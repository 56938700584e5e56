"""What can go wrong between a command and the API that it asks, in words."""

from typing import ClassVar

from maestrarr.kit.errors import Fact, Invalid, Problem


class AddressUnfit(Invalid):
    """The address of a server cannot be understood."""

    hint: ClassVar[str] = "Write it as in --server https://films.example.org."

    def __init__(self, address: str) -> None:
        super().__init__(f"{address} is no address of a server.", address=address)


class TokenNeeded(Invalid):
    """A server is named, and nothing that lets in there."""

    hint: ClassVar[str] = "Give one with --token or MAESTRARR_TOKEN; `tokens make` makes them."

    def __init__(self, address: str) -> None:
        super().__init__(f"The server {address} wants a token.", address=address)


class TokenUnfit(Invalid):
    """A token holds what none can."""

    def __init__(self) -> None:
        super().__init__("The token has characters that no token has.")


class TokenRefused(Problem):
    """The server does not know the token, or it has expired."""

    status: ClassVar[int] = 401
    hint: ClassVar[str] = "Give one that is still valid with --token or MAESTRARR_TOKEN."

    def __init__(self, address: str) -> None:
        super().__init__(f"The server {address} does not accept the token.", address=address)


class LocalTokenRefused(Problem):
    """The server on this data folder does not see that a command of its machine asks."""

    status: ClassVar[int] = 401
    hint: ClassVar[str] = "Run it where the server runs, or name the server with --server."

    def __init__(self, address: str) -> None:
        super().__init__(
            f"The server on this data folder, {address}, takes this for another machine.",
            address=address,
        )


class ServerAway(Problem):
    """Nothing answers where the server should be, or not in time."""

    status: ClassVar[int] = 503
    hint: ClassVar[str] = "Check the address, and that the server runs."

    def __init__(self, address: str, reason: str) -> None:
        super().__init__(f"The server {address} cannot be reached: {reason}.", address=address)


class NotOurs(Problem):
    """What answers is no Maestrarr, or a proxy in front of one."""

    status: ClassVar[int] = 502
    hint: ClassVar[str] = "Check the address, and what stands between."

    def __init__(self, address: str, reason: str) -> None:
        super().__init__(f"{address} does not answer as Maestrarr does: {reason}.", address=address)


class OtherVersion(Problem):
    """The server is of a version with which this one cannot do what was asked."""

    status: ClassVar[int] = 409
    hint: ClassVar[str] = "Use the same version on both sides."

    def __init__(self, address: str, reason: str) -> None:
        super().__init__(
            f"The server {address} seems to be of another version: {reason}.", address=address
        )


class Refusal(Problem):
    """What the API refused, in its own words."""

    def __init__(self, sentence: str, *, advice: str, named: str, **facts: Fact) -> None:
        super().__init__(sentence, **facts)
        self.advice = advice
        self.named = named

    @property
    def key(self) -> str:
        """The name that the API gave the problem."""
        return self.named

    def __str__(self) -> str:
        return f"{self.sentence} {self.advice}".rstrip()


class FaultThere(Refusal):
    """The API made a mistake; the log where it runs has its traceback."""

    status: ClassVar[int] = 500
