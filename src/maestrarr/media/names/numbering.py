"""How names number episodes: by season, by date, or counted through the whole series."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Final

YEAR: Final = r"(?:18[89]\d|19\d\d|20[0-3]\d)"
_LONGEST_RANGE: Final = 100
_EDGE: Final = r"(?<![^\W_])"
_SEASON_WORD: Final = (
    r"(?:season|series|saison|staffel|sezon|temporada|stagione|seizoen|sesong|säsong|kausi|sæson"
    r"|сезон|évad|sezona)"
)
_EPISODE_WORD: Final = (
    r"(?:episode|épisode|episodio|episódio|folge|bölüm|bolum|aflevering|avsnitt|серия|odcinek"
    r"|epizoda|ep)"
)

_SEASON_EPISODE: Final = re.compile(
    _EDGE + r"S(\d{1,4})[ ._-]{0,3}x?(?:E|Ep[ ._]?)(\d{1,4})(?!\d)", re.IGNORECASE
)
_MORE_EPISODES: Final = re.compile(
    r"(?:[ ._]?(?P<dash>-)?[ ._]?(?:S\d{1,4})?|[ ._]?[&+][ ._]?)E(?P<named>\d{1,4})(?!\d)"
    r"|(?P<close>-)(?P<bare>\d{2,4})(?![\dpix]|[ ._-]*bit)",
    re.IGNORECASE,
)
_REVISION: Final = re.compile(r"v(\d)(?![^\W_])", re.IGNORECASE)
_CROSS: Final = re.compile(r"(?<![^\W_])(\d{1,2})x(?!26[456])(\d{2,3})(?![\dpi])", re.IGNORECASE)
_MORE_CROSS: Final = re.compile(
    r"(?P<dash>-)?(?:\d{1,2})?x?(?P<number>\d{2,3})(?![\dpi])", re.IGNORECASE
)
_IN_WORDS: Final = re.compile(
    rf"{_EDGE}{_SEASON_WORD}[ ._-]{{0,2}}(\d{{1,4}})[ ,._-]{{0,3}}"
    rf"{_EPISODE_WORD}[ ._-]{{0,2}}(\d{{1,4}})",
    re.IGNORECASE,
)
_NUMBER_FIRST: Final = re.compile(
    rf"{_EDGE}(\d{{1,2}})[ ._]{{0,2}}{_SEASON_WORD}[ ,._-]{{0,3}}"
    rf"(\d{{1,4}})[ ._]{{0,2}}{_EPISODE_WORD}",
    re.IGNORECASE,
)
_YEAR_FIRST: Final = re.compile(
    rf"{_EDGE}({YEAR})([ ._-])(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)"
)
_DAY_FIRST: Final = re.compile(
    rf"{_EDGE}(0[1-9]|[12]\d|3[01])([ ._-])(0[1-9]|1[0-2])\2({YEAR})(?!\d)"
)
_FANSUB_GROUP: Final = re.compile(r"^\[([^\[\]]{1,60})\][ _.]*(?=[^\s_.])")
_BRACKETED: Final = re.compile(r"^\[([^\[\]]+)\]\[([^\[\]]+)\]\[(\d{1,4})(?:v(\d))?(?:END)?\]")
_AFTER_DASH: Final = re.compile(
    r"[ _.]-[ _.]{0,2}(?:E|Ep[ .]?|#)?(\d{1,4})(?:-(\d{1,4}))?(?:v(\d))?"
    r"(?=[ _.]{0,2}(?:[\[({]|$|-[ _.]|END\b))",
    re.IGNORECASE,
)
_BEFORE_BRACKET: Final = re.compile(
    r"[ _.](?:E|Ep[ .]?|#)?(\d{1,4})(?:-(\d{1,4}))?(?:v(\d))?(?=[ _.]{0,2}(?:[\[(]|$))",
    re.IGNORECASE,
)
_SEASON_AT_END: Final = re.compile(
    r"[ _.](?:S(\d{1,2})|(\d)(?:st|nd|rd|th)[ _.]Season|Season[ _.](\d{1,2}))[ _.]*$", re.IGNORECASE
)
_JAPANESE: Final = re.compile(r"(?:第(\d{1,2})期[ _.]*)?第(\d{1,4})[話话回集]")
_EPISODE_ALONE: Final = re.compile(
    rf"{_EDGE}(?:{_EPISODE_WORD}[ ._-]{{0,2}}(\d{{1,4}})|E(\d{{2,4}}))"
    rf"(?:-E?(\d{{2,4}}))?(?:v(\d))?(?![^\W_])"
    r"|(?<![^\W_])(\d{1,4})[ ._]{0,2}(?:bölüm|bolum|серия)(?![^\W_])",
    re.IGNORECASE,
)
_SEASON_ALONE: Final = re.compile(
    rf"(?<=[ ._-])(?:S(\d{{1,2}})|{_SEASON_WORD}[ ._-]{{0,2}}(\d{{1,2}}))(?![^\W_])", re.IGNORECASE
)
_LEADING_NUMBER: Final = re.compile(r"^(?:(0\d{1,2})[ ._-]+|(\d{1,3})[ _]*[-.][ _]+)(?=\D|$)")
_ONLY_NUMBER: Final = re.compile(r"^\d{1,3}$")
_ABSOLUTE_BEHIND: Final = re.compile(r"[ _.]-[ _.](\d{3,4})(?:-(\d{3,4}))?(?=[ _.]-[ _.])")
_YEAR_IN_BRACKETS: Final = re.compile(rf"[(\[]{YEAR}[)\]]")
_ANY_YEAR: Final = re.compile(rf"{_EDGE}{YEAR}(?![^\W_])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbering:
    """Which episodes a name stands for, and the stretch of the name that says so."""

    start: int
    end: int
    season: int | None = None
    episodes: tuple[int, ...] = ()
    absolute: tuple[int, ...] = ()
    air_date: date | None = None
    version: str | None = None
    title: str | None = None


def find_numbering(text: str) -> Numbering | None:
    """Find the episode numbers in a name; the surest convention wins. None for a film."""
    for look in _LOOKS:
        found = look(text)
        if found:
            return found
    return None


def fansub_group(text: str) -> tuple[str | None, str]:
    """Split `[Group] Title …` into the group and the rest; (None, text) without such a group."""
    match = _FANSUB_GROUP.match(text)
    return (match[1], text[match.end() :]) if match else (None, text)


def _season_episode(text: str) -> Numbering | None:
    match = _SEASON_EPISODE.search(text)
    if not match:
        return None
    episodes, end = [int(match[2])], match.end()
    while more := _MORE_EPISODES.match(text, end):
        number = int(more["named"] or more["bare"])
        is_range = bool(more["dash"] or more["close"])
        episodes += _up_to(episodes[-1], number) if is_range else [number]
        end = more.end()
    revision = _REVISION.match(text, end)
    end = revision.end() if revision else end
    absolute: tuple[int, ...] = ()
    behind = _ABSOLUTE_BEHIND.match(text, end)
    if behind:
        absolute, end = _numbers(behind[1], behind[2]), behind.end()
    return Numbering(
        start=match.start(),
        end=end,
        season=int(match[1]),
        episodes=tuple(dict.fromkeys(episodes)),
        absolute=absolute,
        version=f"v{revision[1]}" if revision else None,
    )


def _cross(text: str) -> Numbering | None:
    match = _CROSS.search(text)
    if not match:
        return None
    episodes, end = [int(match[2])], match.end()
    while (more := _MORE_CROSS.match(text, end)) and more.end() > end and text[end] in "-x":
        number = int(more["number"])
        episodes += _up_to(episodes[-1], number) if more["dash"] else [number]
        end = more.end()
    return Numbering(
        start=match.start(),
        end=end,
        season=int(match[1]),
        episodes=tuple(dict.fromkeys(episodes)),
    )


def _in_words(text: str) -> Numbering | None:
    match = _IN_WORDS.search(text) or _NUMBER_FIRST.search(text)
    if not match:
        return None
    return Numbering(
        start=match.start(), end=match.end(), season=int(match[1]), episodes=(int(match[2]),)
    )


def _dated(text: str) -> Numbering | None:
    match = _YEAR_FIRST.search(text)
    if match:
        year, month, day = int(match[1]), int(match[3]), int(match[4])
    else:
        match = _DAY_FIRST.search(text)
        if not match:
            return None
        year, month, day = int(match[4]), int(match[3]), int(match[1])
    try:
        return Numbering(start=match.start(), end=match.end(), air_date=date(year, month, day))
    except ValueError:
        return None


def _bracketed(text: str) -> Numbering | None:
    match = _BRACKETED.match(text)
    if not match:
        return None
    version = f"v{match[4]}" if match[4] else None
    return Numbering(
        start=0, end=match.end(), absolute=(int(match[3]),), version=version, title=match[2]
    )


def _fansub(text: str) -> Numbering | None:
    group, rest = fansub_group(text)
    offset = len(text) - len(rest)
    match = _AFTER_DASH.search(text, offset)
    if not match and group:
        match = _BEFORE_BRACKET.search(text, offset)
    if not match or not _counts(match, text, has_group=group is not None):
        return None
    numbers = _numbers(match[1], match[2])
    season = _SEASON_AT_END.search(text, offset, match.start())
    return Numbering(
        start=season.start() if season else match.start(),
        end=match.end(),
        season=int(season[1] or season[2] or season[3]) if season else None,
        episodes=numbers if season else (),
        absolute=() if season else numbers,
        version=f"v{match[3]}" if match[3] else None,
    )


def _counts(match: re.Match[str], text: str, *, has_group: bool) -> bool:
    """Say whether a bare number is an episode's: not a year, and without a group two digits."""
    if len(match[1]) == 4 and _ANY_YEAR.fullmatch(match[1]):
        return False
    return has_group or (len(match[1]) >= 2 and not _YEAR_IN_BRACKETS.search(text, match.end()))


