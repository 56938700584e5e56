"""EBML, the binary tree that Matroska is written in (RFC 8794)."""

import struct
import zlib
from typing import Final, NamedTuple

from maestrarr.media.causes import because
from maestrarr.media.facts import FaultKind, NotReadable

MAX_CHILDREN: Final = 10_000  # in one element; a film has a few dozen
MAX_HEADER_BYTES: Final = 12  # four of id, eight of size

CHECKSUM_BYTES: Final = 6  # a whole CRC-32 element; it comes first and covers what follows it

_UNKNOWN_SIZES: Final = {length: (1 << 7 * length) - 1 for length in range(1, 9)}
_ONE_BYTE_UNKNOWN: Final = 0xFF
_LENGTHS: Final = tuple(9 - first.bit_length() for first in range(256))  # by the first byte
_FLOAT: Final = struct.Struct(">f")
_DOUBLE: Final = struct.Struct(">d")

Span = tuple[int, int]


class Child(NamedTuple):
    """An element inside another: its id, where it starts, where its payload starts and ends."""

    id: int
    start: int
    payload: int
    end: int


def damaged(what: str) -> NotReadable:
    """Make the error for a header that contradicts itself."""
    return NotReadable(FaultKind.DAMAGED, because("damaged_matroska", technical=what))


def header(data: bytes, position: int) -> tuple[int, int | None, int]:
    """Read an element's id, the size of its payload and where that begins.

    The size is None when the writer did not know it.

    Raises:
        NotReadable: there is no element at `position`.
    """
    try:
        id_length = _LENGTHS[data[position]]
        size_at = position + id_length
        first = data[size_at]
    except IndexError:
        raise damaged("an element is cut off") from None
    size_length = _LENGTHS[first]
    payload = size_at + size_length
    if id_length > 4 or size_length > 8 or payload > len(data):
        raise damaged("an element has no valid id or size")
    element = int.from_bytes(data[position:size_at], "big")
    if size_length == 1:  # as most have it
        return element, None if first == _ONE_BYTE_UNKNOWN else first & 0x7F, payload
    all_ones = _UNKNOWN_SIZES[size_length]
    size = int.from_bytes(data[size_at:payload], "big") & all_ones
    return element, None if size == all_ones else size, payload


def shortest_size(size: int) -> int:
    """Say how many bytes an element's size takes at least; all ones would mean unknown."""
    return next((length for length, limit in _UNKNOWN_SIZES.items() if size < limit), 9)


def size_field(size: int, length: int) -> bytes:
    """Write an element's size in so many bytes."""
    return (size | 1 << 7 * length).to_bytes(length, "big")


def void_header(total: int) -> bytes:
    """Write how a Void of `total` bytes begins; one of a single byte cannot be written."""
    if not total:
        return b""
    length = next(length for length, limit in _UNKNOWN_SIZES.items() if total - 1 - length < limit)
    return b"\xec" + size_field(total - 1 - length, length)


def checksum_of(payload: bytes | bytearray) -> bytes:
    """Compute what the CRC-32 element that a payload begins with shall hold (RFC 8794, 11.3.1)."""
    return zlib.crc32(memoryview(payload)[CHECKSUM_BYTES:]).to_bytes(4, "little")


class Master:
    """An element made of elements, read from `data` between two positions.

    An element of size 0 means its default value, as does one that is absent (RFC 8794, 6.1).

    Raises:
        NotReadable: a child is longer than its parent, or of unknown size, or they are too many.
    """

    __slots__ = ("children", "data", "start")

    def __init__(self, data: bytes, start: int = 0, end: int | None = None) -> None:
        self.data = data
        self.start = start
        self.children: dict[int, list[Span]] = {}
        end = len(data) if end is None else end
        position, left = start, MAX_CHILDREN
        children = self.children
        while position < end:
            element, size, payload = header(data, position)
            if size is None:
                raise damaged("an element of unknown size stands where none may")
            position = payload + size
            left -= 1
            if position > end or not left:
                raise damaged("an element is longer than the one around it")
            if element in children:
                children[element].append((payload, position))
            else:
                children[element] = [(payload, position)]

    def in_order(self) -> list[Child]:
        """List the children as they stand there; each begins where the one before it ends."""
        found = sorted(
            (*span, element) for element, spans in self.children.items() for span in spans
        )
        starts = [self.start, *(end for _, end, _ in found)]
        return [
            Child(element, start, payload, end)
            for start, (payload, end, element) in zip(starts, found, strict=False)
        ]

    def spans(self, element: int) -> list[Span]:
        """Say where the payloads of every such child are."""
        return self.children.get(element, [])

    def masters(self, element: int) -> list["Master"]:
        """Read every such child that is itself made of elements."""
        return [Master(self.data, start, end) for start, end in self.spans(element)]

    def master(self, element: int) -> "Master | None":
        """Read the first such child that is itself made of elements."""
        found = self.children.get(element)
        return Master(self.data, *found[0]) if found else None

    def payload(self, element: int) -> bytes:
        """Return the first such child's bytes; empty when absent."""
        found = self.children.get(element)
        return self.data[found[0][0] : found[0][1]] if found else b""

    def number(self, element: int, default: int = 0) -> int:
        """Read an unsigned integer."""
        return int.from_bytes(payload[:8], "big") if (payload := self.payload(element)) else default

    def number_or_none(self, element: int) -> int | None:
        """Read an unsigned integer whose absence means something."""
        return int.from_bytes(payload[:8], "big") if (payload := self.payload(element)) else None

    def flag(self, element: int, *, default: bool = False) -> bool:
        """Read a flag."""
        return self.number(element, default) != 0

    def real(self, element: int, default: float = 0.0) -> float:
        """Read a floating point number of four or eight bytes."""
        payload = self.payload(element)
        shape = {4: _FLOAT, 8: _DOUBLE}.get(len(payload))
        return float(shape.unpack(payload)[0]) if shape else default

    def text(self, element: int) -> str | None:
        """Read a text, which may be padded with NULs; None when absent or empty."""
        return self.payload(element).partition(b"\0")[0].decode("utf-8", "replace") or None
