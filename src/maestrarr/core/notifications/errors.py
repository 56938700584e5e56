"""What can go wrong with telling people, in words."""

from collections.abc import Mapping
from typing import ClassVar

from maestrarr.kit.errors import Invalid, NotFound, Problem, Reasoned


class ChannelUnknown(NotFound):
    """There is no channel with this id or name."""

    hint: ClassVar[str] = "It may have been removed; read the list again."

    def __init__(self, name: str) -> None:
        super().__init__(f"There is no channel {name}.", name=name)


class ChannelNameTaken(Problem):
    """Two channels of one user would have one name."""

    status: ClassVar[int] = 409
    hint: ClassVar[str] = "Choose another name."

    def __init__(self, name: str) -> None:
        super().__init__(f"There is a channel called {name} already.", name=name)


class TooManyChannels(Problem):
    """A user has as many channels as anybody may have."""

    status: ClassVar[int] = 409
    hint: ClassVar[str] = "Remove one that is not needed any more."

    def __init__(self, most: int) -> None:
        super().__init__(f"There are {most} channels already.", most=most)


class AddressUnfit(Reasoned):
    """What was entered as a channel's address leads nowhere."""

    status: ClassVar[int] = 422
    hint: ClassVar[str] = "Correct the address; the page on notifications has examples."
    sentences: ClassVar[Mapping[str, str]] = {
        "url": "That is no address of a service as Apprise writes it, such as ntfy://topic.",
        "service": "{name}:// is none of the services that can be told.",
        "option": "{name} may not be said in an address: it names files of this machine.",
        "webhook": "A webhook's address begins with http:// or https://.",
        "token": "A phone's token looks like ExponentPushToken[…].",
    }

    def __init__(self, reason: str, name: str = "") -> None:
        super().__init__(reason, name=name)


class WhoseChannels(Invalid):
    """The terminal of the machine asks, and did not say about whom."""

    hint: ClassVar[str] = "Name the user whose channels are meant."

    def __init__(self) -> None:
        super().__init__("The terminal is nobody in particular, so it has no channels.")


class NotYours(Problem):
    """Somebody asks about another's channels."""

    status: ClassVar[int] = 403
    hint: ClassVar[str] = "Each user says for themselves where they are told, and what."

    def __init__(self, name: str) -> None:
        super().__init__(f"The channels of {name} are only theirs to see.", name=name)


class NotAccepted(Reasoned):
    """Whoever should have passed something on did not take it; `is_for_good`: nor ever will."""

    status: ClassVar[int] = 502
    hint: ClassVar[str] = "Look whether the address is still right, then test the channel."
    sentences: ClassVar[Mapping[str, str]] = {
        "answer": "{host} did not take it ({code}).",
        "gone": "{host} says that this address is no more.",
        "service": "{host} did not take it: {said}",
        "silent": "{host} did not answer in time.",
    }

    def __init__(
        self, reason: str, host: str, *, code: int = 0, said: str = "", is_for_good: bool = False
    ) -> None:
        super().__init__(reason, host=host, code=code, said=said)
        self.is_for_good = is_for_good
