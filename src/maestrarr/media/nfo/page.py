"""One title of an NFO file being written: what stands there, what shall, and how that is said.

What a description leaves open stays as it is in the file; what it says is compared with what the
reader reads there, and written only where that differs.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from maestrarr.media.nfo.editing import Editor, Lines, element
from maestrarr.media.nfo.entry import NfoEntry
from maestrarr.media.nfo.tree import Node


@dataclass(frozen=True, slots=True)
class Page:
    """A title's element, what the reader reads in it, and what it shall say.

    `cleared` are fields of NfoEntry that somebody emptied on purpose.
    """

    editor: Editor
    title: Node
    current: NfoEntry
    wanted: NfoEntry
    cleared: frozenset[str] = frozenset()

    def put_text(self, field: str, *names: str) -> None:
        """Write one value: under its first name, and under the others where they stand already."""
        nodes = self.title.named(*names)
        wanted = getattr(self.wanted, field)
        if field in self.cleared:
            self.take_out(nodes)
        elif wanted is None or wanted == getattr(self.current, field):
            self.editor.passed(nodes)
        else:
            self.set_text(nodes, written(wanted), *names)

    def set_text(self, nodes: Sequence[Node], text: str, *names: str) -> None:
        """Make all elements of these names say the same, one of each; the first name is a must."""
        firsts = [own[0] for name in names if (own := [n for n in nodes if n.name == name])]
        if names[0] not in {node.name for node in firsts}:
            self.editor.put([], [[(0, element(names[0], text))]])
        for node in firsts:
            self.editor.put_text(node, text)
        self.take_out([node for node in nodes if node not in firsts])
        self.editor.passed(nodes)

    def put_list(self, field: str, *names: str) -> None:
        """Write several values, each in an element of its own."""
        nodes = self.title.named(*names)
        wanted = getattr(self.wanted, field)
        if field in self.cleared:
            self.take_out(nodes)
        elif not wanted or wanted == getattr(self.current, field):
            self.editor.passed(nodes)
        else:
            standing = {node.said(): node.raw for node in reversed(nodes)}
            lines: list[Lines] = [
                [(0, standing.get(text) or element(names[0], text))] for text in wanted
            ]
            self.editor.put(nodes, lines)

    def take_out(self, nodes: Sequence[Node]) -> None:
        """Take elements out of the title."""
        if nodes:
            self.editor.put(nodes, [])


def written(value: object) -> str:
    """Write a value as players read it."""
    if value is True:
        return "true"
    return value.isoformat() if isinstance(value, date) else str(value)
