"""MP4's boxes made by hand, for headers that no common writer shows."""

import struct

ENGLISH = 0x15C7  # three letters of five bits


def box(kind: bytes, *parts: bytes) -> bytes:
    payload = b"".join(parts)
    return struct.pack(">I4s", 8 + len(payload), kind) + payload


def large(kind: bytes, *parts: bytes) -> bytes:
    """Write a box with a 64-bit size."""
    payload = b"".join(parts)
    return struct.pack(">I4sQ", 1, kind, 16 + len(payload)) + payload


def full(kind: bytes, *parts: bytes, version: int = 0, flags: int = 0) -> bytes:
    return box(kind, struct.pack(">I", version << 24 | flags), *parts)


def sound(
    fourcc: bytes, *parts: bytes, channels: int = 2, version: int = 0, more: bytes = b""
) -> bytes:
    fields = struct.pack(">HHIHHHHI", version, 0, 0, channels, 16, 0, 0, 48_000 << 16)
    return box(fourcc, bytes(6), b"\0\1", fields, more, *parts)


def trak(
    handler: bytes,
    entry: bytes,
    *parts: bytes,
    number: int = 1,
    enabled: int = 1,
    language: int = ENGLISH,
    tables: bytes = b"",
    media: bytes = b"",
) -> bytes:
    head = full(b"tkhd", bytes(8), struct.pack(">I", number), bytes(68), flags=enabled | 6)
    header = full(b"mdhd", bytes(8), struct.pack(">IIHH", 1000, 60_000, language, 0))
    described = full(b"stsd", struct.pack(">I", 1), entry)
    table = box(b"stbl", described, tables)
    handled = full(b"hdlr", bytes(4), handler, bytes(13))
    return box(b"trak", head, *parts, box(b"mdia", header, media, handled, box(b"minf", table)))


def movie(*parts: bytes, brand: bytes = b"isom", before: bytes = b"") -> bytes:
    header = full(b"mvhd", bytes(8), struct.pack(">II", 1000, 60_000), bytes(80))
    return box(b"ftyp", brand, bytes(4)) + before + box(b"moov", header, *parts)
