"""The words of each language: the client's own, which stand beside this module in every install.

What has no words in a language, or bears facts that its words do not ask for, is None.
Source of how keys, forms and places are written: https://www.i18next.com/misc/json-format (v4).
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any, Final

from maestrarr.core.accounts.languages import Language

Facts = Mapping[str, Any]

_PLACE: Final = re.compile(r"{{(\w+)(, number)?}}")
_GROUPS: Final = {Language.EN: ",", Language.TR: ".", Language.FR: "\N{NARROW NO-BREAK SPACE}"}
_WORDS_OF_FACTS: Final = {  # facts that are words of ours, and where those of a language stand
    "role": "roles",
    "needed": "roles",
    "reason": "problems.disk",
    "obstacle": "why",
}


def say(language: Language, key: str, facts: Facts) -> str | None:
    """Say what stands under a key with its facts."""
    for each in _forms(language, key, facts):
        if (words := _words(language).get(each)) is not None:
            return _filled(language, words, facts)
    return None


def problem(language: Language, key: str, facts: Facts, *, with_hint: bool) -> str | None:
    """Say a problem by its key, and what to do about it where that is wanted."""
    known = _in_words(language, facts)
    sentence = say(language, f"problems.{key}.sentence", known)
    hint = say(language, f"problems.{key}.hint", known) if with_hint else None
    return " ".join(filter(None, (sentence, hint))) if sentence else None


def fault(language: Language, key: str, facts: Facts) -> str | None:
    """Say what is wrong with a file."""
    return say(language, f"faultCause.{key}", _in_words(language, facts))


def job(language: Language, kind: str, arguments: Facts) -> str | None:
    """Say what a job is called, by its kind and what it was given."""
    name = kind.replace(".", "_")
    said = arguments.get("said") or {}
    return (
        (said and say(language, f"runs.said.{said.get('key')}", said.get("facts") or {}))
        or say(language, f"jobTitle.{name}", arguments)
        or say(language, f"jobKind.{name}", arguments)
    )


@cache
def _words(language: Language) -> Mapping[str, str]:
    text = files(__package__).joinpath("locales", f"{language}.json").read_text("utf-8")
    return dict(_flat(json.loads(text)))


def _flat(words: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, str]]:
    for name, said in words.items():
        if isinstance(said, str):
            yield before + name, said
        else:
            yield from _flat(said, f"{before}{name}.")


def _forms(language: Language, key: str, facts: Facts) -> Iterator[str]:
    """Name a key by its reason and its number, the closest first."""
    reason, count = facts.get("reason"), facts.get("count")
    for each in (f"{key}_{reason}", key) if isinstance(reason, str) else (key,):
        if isinstance(count, int):
            if count == 0:
                yield f"{each}_zero"
            is_one = count == 1 or (count == 0 and language is Language.FR)
            yield f"{each}_{'one' if is_one else 'other'}"
        yield each


def _filled(language: Language, words: str, facts: Facts) -> str | None:
    """Put facts into their places; None where one is missing."""
    if any(facts.get(name) is None for name, _ in _PLACE.findall(words)):
        return None

    def fact(place: re.Match[str]) -> str:
        value = facts[place[1]]
        if place[2] and isinstance(value, int | float):
            return f"{value:,}".replace(",", _GROUPS[language])
        return str(value)

    return _PLACE.sub(fact, words)


def _in_words(language: Language, facts: Facts) -> Facts:
    """Put facts as a sentence takes them: words of ours in its language, lists in a row."""
    said = dict(facts)
    for name, value in facts.items():
        if name == "mistakes":
            said[name] = _mistakes(language, value, facts.get("more"))
        elif isinstance(value, Sequence) and not isinstance(value, str):
            said[name] = ", ".join(map(str, value))
        elif group := _WORDS_OF_FACTS.get(name):
            word = say(language, f"{group}.{value}", {"code": facts.get("code")})
            said["why" if name == "reason" else name] = word or value
    return said


def _mistakes(language: Language, found: Sequence[Facts], more: int | None) -> str:
    said = [
        f"{each['path']}: "
        + (say(language, f"problems.mistakes.{each['type']}", each["context"]) or each["sentence"])
        for each in found
    ]
    if more:
        said.append(say(language, "problems.more.mistakes", {"count": more}) or "")
    return "; ".join(said)
