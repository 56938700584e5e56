"""EBML's elements: an id, a size, and what is inside. Source: RFC 8794."""

import struct
import zlib

UNKNOWN_SIZE = b"\x01" + b"\xff" * 7

_CRC_32 = 0xBF
_VOID = 0xEC


def element(name: int, *parts: bytes) -> bytes:
    """Wrap `parts` into the element whose id is `name`."""
    inside = b"".join(parts)
    return identifier(name) + size(len(inside)) + inside


def number(name: int, value: int) -> bytes:
    """Make an element that holds an unsigned integer, in as few bytes as it takes."""
    return element(name, value.to_bytes(max(1, (value.bit_length() + 7) // 8)))


def real(name: int, value: float) -> bytes:
    """Make an element that holds a floating-point number of 8 bytes."""
    return element(name, struct.pack(">d", value))


def text(name: int, value: str | None) -> bytes:
    """Make an element that holds text; nothing at all for None."""
    return b"" if value is None else element(name, value.encode())


def checked(name: int, *parts: bytes) -> bytes:
    """Wrap `parts` behind their CRC-32, which counts everything that follows it."""
    inside = b"".join(parts)
    return element(name, element(_CRC_32, zlib.crc32(inside).to_bytes(4, "little")), inside)


def void(total_bytes: int) -> bytes:
    """Make an empty element that takes up `total_bytes`, at least 2, with its header."""
    width = 8 if total_bytes > 8 else 1
    inside = total_bytes - 1 - width
    return identifier(_VOID) + size(inside, width) + bytes(inside)


def identifier(name: int) -> bytes:
    """Write an element's id, which carries its own length."""
    return name.to_bytes((name.bit_length() + 7) // 8)


def size(value: int, width: int | None = None) -> bytes:
    """Write an element's size in `width` bytes, or in as few as it takes."""
    if width is None:
        width = next(bytes_ for bytes_ in range(1, 9) if value < (1 << 7 * bytes_) - 1)
    return (value | 1 << 7 * width).to_bytes(width)


def fixed(name: int, value: int) -> bytes:
    """Make an element that holds an unsigned integer in 8 bytes, whatever it is."""
    return element(name, value.to_bytes(8))
