"""Expected failures, told to the reader in words."""

import re
from collections.abc import Mapping
from typing import ClassVar, TypeAlias

from maestrarr.kit.mistakes import Mistake

Fact: TypeAlias = "str | int | float | bool | list[str] | list[Mistake] | None"

_WORD_START = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")


class Problem(Exception):
    """An expected failure: what happened, to which thing, and what to do about it.

    `key` and `facts` let another language say the same sentence; `status` is its HTTP status
    (RFC 9457), `hint` the next step, and `skips` makes a job end as skipped, not as failed.
    """

    status: ClassVar[int] = 400
    hint: ClassVar[str] = ""
    skips: ClassVar[bool] = False

    def __init__(self, sentence: str, **facts: Fact) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.facts = facts

    @property
    def key(self) -> str:
        """The name under which translations find this problem, such as `library.root_missing`."""
        parts = type(self).__module__.split(".")
        room = parts[-2] if parts[-1] == "errors" else parts[-1]
        return f"{room}.{_WORD_START.sub('_', type(self).__name__).lower()}"

    def __str__(self) -> str:
        return f"{self.sentence} {self.hint}".rstrip()


class Reasoned(Problem):
    """A failure that has one of several reasons: its fact `reason` chooses the sentence.

    `sentences` holds one for each reason, with the other facts' places in it.
    """

    sentences: ClassVar[Mapping[str, str]]

    def __init__(self, reason: str, **facts: Fact) -> None:
        super().__init__(self.sentences[reason].format(**facts), reason=reason, **facts)
        self.reason = reason


class NotFound(Problem):
    """What was asked for is not here."""

    status: ClassVar[int] = 404


class Invalid(Problem):
    """What was given cannot be used as it is."""

    status: ClassVar[int] = 422
