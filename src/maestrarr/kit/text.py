"""Text made comparable: folded for matching and search, keyed for sorting, cut for typos."""

import re
import unicodedata
from typing import Final

# What Unicode's decomposition leaves standing, though people type it without the mark.
_LETTERS: Final = str.maketrans(
    {
        "ı": "i",
        "ß": "ss",
        "ø": "o",
        "ł": "l",
        "æ": "ae",
        "œ": "oe",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ħ": "h",
        "ŧ": "t",
        "ŋ": "n",
        "ĸ": "k",
        "ə": "e",
        "&": " and ",
        "'": None,
        "’": None,
        "‘": None,
        "ʼ": None,
        "´": None,
        "`": None,
    }
)
# Marks of Latin, Greek and Cyrillic fall away; those of Japanese and of Indic scripts are letters.
_LATIN_MARKS: Final = re.compile("[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]")
_NOT_WORDS: Final = re.compile(r"[^\w\u0900-\u0e7f\u3099\u309a]+|_+")
_ESCAPED_BYTE: Final = re.compile("[\udc80-\udcff]")
_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_MARK = "\uef00"  # before a private character that stood in the path itself, this one included
_STORABLE = (
    {0xDC00 + byte: chr(0xEF00 + byte) for byte in range(0x80, 0x100)}
    | {0xEF00 + byte: _MARK + chr(0xEF00 + byte) for byte in range(0x80, 0x100)}
    | {ord(_MARK): _MARK * 2}
)
_STORED = re.compile(f"{_MARK}(?P<itself>.)|[\uef80-\uefff]", re.DOTALL)
# `Die` is left out, for Die Hard; so are `I` and `As`, for I, Robot and As Good as It Gets.
_ARTICLE: Final = re.compile(
    r"^\W*(?:(?:the|a|an|le|la|les|un|une|der|das|ein|eine|el|los|las|una|il|gli|het|een|uma)\s+"
    r"|l['’])(?=\w)",
    re.IGNORECASE,
)


def fold(text: str) -> str:
    """Fold a text so that spellings of one title meet: no case, marks, punctuation, double spaces.

    `Amélie` → `amelie`, `İstanbul` and `ISTANBUL` → `istanbul`, `Straße` → `strasse`,
    `Spider-Man: No Way Home` → `spider man no way home`, `Ocean's` → `oceans`.
    """
    if text.isascii():
        lowered = text.lower()
    else:
        plain = unicodedata.normalize("NFKD", text).casefold()  # 𝓐 has a case only once it is an A
        composed = unicodedata.normalize("NFKD", plain.translate(_LETTERS))
        lowered = unicodedata.normalize("NFC", _LATIN_MARKS.sub("", composed))
    return " ".join(_NOT_WORDS.sub(" ", lowered.translate(_LETTERS)).split())


def readable(name: str) -> str:
    """Make a file's name text that can be stored and shown, whatever its bytes.

    Linux names are bytes; Python keeps those that are not UTF-8 as lone surrogates, which no
    database takes. They are nearly always Latin-1, and read as that.
    """
    if name.isascii():
        return name
    text = _ESCAPED_BYTE.sub(lambda match: chr(ord(match[0]) - 0xDC00), name)
    return _SURROGATE.sub("\ufffd", text)


def storable(path: str) -> str:
    """Write a path as text that every database and JSON take; `as_on_disk` reads it back."""
    return path if path.isascii() else path.translate(_STORABLE)


def as_on_disk(stored: str) -> str:
    """Read back the path that `storable` wrote."""
    if stored.isascii():
        return stored
    return _STORED.sub(lambda found: found["itself"] or chr(ord(found[0]) - 0x1300), stored)


def sort_key(title: str) -> str:
    """Fold a title for sorting, without the article it begins with: `The Matrix` → `matrix`.

    A title that is nothing but an article (`Das`, `A`) stays whole, and so does `A.I.`.
    """
    return fold(_ARTICLE.sub("", title)) or fold(title)


def trigrams(text: str) -> list[str]:
    """Cut a text into its distinct runs of three characters, padded at words' edges, in order.

    Two texts that share most of them differ by a typo: the search index is built of these.
    """
    found: dict[str, None] = {}
    for word in fold(text).split():
        padded = f"  {word} "
        found.update(dict.fromkeys(padded[at : at + 3] for at in range(len(padded) - 2)))
    return list(found)


def is_typo_of(one: str, other: str) -> bool:
    """Tell whether two words differ by one letter: another, one too many, or two swapped."""
    if abs(len(one) - len(other)) > 1:
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    end = 0
    while end < min(len(one), len(other)) - start and one[-1 - end] == other[-1 - end]:
        end += 1
    left, right = one[start : len(one) - end], other[start : len(other) - end]
    return max(len(left), len(right)) <= 1 or (len(left) == 2 and left == right[::-1])