def _japanese(text: str) -> Numbering | None:
    match = _JAPANESE.search(text)
    if not match:
        return None
    number, season = (int(match[2]),), int(match[1]) if match[1] else None
    return Numbering(
        start=match.start(),
        end=match.end(),
        season=season,
        episodes=number if season is not None else (),
        absolute=() if season is not None else number,
    )


def _episode_alone(text: str) -> Numbering | None:
    match = _EPISODE_ALONE.search(text)
    # `Star Wars Episode 4 (1977)` is a film: an episode's number is not followed by a year.
    if not match or _ANY_YEAR.search(text, match.end()):
        return None
    return Numbering(
        start=match.start(),
        end=match.end(),
        episodes=_numbers(match[1] or match[2] or match[5], match[3]),
        version=f"v{match[4]}" if match[4] else None,
    )


def _season_alone(text: str) -> Numbering | None:
    match = _SEASON_ALONE.search(text)
    if not match or _YEAR_IN_BRACKETS.search(text, match.end()):
        return None
    return Numbering(start=match.start(), end=match.end(), season=int(match[1] or match[2]))


def _leading_number(text: str) -> Numbering | None:
    if _ONLY_NUMBER.match(text):
        # `300.mkv` is a film in one library and an episode in another: it says both.
        return Numbering(start=0, end=len(text), absolute=(int(text),), title=text)
    match = _LEADING_NUMBER.match(text)
    if not match or _ANY_YEAR.search(text):
        return None
    return Numbering(start=0, end=match.end(), absolute=(int(match[1] or match[2]),))


def _numbers(first: str, last: str | None) -> tuple[int, ...]:
    start = int(first)
    return (start, *_up_to(start, int(last))) if last else (start,)


def _up_to(first: int, last: int) -> list[int]:
    """Count on from `first` to `last`; only `last` when that is no sensible range."""
    if first < last <= first + _LONGEST_RANGE:
        return list(range(first + 1, last + 1))
    return [last] if last < first else []


_LOOKS: Final[tuple[Callable[[str], Numbering | None], ...]] = (
    _season_episode,
    _in_words,
    _cross,
    _dated,
    _bracketed,
    _fansub,
    _japanese,
    _episode_alone,
    _season_alone,
    _leading_number,
)
