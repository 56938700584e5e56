"""HDR10+ in a picture's own bytes: a registered message (ITU-T T.35) before the first slice.

Source: SMPTE ST 2094-40; HDR10+ System Whitepaper, Annex A; AV1 HDR10+ Metadata Handling.
"""

from collections.abc import Iterator
from typing import Final

_MESSAGE: Final = b"\xb5\x00\x3c\x00\x01\x04"  # country, provider, its code, application 4
_REGISTERED: Final = 4  # both as an SEI payload of HEVC and as a metadata type of AV1
_PREFIX_SEI: Final = 39
_LAST_SLICE: Final = 31  # NAL units up to here are slices: messages stand before them
_METADATA: Final = 5  # obu_type
_MOST_UNITS: Final = 64


def has_hdr10_plus(codec: str, packet: bytes, record: bytes) -> bool:
    """Say whether one picture carries HDR10+; `record` is the codec's configuration."""
    if codec == "hevc":
        return any(_says_so(message) for message in _sei(packet, record))
    if codec == "av1":
        return any(body.startswith(_MESSAGE) for body in _registered(packet))
    return False


def _says_so(unit: bytes) -> bool:
    """Walk through the messages of an SEI unit (ITU-T H.265, 7.3.5)."""
    body, at = unit[2:].replace(b"\0\0\3", b"\0\0"), 0
    while at + 2 < len(body):
        kind, at = _summed(body, at)
        size, at = _summed(body, at)
        if kind == _REGISTERED and body[at : at + size].startswith(_MESSAGE):
            return True
        at += size
    return False


def _summed(body: bytes, at: int) -> tuple[int, int]:
    """Read a number that is written as bytes of 255 and a last one."""
    total = 0
    while at < len(body):
        total += body[at]
        at += 1
        if body[at - 1] != 0xFF:
            break
    return total, at


def _sei(packet: bytes, record: bytes) -> Iterator[bytes]:
    """Yield the SEI units that stand before the first slice."""
    is_plain = packet.startswith((b"\0\0\1", b"\0\0\0\1"))
    units = _after_start_codes(packet) if is_plain else _after_sizes(packet, record)
    for _, unit in zip(range(_MOST_UNITS), units, strict=False):
        kind = unit[0] >> 1 & 0x3F if unit else 0
        if kind <= _LAST_SLICE:
            return
        if kind == _PREFIX_SEI:
            yield unit


def _after_start_codes(packet: bytes) -> Iterator[bytes]:
    yield from (unit.rstrip(b"\0") for unit in packet.split(b"\0\0\1") if unit.strip(b"\0"))


def _after_sizes(packet: bytes, record: bytes) -> Iterator[bytes]:
    """Yield units of which each follows its size, as Matroska and MP4 write them."""
    width = (record[21] & 3) + 1 if len(record) > 21 else 4
    at = 0
    while at + width < len(packet):
        size = int.from_bytes(packet[at : at + width], "big")
        yield packet[at + width : at + width + size]
        at += width + size


def _registered(packet: bytes) -> Iterator[bytes]:
    """Yield the registered messages of an AV1 temporal unit (AV1, 5.3 and 5.8.2)."""
    at = 0
    for _ in range(_MOST_UNITS):
        if at >= len(packet):
            return
        head = packet[at]
        at += 2 if head & 4 else 1
        size, at = _leb128(packet, at) if head & 2 else (len(packet) - at, at)
        if head >> 3 & 0xF == _METADATA:
            kind, start = _leb128(packet, at)
            if kind == _REGISTERED:
                yield packet[start : at + size]
        at += size


def _leb128(data: bytes, at: int) -> tuple[int, int]:
    value = 0
    for shift in range(8):
        if at >= len(data):
            break
        value |= (data[at] & 0x7F) << 7 * shift
        at += 1
        if data[at - 1] < 0x80:
            break
    return value, at
