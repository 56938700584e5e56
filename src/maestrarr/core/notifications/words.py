"""How what occurred is said in a message, in the language of whom it goes to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from maestrarr.core.accounts.languages import Language
from maestrarr.core.notifications import spoken
from maestrarr.core.notifications.kinds import Kind
from maestrarr.kit.clock import to_text

MOST_LINES: Final = 15


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One thing that a message tells; `sentence` says it in the message's language."""

    id: UUID
    kind: Kind
    facts: Mapping[str, Any]
    at: datetime
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """What is sent over a channel at once; `key` is the same when it is sent again."""

    key: str
    language: Language
    title: str
    text: str
    said: Sequence[Said] = ()

    def document(self) -> dict[str, Any]:
        """Put it as a program reads it."""
        told = [
            {
                "id": str(each.id),
                "kind": each.kind.value,
                "at": to_text(each.at),
                "sentence": each.sentence,
                "facts": dict(each.facts),
            }
            for each in self.said
        ]
        return {
            "key": self.key,
            "language": self.language.value,
            "title": self.title,
            "text": self.text,
            "occurrences": told,
        }


def sentence(kind: Kind, facts: Mapping[str, Any], language: Language = Language.EN) -> str:
    """Say what occurred in one sentence."""
    known = {"address": "", **facts, "title": _title(facts, language), "why": _why(facts, language)}
    own = spoken.say(language, f"notifications.said.{kind}", known)
    said = own or spoken.say(language, "notifications.said.else", known) or ""
    return said.strip(": \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}")


def message(key: str, said: Sequence[Said], language: Language) -> Message:
    """Put what a channel is told at once into one message."""
    is_one_kind = len({each.kind for each in said}) == 1
    title = _headline(said[0].kind, language) if is_one_kind else _words("several", language)
    text = said[0].sentence
    if len(said) > 1:
        title, text = f"{title} ({len(said)})", _lines(said, language)
    return Message(key=key, language=language, title=title, text=text, said=said)


def trial(key: str, language: Language) -> Message:
    """Make the message by which a channel is tested."""
    title, text = _words("trial", language), _words("trialText", language)
    return Message(key=key, language=language, title=title, text=text)


def _lines(said: Sequence[Said], language: Language) -> str:
    lines = [f"• {each.sentence}" for each in said[:MOST_LINES]]
    if (more := len(said) - MOST_LINES) > 0:
        lines.append(_words("more", language, count=more))
    return "\n".join(lines)


def _headline(kind: Kind, language: Language) -> str:
    return spoken.say(language, f"notifications.about.{kind}", {}) or kind.value


def _words(name: str, language: Language, **facts: int) -> str:
    return spoken.say(language, f"notifications.message.{name}", facts) or name


def _title(facts: Mapping[str, Any], language: Language) -> str:
    """Name what it is about: a job in the language, everything else as people call it."""
    called = str(facts.get("title") or "")
    if language is Language.EN or "job_kind" not in facts:
        return called
    return spoken.job(language, facts["job_kind"], facts.get("arguments") or {}) or called


def _why(facts: Mapping[str, Any], language: Language) -> str:
    """Say what is wrong: in the language where its cause is known, else as it was said."""
    said = str(facts.get("why") or "")
    cause, fault = facts.get("cause"), facts.get("fault_cause")
    if language is Language.EN:
        return said
    if fault:
        return spoken.fault(language, fault["key"], fault["facts"]) or said
    if cause:
        is_job = "job_kind" in facts  # what is said of those ends with what to do
        return spoken.problem(language, cause["key"], cause["facts"], with_hint=is_job) or said
    return said
