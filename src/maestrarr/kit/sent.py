"""What is sent to us, as every room takes it."""

from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict, model_validator
from pydantic_core import PydanticCustomError

MOST_STRANGE_NAMES = 20


class Sent(BaseModel):
    """The parent of what is sent to us: nothing that is not named in it, and nothing endless.

    Each name too many is a mistake to be told, and a megabyte holds a hundred thousand of them.
    """

    model_config: ClassVar[ConfigDict] = ConfigDict(extra="forbid", frozen=True)

    @model_validator(mode="before")
    @classmethod
    def _few_names(cls, sent: Any) -> Any:  # noqa: ANN401  # whatever it is
        most = len(cls.model_fields) + MOST_STRANGE_NAMES
        if isinstance(sent, dict) and len(sent) > most:
            words = "There are at most {most} fields"
            raise PydanticCustomError("too_many_names", words, {"most": len(cls.model_fields)})
        return sent


def split_at_commas(sent: Any) -> Any:  # noqa: ANN401  # whatever it is
    """Take words that are sent one by one, or in a row between commas: `id,title`."""
    if not isinstance(sent, list):
        return sent
    rows = (each.split(",") if isinstance(each, str) else [each] for each in sent)
    return [word for row in rows for word in row]
