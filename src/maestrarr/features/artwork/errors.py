"""What can go wrong about artwork, in words."""

from collections.abc import Mapping
from typing import ClassVar

from maestrarr.kit.errors import Invalid, NotFound, Problem, Reasoned


class PictureRefused(Reasoned):
    """A file is no picture that can be taken."""

    status: ClassVar[int] = 422
    hint: ClassVar[str] = "JPEG, PNG, WebP, GIF and BMP that stand still are taken."
    sentences: ClassVar[Mapping[str, str]] = {
        "not_an_image": "That is no picture that is known.",
        "broken": "The picture is cut off or damaged.",
        "too_large": "The picture has too many pixels or bytes: 40 million and 64 MB are the most.",
        "animated": "The picture moves; artwork stands still.",
        "too_small": "The picture is smaller than its type has to be.",
        "not_there": "There is no picture at that address.",
        "gone": "The file of this picture is gone.",
        "rejected": "A picture that shows the same was rejected.",
    }

    def __init__(self, reason: str) -> None:
        super().__init__(reason)


class CacheFull(Problem):
    """The cache of pictures cannot be written."""

    status: ClassVar[int] = 507
    hint: ClassVar[str] = "Make room on the disk of the data folder; it is tried again later."

    def __init__(self) -> None:
        super().__init__("There is no room for more pictures on the disk of the data folder.")


class CandidateUnknown(NotFound):
    """No candidate has this id."""

    hint: ClassVar[str] = "Search again: what a provider no longer offers is forgotten."

    def __init__(self) -> None:
        super().__init__("This picture is no longer offered.")


class ImageUnknown(NotFound):
    """There is no copy of a picture with this name."""

    def __init__(self) -> None:
        super().__init__("There is no such picture.")


class RejectionUnknown(NotFound):
    """No rejection has this id."""

    def __init__(self) -> None:
        super().__init__("This picture is not among the rejected ones.")


class TypeUnfit(Invalid):
    """A title has no pictures of this type."""

    def __init__(self, type_: str, kind: str, types: list[str]) -> None:
        super().__init__(
            f"A {kind} has no {type_}; it has {', '.join(types)}.",
            type=type_,
            kind=kind,
            types=types,
        )


class NumberUnfit(Invalid):
    """A picture would stand behind a gap, or there would be too many."""

    def __init__(self, type_: str, most: int) -> None:
        super().__init__(
            f"There can be {most} pictures of the type {type_}.", type=type_, most=most
        )


class NothingOutside(Problem):
    """No connected service offers artwork."""

    status: ClassVar[int] = 409
    hint: ClassVar[str] = "Connect TMDB, TheTVDB or fanart.tv, or upload a picture of your own."

    def __init__(self) -> None:
        super().__init__("No connected service offers artwork.")
