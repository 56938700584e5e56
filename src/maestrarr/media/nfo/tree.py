"""Where the elements of an NFO file stand in its text, so that one can be replaced and none moves.

Only for text that a strict parser accepted: what is no XML is not found out here.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

_MARK: Final = re.compile(
    r"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?xml[^<>]{0,300}>|<\?.*?\?>"
    r"|<(?P<closes>/)?(?P<name>[^\s/<>!?][^\s/<>]*)"
    r"(?:[^<>\"'/]|/(?!>)|\"[^\"]*\"|'[^']*')*(?P<empty>/)?>",
    re.DOTALL | re.IGNORECASE,
)
_NO_TEXT: Final = re.compile(r"<!--.*?-->|<\?.*?\?>|<[^!][^>]*>", re.DOTALL)
_CDATA: Final = re.compile(r"<!\[CDATA\[(.*?)\]\]>", re.DOTALL)
_ATTRIBUTE: Final = re.compile(r"([^\s=\"'<>/]+)\s*=\s*(\"[^\"]*\"|'[^']*')")


@dataclass(slots=True)
class Node:
    """One element: `start` to `end` in the whole text, and its inside if it has one.

    `name` is in lower case and without a prefix, as the reader takes it.
    """

    name: str
    text: str = field(repr=False)
    start: int
    inner_start: int
    inner_end: int = 0
    end: int = 0
    children: list["Node"] = field(default_factory=list)

    @property
    def raw(self) -> str:
        """The element as it is written."""
        return self.text[self.start : self.end]

    @property
    def opening(self) -> str:
        """Its first mark, as it is written: `<rating name="imdb">`, or `<plot/>` when empty."""
        return self.text[self.start : self.inner_start]

    @property
    def is_empty(self) -> bool:
        """Whether it is written as one mark, such as `<plot/>`."""
        return self.inner_start == self.end

    def named(self, *names: str) -> list["Node"]:
        """Return the children with one of these names, in their order."""
        return [child for child in self.children if child.name in names]

    def said(self) -> str:
        """Return its text as the reader takes it: marks left out, characters meant, no edges."""
        inner = self.text[self.inner_start : self.inner_end]
        if "<" not in inner:
            return html.unescape(inner).strip()
        # A CDATA section's `<` and `&` are plain text: they are escaped before marks are cut out.
        plain = _CDATA.sub(lambda match: html.escape(match[1], quote=False), inner)
        return html.unescape(_NO_TEXT.sub("", plain)).strip()

    def attributes(self) -> dict[str, str]:
        """Return its attributes."""
        found = _ATTRIBUTE.findall(self.opening)
        return {name: html.unescape(value[1:-1]) for name, value in found}

    def child_says(self, *names: str) -> str | None:
        """Return the first text under one of these names, as the reader does."""
        return next((text for child in self.named(*names) if (text := child.said())), None)


def read_tree(text: str) -> list[Node]:
    """Find the elements of a text that a strict parser accepted, outermost first."""
    top = Node("", text, 0, 0)
    open_nodes = [top]
    for match in _MARK.finditer(text):
        if not match["name"]:
            continue
        if match["closes"]:
            node = open_nodes.pop()
            node.inner_end, node.end = match.start(), match.end()
            continue
        name = match["name"].rpartition(":")[2].lower()
        node = Node(name, text, match.start(), match.end(), match.end(), match.end())
        open_nodes[-1].children.append(node)
        if not match["empty"]:
            open_nodes.append(node)
    return top.children


def titles_in(roots: list[Node], kinds: frozenset[str]) -> Iterator[Node]:
    """Find the titles as the reader does: at the top, or one level below a wrapper."""
    for root in roots:
        if root.name in kinds:
            yield root
        else:
            yield from (child for child in root.children if child.name in kinds and child.children)
