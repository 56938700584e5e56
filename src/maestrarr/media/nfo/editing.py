"""Edits of one title's element in an NFO file's text: each replaces one stretch of it."""

import html
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from maestrarr.media.nfo.tree import Node

_BLANKS_BEFORE: Final = re.compile(r"(?:\r?\n)?[ \t]*\Z")
_FURTHEST_BACK: Final = 200

# What is put into a file: how deep each line stands below the title's children, and the line.
Lines: TypeAlias = list[tuple[int, str]]


def element(name: str, text: str, attributes: Mapping[str, str] | None = None) -> str:
    """Write an element that holds a text."""
    return f"{opening(name, attributes)}{html.escape(text, quote=False)}</{name}>"


def opening(name: str, attributes: Mapping[str, str] | None = None) -> str:
    """Write an element's first mark."""
    said = "".join(f' {key}="{html.escape(value)}"' for key, value in (attributes or {}).items())
    return f"<{name}{said}>"


def block(name: str, inner: Lines, attributes: Mapping[str, str] | None = None) -> Lines:
    """Write an element that holds others, one below the other."""
    return [
        (0, opening(name, attributes)),
        *((depth + 1, line) for depth, line in inner),
        (0, f"</{name}>"),
    ]


@dataclass(frozen=True, slots=True)
class Edit:
    """A stretch of a text, and what stands there instead."""

    start: int
    end: int
    text: str


@dataclass(slots=True)
class Editor:
    """Collects the edits of one title, in the order in which its elements shall stand.

    What is new goes behind the last element that was seen before it, and takes the file's own line
    ends and indentation; a title that stands in one line stays in one.
    """

    text: str
    title: Node
    _edits: list[Edit] = field(default_factory=list)
    _line_end: str = field(init=False)
    _indent: str = field(init=False)
    _unit: str = field(init=False)
    _position: int = field(init=False)

    def __post_init__(self) -> None:
        before_title = self._blanks_before(self.title.start)
        outer = before_title.lstrip("\r\n")
        first = self.title.children[0].start if self.title.children else -1
        blanks = self._blanks_before(first) if first >= 0 else f"\n{outer}  "
        if first < 0 and "\r\n" in self.text:
            blanks = f"\r{blanks}"
        self._line_end = blanks[: len(blanks) - len(blanks.lstrip("\r\n"))]
        self._indent = blanks.lstrip("\r\n") if self._line_end else ""
        unit = self._indent.removeprefix(outer)
        self._unit = (unit or "  ") if self._line_end else ""
        self._position = self.title.inner_start

    def finish(self) -> list[Edit]:
        """Return the edits; of those at one place, the first stands first."""
        if self._edits and not self.title.children:
            end = self._line_end + self._blanks_before(self.title.start).lstrip("\r\n")
            start, stop = self.title.inner_start, self.title.inner_end
            is_blank = not self.text[start:stop].strip()
            self._edits.append(Edit(start if is_blank else stop, stop, end))
        return self._edits

    def passed(self, nodes: Sequence[Node]) -> None:
        """Remember that these elements stay: what comes after them goes behind the last."""
        self._position = max([self._position, *(node.end for node in nodes)])

    def put(self, nodes: Sequence[Node], parts: Sequence[Lines]) -> None:
        """Put `parts` where the first of `nodes` stands and take the others out; or insert them."""
        if not nodes:
            written = "".join(self._line_end + self._indent + self._joined(p) for p in parts)
            self._edits.append(Edit(self._position, self._position, written))
            return
        if parts:
            first, *others = nodes
            between = self._line_end + self._indent
            self.replace(first, between.join(map(self._joined, parts)))
        else:
            others = list(nodes)
        for node in others:
            blanks = self._blanks_before(node.start)
            self._edits.append(Edit(node.start - len(blanks), node.end, ""))
        self.passed(nodes)

    def replace(self, node: Node, written: str) -> None:
        """Write something else in an element's place."""
        self._edits.append(Edit(node.start, node.end, written))

    def put_text(self, node: Node, text: str) -> None:
        """Give an element another text; its attributes stay."""
        first, last = marks_of(node)
        self.replace(node, f"{first}{html.escape(text, quote=False)}{last}")

    def put_inside(self, node: Node, lines: Lines) -> None:
        """Append lines inside an element, before its end."""
        deeper = self._line_end + self._indent + self._unit
        written = deeper + self._joined([(depth + 1, line) for depth, line in lines])
        if node.is_empty:
            first, last = marks_of(node)
            self.replace(node, f"{first}{written}{self._line_end}{self._indent}{last}")
            return
        end = node.children[-1].end if node.children else node.inner_start
        self._edits.append(Edit(end, end, written))

    def put_first(self, line: str) -> None:
        """Put a line before all else in the title."""
        start = self.title.inner_start
        self._edits.insert(0, Edit(start, start, self._line_end + self._indent + line))

    def put_at(self, start: int, end: int, written: str) -> None:
        """Write something else over a stretch of the text."""
        self._edits.append(Edit(start, end, written))

    def put_deeper(self, node: Node, lines: Lines) -> None:
        """Write lines in the place of an element that stands one level deeper."""
        self.replace(node, self._joined([(depth + 1, line) for depth, line in lines]))

    def _joined(self, lines: Lines) -> str:
        """Write lines below each other; the first goes where the caller stands."""
        between = self._line_end + self._indent
        first, *rest = lines
        written = [first[1], *(f"{between}{self._unit * depth}{line}" for depth, line in rest)]
        return "".join(written)

    def _blanks_before(self, position: int) -> str:
        match = _BLANKS_BEFORE.search(self.text[max(0, position - _FURTHEST_BACK) : position])
        return match[0] if match else ""


def marks_of(node: Node) -> tuple[str, str]:
    """Return an element's first mark, no longer empty, and its last one."""
    first = node.opening
    name = re.split(r"[\s/>]", first[1:], maxsplit=1)[0]
    if node.is_empty:
        first = first[:-1].rstrip().removesuffix("/").rstrip() + ">"
    return first, f"</{name}>"
