"""What the commands of `metadata` ask of the API."""

from collections.abc import Sequence
from typing import Any, ClassVar

from maestrarr.features.library.commands import read_filter
from maestrarr.features.library.errors import TitlesUnclear
from maestrarr.kit.errors import Invalid
from maestrarr.kit.tables import Table
from maestrarr.kit.terminal import Api

Document = dict[str, Any]

_NUMBERS = {"year": int, "runtime_minutes": int, "rating": float}
_LISTS = frozenset(
    {"other_titles", "languages", "genres", "studios", "networks", "countries", "tags"}
)


class FieldUnclear(Invalid):
    """A word on the terminal is not a field and its value."""

    hint: ClassVar[str] = "Write it as year=1999 or tags=Sea."

    def __init__(self, word: str) -> None:
        super().__init__(f"{word} is not a field and its value.", word=word)


async def meant(api: Api, names: Sequence[str], where: Sequence[str]) -> tuple[Document, Document]:
    """Say which titles are meant: by their names, or all that fit; as a body and a query.

    Raises:
        TitlesUnclear: neither names nor a filter were given, or both.
    """
    if bool(names) == bool(where):
        raise TitlesUnclear
    ids = [(await api.get("titles/find", name=name))["id"] for name in names]
    return ({"ids": ids} if names else {}), await read_filter(api, where)


def edit_of(
    values: Sequence[str],
    add: Sequence[str],
    remove: Sequence[str],
    lock: Sequence[str],
    unlock: Sequence[str],
) -> Document:
    """Read what is to be changed from words such as `year=1999` and `tags=Sea`.

    Raises:
        FieldUnclear: a word is no field and its value.
    """
    return {
        "values": {key: _value(key, text) for key, text in map(_parted, values)},
        "add": _by_field(add),
        "remove": _by_field(remove),
        "lock": list(lock),
        "unlock": list(unlock),
    }


def status_table(found: Document) -> Table:
    """Draw how far each service has come."""
    rows = [
        [each["name"], each["described"], each["waiting"], each["failed"]]
        for each in found["services"]
    ]
    return Table(["Service", "Described", "Waiting", "Failed"], rows)


def fields_table(title: Document) -> Table:
    """Draw what is said of a title, who says it, and what is locked."""
    locked = set(title["locked_fields"])
    rows = [
        [
            name,
            _shown(title.get(name)),
            title["sources"].get(name, ""),
            "locked" if is_locked else "",
        ]
        for name in (*title["sources"], *sorted(locked - title["sources"].keys()))
        for is_locked in [name in locked]
    ]
    return Table(["Field", "Value", "Said by", ""], rows)


def candidates_table(found: Document) -> Table:
    """Draw the works that a title may be."""
    rows = [
        [
            f"{each['score']:.2f}",
            f"{each['title']} ({each['year']})" if each["year"] else each["title"],
            each["provider"],
            each["id"],
        ]
        for each in found["candidates"]
    ]
    return Table(["Score", "Work", "Found by", "Id"], rows)


def _parted(word: str) -> tuple[str, str]:
    key, equals, value = word.partition("=")
    if not key or not equals:
        raise FieldUnclear(word)
    return key.strip(), value.strip()


def _value(key: str, text: str) -> object:
    if key in _LISTS:
        return [part.strip() for part in text.split(",") if part.strip()]
    if not text:
        return None
    try:
        return _NUMBERS[key](text) if key in _NUMBERS else text
    except ValueError as error:
        raise FieldUnclear(f"{key}={text}") from error


def _by_field(words: Sequence[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for key, value in map(_parted, words):
        found.setdefault(key, []).append(value)
    return found


def _shown(value: object) -> str:
    if isinstance(value, list):
        names = [each.get("name") or each.get("source") or each.get("url") if isinstance(each, dict)
                 else str(each) for each in value]  # fmt: skip
        return ", ".join(map(str, names[:6])) + (" …" if len(names) > 6 else "")
    return "" if value is None else str(value)
