"""Why a part of a score is so: keys and facts, which a client says in its own language.

The sentences in English stand here; `client/src/i18n/locales` has those of every language.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType
from typing import Any, Final

from maestrarr.media.languages import name_in

ENGLISH: Final[Mapping[str, str]] = MappingProxyType(
    {
        "language_unknown": "its language is not known",
        "language_wanted": "in {language}, choice {place} of {count}",
        "language_unwanted": "in {language}, which is not asked for",
        "textless_wanted": "without text, choice {place} of {count}",
        "textless_unwanted": "without text, which is not asked for",
        "size": "{width} × {height}",
        "size_unknown": "its size is not known",
        "no_votes": "nobody voted",
        "likes": "{votes} likes",
        "rated": "{rating} by {votes} votes",
        "shape_unknown": "its shape is not known",
        "shape_right": "the right shape",
        "shape_off": "its shape is {percent}% off",
        "provider": "from {provider}",
        "provider_placed": "from {provider}, provider {place} of {count}",
    }
)
# How a picture came to be taken where the score did not choose it.
BY_HAND: Final[Mapping[str, str]] = MappingProxyType(
    {
        "picked": "Somebody picked it.",
        "uploaded": "Somebody uploaded it.",
        "pasted": "Somebody named its address.",
    }
)


@dataclass(frozen=True, slots=True)
class Said:
    """One thing that is said; a fact named `language` is a tag."""

    key: str
    facts: Mapping[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        return _in_english(self.key, tuple(self.facts.items()))


@lru_cache(maxsize=4_096)
def _in_english(key: str, facts: tuple[tuple[str, Any], ...]) -> str:
    return ENGLISH[key].format_map({name: _WORDS.get(name, str)(fact) for name, fact in facts})


def _number(value: float) -> str:
    return f"{value:g}"


_WORDS: Final[Mapping[str, Any]] = {"language": name_in, "rating": _number}
