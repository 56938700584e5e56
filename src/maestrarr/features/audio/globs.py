"""Patterns of paths in which only `*`, `**` and `?` are special: `[2160p]` is text."""

import re
from functools import lru_cache
from typing import Final

_PARTS: Final = re.compile(r"\*\*/|\*\*|\*|\?|[^*?]+")
_MEANINGS: Final = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}


def matches(pattern: str, path: str) -> bool:
    """Say whether a whole path fits a pattern; one that ends with `/` fits all that lies below.

    `*` and `?` stay within one name, `**` crosses folders and may stand for none.
    """
    return _compiled(pattern).fullmatch(path) is not None


@lru_cache(maxsize=256)
def _compiled(pattern: str) -> re.Pattern[str]:
    whole = f"{pattern}**" if pattern.endswith("/") else pattern
    parts = [_MEANINGS.get(part) or re.escape(part) for part in _PARTS.findall(whole)]
    return re.compile("".join(parts), re.DOTALL)
