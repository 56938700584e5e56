"""Why a track plays first: clauses by key and facts, which a client says in its own language.

The sentences in English stand here; `client/src/i18n/locales` has those of every language.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, Generic, TypeVar

from maestrarr.media.languages import name_in

Value = TypeVar("Value")

ENGLISH: Final[Mapping[str, str]] = {
    "pinned_track": "You pinned this track",
    "pinned_language": "You pinned {language} for this title",
    "original": "{language} is the original language",
    "original_of_rule": "{language} is the original language, which the rule “{rule}” wants",
    "choice": "{language} is your {place} choice",
    "choice_of_rule": "{language} is the {place} choice of the rule “{rule}”",
    "best_original": "of {count} such tracks this one is marked as the original",
    "best_more_channels": "of {count} such tracks this one has more channels",
    "best_fewer_channels": "of {count} such tracks this one has fewer channels",
    "best_codec": "of {count} such tracks this one has the better codec",
    "best_bitrate": "of {count} such tracks this one has the higher bitrate",
    "best_place": "of {count} such tracks this one stands first",
    "passed_over": "passed over: {roles}",
    "no_audio": "This file has no audio track",
    "no_wish": "The original language is not known, and you prefer no language",
    "none_fits": "No track is in {languages}",
    "only_others": "In {languages} there is only: {roles}",
    "silent": "{silent} of {count} tracks do not say their language",
    "full_subtitles": "Subtitles in {language} show, for they are read",
    "forced_subtitles": "Its forced subtitles show",
    "no_subtitles": "No subtitles show by themselves",
    "left_alone": "Files of the kind {container} are left alone, as the settings say",
    "obstacle_no_track_fits": "No track fits",
    "obstacle_unreadable": "This file cannot be read",
    "obstacle_silent_disk": "The disk does not answer",
    "obstacle_unsupported": "This kind of file has no flag that says what plays first",
    "obstacle_truncated": "The end of this file is missing",
    "obstacle_damaged": "The header of this file is damaged",
    "obstacle_no_such_track": "The track that should play first is no longer in this file",
    "obstacle_hard_links": (
        "It has {count} names on its disk, and its library leaves such files alone"
    ),
    "obstacle_layout": "Its header leaves no room for what has to be said",
    "obstacle_would_lose_something": "A copy of it would lose something",
    "obstacle_not_needed": "No copy of it is needed",
    "obstacle_too_large": "It is larger than what is copied, as the settings say",
    "obstacle_no_space": "There is no space for a copy of it",
    "obstacle_too_slow": "Copying it takes longer than the settings allow",
    "obstacle_stopped": "Copying it was stopped",
    "obstacle_not_the_same": "Its copy did not hold the same pictures and sound",
    "obstacle_failed": "Copying it failed",
    "no_flag": (
        "It stays as it is: a file of the kind {container} has no flag that says what plays first"
    ),
}
_ORDINALS: Final = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")
_ENDINGS: Final = {1: "st", 2: "nd", 3: "rd"}


@dataclass(frozen=True, slots=True)
class Clause:
    """One thing that is said; `facts` hold languages by their tags and roles by their names."""

    key: str
    facts: Mapping[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        return ENGLISH[self.key].format_map(
            {name: _WORDS.get(name, str)(fact) for name, fact in self.facts.items()}
        )


@dataclass(frozen=True, slots=True)
class Reason:
    """Sentences, each of clauses."""

    sentences: tuple[tuple[Clause, ...], ...]

    def __str__(self) -> str:
        return " ".join(f"{'; '.join(map(str, clauses))}." for clauses in self.sentences)

    def __add__(self, more: "Reason") -> "Reason":
        return Reason(self.sentences + more.sentences)

    def to_json(self) -> list[list[dict[str, Any]]]:
        """Write it for the database and for clients."""
        return [
            [{"key": clause.key, "facts": dict(clause.facts)} for clause in clauses]
            for clauses in self.sentences
        ]


@dataclass(frozen=True, slots=True)
class Explained(Generic[Value]):
    """What was decided, and why."""

    value: Value
    why: Reason

    @property
    def reason(self) -> str:
        """Why, in English."""
        return str(self.why)


def say(key: str, **facts: object) -> Reason:
    """Say one thing in a sentence of its own."""
    return Reason(((Clause(key, facts),),))


def obstacle(name: str, **facts: object) -> Reason:
    """Say what keeps a file from being edited."""
    return say(f"obstacle_{name.replace(' ', '_')}", **facts)


def _place(place: int) -> str:
    if place <= len(_ORDINALS):
        return _ORDINALS[place - 1]
    is_teen = place // 10 % 10 == 1
    return f"{place}{'th' if is_teen else _ENDINGS.get(place % 10, 'th')}"


def _languages(tags: Sequence[str]) -> str:
    named = [name_in(tag) for tag in tags]
    return " or ".join([", ".join(named[:-1]), named[-1]] if len(named) > 1 else named)


def _roles(roles: Mapping[str, int]) -> str:
    named = (f"{count} × {role}" if count > 1 else role for role, count in roles.items())
    return ", ".join(named)


_WORDS: Final[Mapping[str, Any]] = {
    "language": name_in,
    "languages": _languages,
    "place": _place,
    "roles": _roles,
}
