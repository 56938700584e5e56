"""What is done about a report, and what of it may be shown."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from maestrarr.providers.news import FileNews, Hints, News, OfFiles

MASK: Final = "•••"
_LOOKS: Final = frozenset({
    OfFiles.IMPORTED, OfFiles.UPGRADED, OfFiles.REPLACED, OfFiles.RENAMED, OfFiles.DELETED,
    OfFiles.REMOVED_WITH_FILES,
})  # fmt: skip
_SECRET: Final = re.compile(
    r"token|secret|passw|api_?-?key|authoriz|cookie|signature", re.IGNORECASE
)
_LAST_STEP: Final = re.compile(r"[\\/][^\\/]*$")
_LONGEST: Final = 4_000
_DEEPEST: Final = 20


def places_to_look(news: Sequence[News]) -> list[str]:
    """Name the folders of the sender's that have to be looked at, each once.

    Of a title that moved, the folder that it left is one of them.
    """
    found: dict[str, None] = {}
    for each in news:
        if not isinstance(each, FileNews) or each.what not in _LOOKS:
            continue
        left = [folder_above(path) for path in each.previous.values()]
        for folder in (each.folder, *left):
            if folder and not any(_is_within(folder, known) for known in found):
                found[folder] = None
    return list(found)


def folder_above(path: str) -> str:
    """Name the folder that a path lies in, in whichever way it is written."""
    return _LAST_STEP.sub("", path)


def title_in(news: Sequence[News]) -> str | None:
    """Name the title that a report is about, as people would."""
    hints: Hints | None = next((each.hints for each in news if hasattr(each, "hints")), None)
    if hints is None or hints.title is None:
        return next((words for each in news if (words := getattr(each, "words", None))), None)
    return f"{hints.title} ({hints.year})" if hints.year else hints.title


def masked(value: Any, depth: int = 0) -> Any:  # noqa: ANN401  # whatever JSON holds
    """Return what was sent without the secrets in it, and without texts of great length."""
    if depth > _DEEPEST:
        return MASK
    if isinstance(value, Mapping):
        return {
            name: MASK if inner and _SECRET.search(str(name)) else masked(inner, depth + 1)
            for name, inner in value.items()
        }
    if isinstance(value, list):
        return [masked(inner, depth + 1) for inner in value]
    if isinstance(value, str) and len(value) > _LONGEST:
        return f"{value[:_LONGEST]}…"
    return value


def masked_headers(headers: Mapping[str, str]) -> dict[str, str]:
    """Return headers as they may be kept: the values of those that may hold a secret are not."""
    return {name: MASK if _SECRET.search(name) else value for name, value in headers.items()}


def _is_within(folder: str, other: str) -> bool:
    return folder == other or folder.startswith((f"{other}/", f"{other}\\"))
