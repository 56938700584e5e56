"""How what occurred is said in a message, in English: who wants another language has the facts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from maestrarr.core.notifications.kinds import Kind
from maestrarr.kit.clock import to_text

MOST_LINES: Final = 15

_HEADLINES: Final[Mapping[Kind, str]] = {
    Kind.JOB_FAILED: "A job has failed",
    Kind.IMPORT_FINISHED: "Something new is there",
    Kind.LIBRARY_UNREACHABLE: "A library cannot be reached",
    Kind.TITLE_UNIDENTIFIED: "A title needs you",
    Kind.FILE_FAULTY: "Something is wrong with a file",
    Kind.AUDIO_UNSET: "Sound could not be set",
    Kind.PUBLISHING_FAILED: "A title could not be published",
    Kind.CONNECTION_FAILING: "A connection does not work",
    Kind.CONNECTION_RECOVERED: "A connection works again",
    Kind.BACKUP_FAILED: "A backup has failed",
    Kind.SIGNED_IN: "You signed in on a device",
    Kind.TOKEN_MADE: "A token was made for you",
}
_SENTENCES: Final[Mapping[Kind, str]] = {
    Kind.JOB_FAILED: "{title}: {why}",
    Kind.IMPORT_FINISHED: "{title} is done.",
    Kind.LIBRARY_UNREACHABLE: "{title}: {why}",
    Kind.TITLE_UNIDENTIFIED: "Nobody could tell which work {title} is.",
    Kind.FILE_FAULTY: "{title}: {why}",
    Kind.AUDIO_UNSET: "{title}: {why}",
    Kind.PUBLISHING_FAILED: "{title}: {why}",
    Kind.CONNECTION_FAILING: "{title}: {why}",
    Kind.CONNECTION_RECOVERED: "{title} answers as it should again.",
    Kind.BACKUP_FAILED: "{why}",
    Kind.SIGNED_IN: "{title}, from {address}.",
    Kind.TOKEN_MADE: "{title}",
}
TEST: Final = "This is a test: whatever you want to hear of comes this way."


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One thing that a message tells."""

    id: UUID
    kind: Kind
    facts: Mapping[str, Any]
    at: datetime

    @property
    def sentence(self) -> str:
        """Say it in one sentence."""
        return sentence(self.kind, self.facts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """What is sent over a channel at once; `key` is the same when it is sent again."""

    key: str
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
        return {"key": self.key, "title": self.title, "text": self.text, "occurrences": told}


def sentence(kind: Kind, facts: Mapping[str, Any]) -> str:
    """Say what occurred in one sentence."""
    known = {"title": "", "why": "", "address": "", **facts}
    return _SENTENCES[kind].format_map(known).strip(": ")


def message(key: str, said: Sequence[Said]) -> Message:
    """Put what a channel is told at once into one message."""
    kinds = {each.kind for each in said}
    if len(said) == 1:
        return Message(key=key, title=_HEADLINES[said[0].kind], text=said[0].sentence, said=said)
    lines = [f"• {each.sentence}" for each in said[:MOST_LINES]]
    if len(said) > MOST_LINES:
        lines.append(f"… and {len(said) - MOST_LINES} more")
    subject = _HEADLINES[next(iter(kinds))] if len(kinds) == 1 else "Several things happened"
    return Message(key=key, title=f"{subject} ({len(said)})", text="\n".join(lines), said=said)


def trial(key: str) -> Message:
    """Make the message by which a channel is tested."""
    return Message(key=key, title="Maestrarr reaches you", text=TEST)
