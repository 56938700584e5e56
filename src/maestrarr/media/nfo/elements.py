"""One XML element of an NFO file: its children by name, and their texts."""

from collections import defaultdict
from collections.abc import Iterator

from lxml import etree


class Fields:
    """The children of one element, by name in lower case; what is empty counts as absent."""

    def __init__(self, element: etree._Element) -> None:
        self._children: defaultdict[str, list[etree._Element]] = defaultdict(list)
        for child in element.iterchildren("*"):
            self._children[local_name(child)].append(child)

    def all(self, *names: str) -> list[etree._Element]:
        """Every child with one of these names, in the order of the names."""
        return [child for name in names for child in self._children.get(name, ())]

    def text(self, *names: str) -> str | None:
        """The first text under one of these names."""
        return next(self._texts(names), None)

    def texts(self, *names: str) -> tuple[str, ...]:
        """Every text under these names, without repetitions."""
        return tuple(dict.fromkeys(self._texts(names)))

    def split(self, *names: str) -> tuple[str, ...]:
        """Every text under these names, where ` / ` separates several in one, as Kodi does."""
        parts = (part.strip() for text in self._texts(names) for part in text.split(" / "))
        return tuple(dict.fromkeys(part for part in parts if part))

    def _texts(self, names: tuple[str, ...]) -> Iterator[str]:
        for child in self.all(*names):
            text = text_of(child)
            if text:
                yield text


def local_name(element: etree._Element) -> str:
    """Name an element in lower case, without its namespace."""
    return str(element.tag).rpartition("}")[2].lower()


def text_of(element: etree._Element) -> str | None:
    """Read an element's text, marks within it left out; None when there is none."""
    text = element.text if len(element) == 0 else "".join(map(str, element.itertext()))
    return text.strip() or None if text else None
