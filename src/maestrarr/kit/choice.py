"""A decision and the sentence that explains it."""

from dataclasses import dataclass
from typing import Generic, TypeVar

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Choice(Generic[Value]):
    """What was decided, and why, in one sentence for the user."""

    value: Value
    reason: str
