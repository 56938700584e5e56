"""What can go wrong with the log, in words."""

from typing import ClassVar

from maestrarr.kit.errors import Invalid


class NoSuchPlace(Invalid):
    """What should say where to go on in the log is no place in it."""

    hint: ClassVar[str] = "Send the id of an entry, or the `next` of a page, as it was."

    def __init__(self) -> None:
        super().__init__("That is no place in the log.")


class OneWayOnly(Invalid):
    """A page was asked for that lies before one place and after another."""

    hint: ClassVar[str] = "Send one of the two."

    def __init__(self) -> None:
        super().__init__("The log is read either backwards, before a place, or on after one.")
