"""Tables for people: drawn to fit a terminal, written whole into a pipe, harmless in both."""

import re
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final, TextIO, TypeAlias

if TYPE_CHECKING:  # takes long to import, and `--help` draws nothing
    from rich.console import Console

Cell: TypeAlias = str | int | float | Path | datetime | uuid.UUID | None

GAP: Final = 2
NARROW: Final = 14  # a column up to here is never squeezed
TOO_NARROW: Final = 20  # words squeezed into less are no longer read

_UNSEEN: Final = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"
)


@dataclass(frozen=True, slots=True)
class Table:
    """What a person reads where a script reads the document; numbers stand on the right.

    Where there is too little room, words are wrapped and a path loses its middle.
    """

    columns: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    empty: str = "Nothing here yet."

    def holds_numbers(self, column: int) -> bool:
        """Tell whether a column is one of numbers."""
        return all(isinstance(row[column], (int, float, type(None))) for row in self.rows)

    def holds_paths(self, column: int) -> bool:
        """Tell whether a column is one of paths."""
        return all(isinstance(row[column], Path) for row in self.rows)

    def texts(self) -> list[list[str]]:
        """Write out every cell, so that none of them acts on a terminal."""
        return [[visible(_text(cell)) for cell in row] for row in self.rows]


def visible(text: str) -> str:
    """Write out what a terminal would obey or hide, so that a file's name cannot act on it."""
    return _UNSEEN.sub(_escape, text)


def write(table: Table, stream: TextIO) -> None:
    """Write a table for a pipe: whole cells, aligned columns, no colours."""
    rows = [list(table.columns), *table.texts()]
    widths = _widths(rows)
    numbers = [table.holds_numbers(column) for column in range(len(widths))]
    for row in rows if any(table.columns) else rows[1:]:
        cells = (
            _padding(text, width) + text if is_number else text + _padding(text, width)
            for text, width, is_number in zip(row, widths, numbers, strict=True)
        )
        stream.write((" " * GAP).join(cells).rstrip() + "\n")


def draw(table: Table) -> None:
    """Draw a table on a terminal: in columns where they fit, else one row below the other."""
    from rich.console import Console  # noqa: PLC0415

    console = Console(highlight=False)
    widths = _fitting([list(table.columns), *table.texts()], console.width)
    if widths is None:
        _draw_apart(table, console)
    else:
        _draw_columns(table, widths, console)


def shortened(path: str, width: int) -> str:
    """Leave out the middle of a path, whose beginning and end tell most."""
    from rich.cells import cell_len, set_cell_size  # noqa: PLC0415

    if cell_len(path) <= width:
        return path
    end = (width - 1) * 2 // 3
    tail = path
    while cell_len(tail) > end:
        tail = tail[1:]
    return set_cell_size(path, width - 1 - cell_len(tail)) + "…" + tail


def _fitting(rows: Sequence[Sequence[str]], width: int) -> list[int] | None:
    """Share the width out: the widest columns give up room first; None if they lose too much."""
    natural = _widths(rows)
    room = width - GAP * (len(natural) - 1)
    if sum(natural) <= room:
        return natural
    cap = max(natural)
    while cap > TOO_NARROW and sum(_squeezed(natural, cap)) > room:
        cap -= 1
    squeezed = _squeezed(natural, cap)
    return squeezed if sum(squeezed) <= room else None


def _squeezed(natural: Sequence[int], cap: int) -> list[int]:
    return [each if each <= NARROW else min(each, cap) for each in natural]


def _draw_columns(table: Table, widths: Sequence[int], console: "Console") -> None:
    from rich.table import Table as Drawing  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    drawing = Drawing(box=None, header_style="bold", pad_edge=False, show_header=any(table.columns))
    for index, (name, width) in enumerate(zip(table.columns, widths, strict=True)):
        side = "right" if table.holds_numbers(index) else "left"
        drawing.add_column(name, justify=side, width=width, overflow="fold")  # type: ignore[arg-type]  # one of rich's words
    paths = {index for index in range(len(widths)) if table.holds_paths(index)}
    for row in table.texts():
        cells = (
            shortened(text, widths[index]) if index in paths else text
            for index, text in enumerate(row)
        )
        drawing.add_row(*map(Text, cells))
    console.print(drawing)


def _draw_apart(table: Table, console: "Console") -> None:
    """Draw each row below its first cell, with the columns' names beside the others."""
    from rich.table import Table as Drawing  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    label_width = GAP + max(map(len, table.columns))
    for row in table.texts():
        console.print(Text(row[0], style="bold"))
        below = Drawing.grid(padding=(0, GAP))
        below.add_column(width=label_width)
        for name, text in zip(table.columns[1:], row[1:], strict=True):
            if text:
                below.add_row(Text(" " * GAP + name, style="dim"), Text(text, overflow="fold"))
        console.print(below)


def _widths(rows: Sequence[Sequence[str]]) -> list[int]:
    from rich.cells import cell_len  # noqa: PLC0415

    return [max(map(cell_len, column)) for column in zip(*rows, strict=True)]


def _padding(text: str, width: int) -> str:
    from rich.cells import cell_len  # noqa: PLC0415

    return " " * (width - cell_len(text))


def _text(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return f"{cell.astimezone():%Y-%m-%d %H:%M}"
    return str(cell)


def _escape(match: re.Match[str]) -> str:
    character = match.group()
    if "\udc80" <= character <= "\udcff":  # a stray byte of a path: PEP 383
        return f"\\x{ord(character) - 0xDC00:02x}"
    return character.encode("unicode_escape", "surrogatepass").decode()
