"""Subtitle files beside a film: whose they are, in which language, and for whom."""

import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from maestrarr.kit.text import readable
from maestrarr.media.facts import UNDETERMINED
from maestrarr.media.languages import usual
from maestrarr.media.names.suffixes import SUBTITLE_SUFFIXES

_FORCED: Final = frozenset({"forced", "foreign"})
_HEARING_IMPAIRED: Final = frozenset({"sdh", "cc", "hearing impaired", "hearingimpaired"})
_DEFAULT: Final = frozenset({"default"})
_EDGES: Final = " .-_()[]"
_SEPARATORS: Final = re.compile(r"[.\[\]]| - |_(?=[a-z]{2,8}$)", re.IGNORECASE)
_FLAG_IN_BRACKETS: Final = re.compile(r"\s*\((sdh|cc|hi|forced)\)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class SubtitleName:
    """What a subtitle file's name says behind its film's name; `codec` is the suffix's word."""

    codec: str
    language: str = UNDETERMINED
    language_written: str | None = None
    title: str | None = None
    is_forced: bool = False
    is_hearing_impaired: bool = False
    is_default: bool = False


def subtitle_name(file_name: str, video_stem: str) -> SubtitleName | None:
    """Read `Film.en.forced.srt` beside `Film.mkv`; None when it belongs to another film or is none.

    `hi` is Hindi when no other language is named, and hearing impaired beside one.
    """
    stem, _, suffix = file_name.rpartition(".")
    codec = suffix.casefold()
    if f".{codec}" not in SUBTITLE_SUFFIXES:
        return None
    behind = _behind(stem, video_stem)
    return None if behind is None else _read(behind, codec)


def without_twins(file_names: Collection[str]) -> list[str]:
    """Leave out each `.sub` that has its `.idx` beside it: the pair is one subtitle."""
    indexes = {name[:-4].casefold() for name in file_names if name.casefold().endswith(".idx")}
    return [
        name
        for name in file_names
        if not (name.casefold().endswith(".sub") and name[:-4].casefold() in indexes)
    ]


def _behind(stem: str, video_stem: str) -> str | None:
    """Cut the film's own name off; macOS and Linux may spell one name in two Unicode forms."""
    whole, film = unicodedata.normalize("NFC", stem), unicodedata.normalize("NFC", video_stem)
    if not whole.casefold().startswith(film.casefold()):
        return None
    behind = whole[len(film) :]
    return behind if not behind or behind[0] in " .-_([" else None


def _read(behind: str, codec: str) -> SubtitleName:
    spaced = _FLAG_IN_BRACKETS.sub(r".\1", readable(behind))
    words = [part.strip(_EDGES) for part in _SEPARATORS.split(spaced)]
    words = [word for word in words if word]
    folded = [word.casefold() for word in words]
    written = _language(words)
    is_hi_flag = "hi" in folded and written is not None and written.casefold() != "hi"
    known = _FORCED | _HEARING_IMPAIRED | _DEFAULT | ({"hi"} if is_hi_flag else frozenset())
    title = " ".join(
        word
        for word, low in zip(words, folded, strict=True)
        if low not in known and word != written and not word.isdigit()
    )
    return SubtitleName(
        codec=codec,
        language=usual(written) or UNDETERMINED if written else UNDETERMINED,
        language_written=written,
        title=title or None,
        is_forced=not _FORCED.isdisjoint(folded),
        is_hearing_impaired=is_hi_flag or not _HEARING_IMPAIRED.isdisjoint(folded),
        is_default=not _DEFAULT.isdisjoint(folded),
    )


def _language(words: list[str]) -> str | None:
    """Pick the word that names the language: the last one, because titles stand before it."""
    named = [word for word in words if usual(word)]
    return next((word for word in reversed(named) if word.casefold() != "hi"), None) or (
        named[-1] if named else None
    )
