"""Frames as encoders write them, and by hand what no free encoder does: Atmos, DTS-HD, HDR10+."""

import io
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import av

EAC3_OBJECTS = "1" + f"{1:06b}" + "00000001" + f"{16:08b}"  # addbsie, two bytes, the flag, how many
LOSSLESS = b"\x41\xa2\x95\x47"
OBJECTS = b"\x02\x00\x08\x50"


def bits_of(data: bytes) -> str:
    return f"{int.from_bytes(data, 'big'):0{8 * len(data)}b}"


def bytes_of(bits: str) -> bytes:
    padded = bits + "0" * (-len(bits) % 8)
    return int(padded, 2).to_bytes(len(padded) // 8, "big")


def eac3_frames(stream: bytes) -> Iterator[bytes]:
    """Cut an E-AC-3 stream into its frames."""
    at = 0
    while at < len(stream):
        size = 2 * ((int.from_bytes(stream[at + 2 : at + 4], "big") & 0x7FF) + 1)
        yield stream[at : at + size]
        at += size


def with_objects(frame: bytes) -> bytes:
    """Announce objects in an E-AC-3 frame of FFmpeg's, whose header ends without additions.

    What follows moves by as many bits as are added, and the frame grows by two words.
    """
    bits = bits_of(frame)
    at = 16 + 2 + 3 + 11 + 2 + 2 + 3 + 1 + 5 + 5 + 1  # up to whether there is mixing metadata
    assert bits[at - 1 : at + 3] == "0000"  # no compression, no metadata, no additions
    at += 2
    grown = bits[:at] + EAC3_OBJECTS + bits[at + 1 :]
    words = (len(frame) + 4) // 2 - 1
    padded = bytearray(bytes_of(grown) + bytes(4))[: len(frame) + 4]
    padded[2:4] = (int.from_bytes(padded[2:4], "big") & 0xF800 | words).to_bytes(2, "big")
    return bytes(padded)


def dependent(frame: bytes, chanmap: int) -> bytes:
    """Turn an E-AC-3 frame of FFmpeg's into one that depends on the one before it."""
    bits = bits_of(frame)
    at = 16 + 2 + 3 + 11 + 2 + 2 + 3 + 1 + 5 + 5 + 1
    said = "01" + bits[18:at] + "1" + f"{chanmap:016b}" + bits[at:]
    return bytes_of(bits[:16] + said)[: len(frame)]


def truehd_with_objects(stream: bytes) -> bytes:
    """Claim a fourth substream with sixteen channels in each major sync of a TrueHD stream."""
    changed, at = bytearray(stream), 0
    while (at := stream.find(b"\xf8\x72\x6f\xba", at)) >= 0:
        head = changed[at : at + 28]
        assert head[26:] == mlp_checksum(head)
        head[16] = 4 << 4 | head[16] & 0xF
        head[17] |= 0x80
        changed[at : at + 28] = head[:26] + mlp_checksum(head)
        at += 28
    return bytes(changed)


def mlp_checksum(head: bytes | bytearray) -> bytes:
    """Compute what a major sync ends with: a CRC of 16 bits, mixed with the two bytes before."""
    crc = 0
    for byte in head[:24]:
        crc ^= byte << 8
        for _ in range(8):
            crc = (crc << 1 ^ (0x2D if crc & 0x8000 else 0)) & 0xFFFF
    return (crc ^ int.from_bytes(head[24:26], "big")).to_bytes(2, "big")


def dts_substream(*parts: bytes) -> bytes:
    """Write an extension substream that holds these parts."""
    body = b"".join(parts)
    header = 16
    fields = f"{0:08b}{0:02b}0{header - 1:08b}{header + len(body) - 1:016b}"
    return b"\x64\x58\x20\x25" + bytes_of(fields).ljust(header - 4, b"\0") + body


def hdr10_plus_message() -> bytes:
    """Write the SEI message of one window without curves (SMPTE ST 2094-40)."""
    fields = (
        f"{1:08b}{1:02b}{400:027b}0" + f"{1000:017b}" * 3 + f"{500:017b}{0:04b}{0:010b}" + "000"
    )
    return b"\xb5\x00\x3c\x00\x01\x04" + bytes_of(fields)


def sei_unit(payload: bytes) -> bytes:
    """Write a NAL unit with one registered message, escaped as bytes after two zeros must be."""
    body = bytes((4, len(payload))) + payload + b"\x80"
    escaped = bytearray()
    for byte in body:
        if escaped[-2:] == b"\0\0" and byte <= 3:
            escaped.append(3)
        escaped.append(byte)
    return b"\x4e\x01" + bytes(escaped)


def with_hdr10_plus(stream: bytes) -> bytes:
    """Put the message before each first slice of an HEVC stream with start codes."""
    units = stream.split(b"\0\0\1")
    told = []
    for unit in units[1:]:
        is_slice = unit[0] >> 1 & 0x3F <= 31 and unit[2] & 0x80  # the first one of a picture
        if is_slice:
            told.append(sei_unit(hdr10_plus_message()))
        told.append(unit)
    return units[0] + b"".join(b"\0\0\1" + unit for unit in told)


def av1_unit(kind: int, body: bytes, *, is_sized: bool = True) -> bytes:
    """Write an OBU, whose size takes one byte."""
    return bytes((kind << 3 | 2 * is_sized,)) + (bytes((len(body),)) if is_sized else b"") + body


def encoded(codec: str, form: str, **options: str) -> bytes:
    """Encode a few frames of nothing with FFmpeg's libraries."""
    stream = io.BytesIO()
    with av.open(stream, "w", format=form) as out:
        if codec == "libx265":
            picture = out.add_stream(codec, rate=24, options=options)
            picture.width, picture.height, picture.pix_fmt = 64, 64, "yuv420p10le"
            frames: Any = (av.VideoFrame(64, 64, "yuv420p10le") for _ in range(5))
        else:
            picture = out.add_stream(codec, rate=48_000, layout="5.1")
            frames = (_silence(picture.codec_context.format.name) for _ in range(5))
        for frame in frames:
            out.mux(picture.encode(frame))
        out.mux(picture.encode(None))
    return stream.getvalue()


def _silence(form: str) -> av.AudioFrame:
    frame = av.AudioFrame(format=form, layout="5.1", samples=1536)
    for plane in frame.planes:
        plane.update(bytes(plane.buffer_size))
    frame.sample_rate = 48_000
    return frame


HDR10 = "log-level=none:hdr10=1:repeat-headers=1:colorprim=9:transfer=16:colormatrix=9"


def write_film(path: Path, *streams: tuple[str, bytes]) -> None:
    """Write streams, each with FFmpeg's name of its form, into one Matroska film."""
    with av.open(str(path), "w", format="matroska") as film:
        opened = [av.open(io.BytesIO(data), format=form) for form, data in streams]
        added = [film.add_stream_from_template(each.streams[0]) for each in opened]
        for source, target in zip(opened, added, strict=True):
            for number, packet in enumerate(one for one in source.demux() if one.size):
                packet.pts = packet.dts = number
                packet.time_base = Fraction(1, 24)
                packet.stream = target
                film.mux(packet)
            source.close()
