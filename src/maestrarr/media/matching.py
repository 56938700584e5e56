"""Which work a name means: how well a title that is offered fits one that was read off a disk.

Spellings meet before they are compared: case, marks and punctuation fall away, Cyrillic and Greek
become Latin, articles are left out wherever they stand, Roman and spelt numbers become figures.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import product
from typing import Final

from maestrarr.kit.choice import Choice
from maestrarr.kit.text import fold

ENOUGH: Final = 0.85
MARGIN: Final = 0.10
_TITLE_WEIGHT: Final = 0.7
_YEAR_WEIGHT: Final = 0.3
_SAME_LETTERS: Final = 0.98  # and other spaces: Spiderman, Spider-Man
_SAME_MAIN: Final = 0.9  # and a subtitle that one of them leaves out
_OTHER_NUMBER: Final = 0.5  # another part of a series of films
_STRICTNESS: Final = 3  # one letter of five is another word, one of twenty is a typo
_YEARS_APART: Final = {0: 1.0, 1: 0.7, 2: 0.3}
_YEAR_UNKNOWN: Final = 0.6
_ARTICLES: Final = frozenset(
    {
        "the", "a", "an", "le", "la", "les", "l", "un", "une", "der", "die", "das", "ein", "eine",
        "el", "los", "las", "il", "lo", "gli", "het", "een", "o", "os", "as", "um", "uma",
    }
)  # fmt: skip
_NUMBERS: Final = {
    word: str(number)
    for number, words in enumerate(
        (
            "one", "two ii", "three iii", "four iv", "five v", "six vi", "seven vii", "eight viii",
            "nine ix", "ten x", "xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii", "xviii", "xix",
            "xx",
        ),
        start=1,
    )
    for word in words.split()
}  # fmt: skip
_SUBTITLE: Final = re.compile(r"\s*(?::|\s[-\u2013\u2014]\s|\(|/)\s*")
_LATIN: Final = str.maketrans(
    {
        **dict(
            zip(
                "абвгдеёзийклмнопрстуфыэіїєґў"
                "αβγδεζηικλμνξοπρσςτυφωάέήίόύώϊϋ",
                [
                    *"abvgde", "e", *"zijklmnoprstufye", "i", "i", "ie", "g", "u",
                    *"avgdez", "i", *"iklmn", "x", *"oprssty", "f", "o", *"aeiiouo", "i", "u",
                ],
                strict=True,
            )
        ),
        "ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ь": "",
        "ю": "yu", "я": "ya", "θ": "th", "χ": "ch", "ψ": "ps",
    }
)  # fmt: skip
_SPELT_OUT: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"})


@dataclass(frozen=True, slots=True)
class Score:
    """How well a work fits, from 0 to 1, and of what that is made."""

    value: float
    title: float
    year: float


def score(name: str, year: int | None, titles: Iterable[str], their_year: int | None) -> Score:
    """Say how well a work that has these titles fits a name; its best title counts."""
    wanted = _spellings(name)
    title = max((_alike(wanted, _spellings(each)) for each in titles), default=0.0)
    fits = _year(year, their_year)
    value = _TITLE_WEIGHT * title + _YEAR_WEIGHT * fits
    return Score(round(value, 4), round(title, 4), fits)


def choose(scores: Sequence[float]) -> Choice[int] | None:
    """Take the first of several works, the best first, if it fits and no other nearly as well."""
    if not scores or scores[0] < ENOUGH:
        return None
    second = scores[1] if len(scores) > 1 else 0.0
    if round(scores[0] - second, 4) < MARGIN:
        return None
    return Choice(0, f"It fits with {scores[0]:.2f}, the next with {second:.2f}.")


@dataclass(frozen=True, slots=True)
class _Spelling:
    words: tuple[str, ...]
    is_main: bool

    @property
    def letters(self) -> str:
        return "".join(self.words)

    @property
    def numbers(self) -> frozenset[str]:
        return frozenset(word for word in self.words if word.isdigit())


def _spellings(title: str) -> list[_Spelling]:
    """Write a title in every way in which it is compared: whole, and without its subtitle."""
    lowered = title.casefold()
    main = _SUBTITLE.split(title.strip(), maxsplit=1)[0].casefold()
    found: dict[tuple[str, ...], _Spelling] = {}
    for text, is_main in ((lowered, False), (main, True)):
        for written in (text, text.translate(_SPELT_OUT)):
            words = _words(written)
            found.setdefault(words, _Spelling(words, is_main))
    return list(found.values())


def _words(lowered: str) -> tuple[str, ...]:
    folded = fold(fold(lowered).translate(_LATIN)).split()
    bare = [word for word in folded if word not in _ARTICLES] or folded
    first, *rest = bare or [""]
    numbered = [first if len(first) == 1 else _NUMBERS.get(first, first)]
    numbered += [_NUMBERS.get(word, word) for word in rest]
    return tuple(word for word in numbered if word != "and")


def _alike(ours: Sequence[_Spelling], theirs: Sequence[_Spelling]) -> float:
    return max(_likeness(one, other) for one, other in product(ours, theirs))


def _likeness(one: _Spelling, other: _Spelling) -> float:
    if one.is_main and other.is_main:
        return 0.0  # what both leave out may be what parts them
    most = _SAME_MAIN if one.is_main or other.is_main else 1.0
    if one.words == other.words:
        return most
    if one.letters == other.letters:
        return min(most, _SAME_LETTERS)
    if most < 1.0:
        return 0.0
    ratio = SequenceMatcher(None, " ".join(one.words), " ".join(other.words)).ratio() ** _STRICTNESS
    return ratio if one.numbers == other.numbers else ratio * _OTHER_NUMBER


def _year(ours: int | None, theirs: int | None) -> float:
    if ours is None or theirs is None:
        return _YEAR_UNKNOWN
    return _YEARS_APART.get(abs(ours - theirs), 0.0)
