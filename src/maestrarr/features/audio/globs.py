"""Patterns of paths in which only `*`, `**` and `?` are special: `[2160p]` is text."""

import re
from functools import lru_cache
from itertools import pairwise
from typing import Final

_PARTS: Final = re.compile(r"(?<![^/])\*\*/|\*\*|\*|\?|[^*?]+")
_STARS: Final = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*"}


def matches(pattern: str, path: str) -> bool:
    """Say whether a whole path fits a pattern; one that ends with `/` fits all that lies below.

    `*` and `?` stay within one name, `**` crosses folders and may stand for none.
    """
    return _compiled(pattern).fullmatch(path) is not None


@lru_cache(maxsize=256)
def _compiled(pattern: str) -> re.Pattern[str]:
    parts = _PARTS.findall(f"{pattern}**" if pattern.endswith("/") else pattern)
    stars = [at for at, part in enumerate(parts) if part in _STARS]
    ends = [*stars, len(parts)]
    pieces = [_text(parts[: ends[0]])]
    for star, end in pairwise(ends):
        text = _text(parts[star + 1 : end])
        if parts[star] == "*" and end < len(parts):
            # What follows is found where it comes first; to try again further on, for each of
            # many stars, would take forever.
            pieces.append(f"(?>[^/]*?{text})")
        else:
            pieces.append(_STARS[parts[star]] + text)
    return re.compile("".join(pieces), re.DOTALL)


def _text(parts: list[str]) -> str:
    return "".join("[^/]" if part == "?" else re.escape(part) for part in parts)
