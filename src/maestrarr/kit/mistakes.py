"""What is wrong with values that were given, so that any language can say it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails


class Mistake(TypedDict):
    """One value that does not fit: where, in which way, and within what it would.

    `type` and the numbers and words of `context` let another language say the same `sentence`.
    Source for the types: https://docs.pydantic.dev/latest/errors/validation_errors
    """

    path: str
    type: str
    context: dict[str, str | int | float]
    sentence: str


def mistake_of(details: "ErrorDetails", *, sentence: str | None = None, path: str = "") -> Mistake:
    """Take over what pydantic found, without the value itself: it may be a password."""
    return Mistake(
        path=path or ".".join(map(str, details["loc"])),
        type=details["type"],
        context={
            name: _listed(str(value)) if name == "expected" else value
            for name, value in details.get("ctx", {}).items()
            if isinstance(value, str | int | float) and name != "error"
        },
        sentence=details["msg"] if sentence is None else sentence,
    )


def _listed(choices: str) -> str:
    """Take the English out of `'skip', 'edit' or 'break'`."""
    return choices.replace(" or ", ", ").replace("'", "")


def in_a_row(mistakes: Sequence[Mistake], *, between: str = ": ") -> str:
    """Tell mistakes in a part of a sentence, each after its path."""
    return "; ".join(f"{each['path']}{between}{each['sentence']}" for each in mistakes)
