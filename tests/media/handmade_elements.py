"""Matroska's elements made by hand, for headers that no common writer shows."""

import struct
import zlib

from maestrarr.media.matroska import ids

H264 = b"V_MPEG4/ISO/AVC"


def element(kind: int, payload: bytes, *, size_bytes: int = 4) -> bytes:
    """Write an element whose size takes so many bytes."""
    name = kind.to_bytes((kind.bit_length() + 7) // 8, "big")
    return name + (len(payload) | 1 << 7 * size_bytes).to_bytes(size_bytes, "big") + payload


def unknown(kind: int, payload: bytes) -> bytes:
    """Write an element whose writer did not know its size."""
    return kind.to_bytes((kind.bit_length() + 7) // 8, "big") + b"\xff" + payload


def number(kind: int, value: int, length: int = 1) -> bytes:
    return element(kind, value.to_bytes(length, "big"), size_bytes=1)


def track(kind: int, codec: bytes, *parts: bytes, uid: int = 1) -> bytes:
    head = number(ids.TRACK_NUMBER, uid) + number(ids.TRACK_UID, uid) + number(ids.TRACK_TYPE, kind)
    return element(ids.TRACK_ENTRY, head + element(ids.CODEC_ID, codec) + b"".join(parts))


def info(seconds: float = 60.0) -> bytes:
    return element(ids.INFO, element(ids.DURATION, struct.pack(">d", seconds * 1000)))


def block(time: int) -> bytes:
    return element(ids.SIMPLE_BLOCK, b"\x81" + time.to_bytes(2, "big", signed=True) + b"\0" * 9)


def cluster(at: int, *times: int) -> bytes:
    blocks = b"".join(map(block, times))
    return element(ids.CLUSTER, number(ids.CLUSTER_TIMESTAMP, at, 4) + blocks)


def seek_head(*entries: tuple[int, int]) -> bytes:
    """Write a SeekHead of fixed length for so many entries."""
    seeks = [
        element(
            ids.SEEK,
            element(ids.SEEK_ID, kind.to_bytes(4, "big")) + number(ids.SEEK_POSITION, at, 8),
        )
        for kind, at in entries
    ]
    return element(ids.SEEK_HEAD, b"".join(seeks))


def film(*parts: bytes, doc_type: bytes = b"matroska") -> bytes:
    body = b"".join(parts)
    return element(ids.EBML, element(ids.DOC_TYPE, doc_type)) + element(
        ids.SEGMENT, body, size_bytes=8
    )


VIDEO = track(1, H264, element(ids.VIDEO, number(ids.PIXEL_WIDTH, 64)))
SOUND = track(2, b"A_AC3", element(ids.AUDIO, number(ids.CHANNELS, 6)), uid=2)


def tracks(*entries: bytes) -> bytes:
    return element(ids.TRACKS, b"".join(entries))


def tight(kind: int, payload: bytes) -> bytes:
    """Write an element whose size takes no byte too many."""
    return element(kind, payload, size_bytes=1 if len(payload) < 127 else 2)


def checked(kind: int, payload: bytes) -> bytes:
    """Write an element that begins with the checksum of what follows."""
    checksum = zlib.crc32(payload).to_bytes(4, "little")
    return tight(kind, tight(ids.CRC32, checksum) + payload)


def void(total: int) -> bytes:
    """Write an empty element of so many bytes with its header, or none at all."""
    return b"" if not total else b"\xec" + bytes([0x80 | total - 2]) + bytes(total - 2)
