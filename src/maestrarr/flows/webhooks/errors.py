"""What can go wrong with reports, in words."""

from typing import ClassVar

from maestrarr.kit.errors import NotFound, Problem


class NoSuchListener(NotFound):
    """Nothing here listens to services of this kind."""

    hint: ClassVar[str] = "Use the address that the settings show for the connection."

    def __init__(self, kind: str) -> None:
        super().__init__(f"Nothing here listens to {kind[:40]}.", kind=kind[:40])


class UnknownSender(Problem):
    """Who sends this is not known: a wrong secret, or none."""

    status: ClassVar[int] = 401
    hint: ClassVar[str] = "Copy the whole address from the settings, with the secret at its end."

    def __init__(self) -> None:
        super().__init__("The sender is not known here.")


class WhichConnection(Problem):
    """The short address stands for the only connection of a kind, and there are several."""

    status: ClassVar[int] = 409
    hint: ClassVar[str] = "Give each of them its own address: the settings show it."

    def __init__(self, kind: str, count: int) -> None:
        sentence = f"There are {count} connections of this kind, so {kind} needs its own address."
        super().__init__(sentence, kind=kind, count=count)


class NoSuchDelivery(NotFound):
    """There is no delivery with this id, or no longer."""

    def __init__(self, delivery_id: str) -> None:
        super().__init__(f"There is no delivery {delivery_id}.", id=delivery_id)


class CannotReport(NotFound):
    """There is no such connection, or it is none that reports by itself."""

    hint: ClassVar[str] = "Choose one of those that are listed."

    def __init__(self, connection_id: str) -> None:
        super().__init__(f"No connection {connection_id} reports by itself.", id=connection_id)


class SetUpByHand(Problem):
    """This service cannot be told by us where to report."""

    status: ClassVar[int] = 409
    hint: ClassVar[str] = "Copy the address into its own settings for webhooks."

    def __init__(self, service: str) -> None:
        super().__init__(f"{service} has to be set up by hand.", service=service)
