"""Sample entries: what a track's samples are coded in (ISO/IEC 14496-12, 8.5.2 and 12)."""

import struct
from dataclasses import dataclass
from typing import Final

from maestrarr.media.codecs import audio, names, video
from maestrarr.media.codecs.audio import AudioConfiguration
from maestrarr.media.codecs.video import VideoConfiguration
from maestrarr.media.mp4.boxes import Box, boxes, payload
from maestrarr.media.window import Window

MAX_ENTRY_BYTES: Final = 1024 * 1024

_VISUAL: Final = struct.Struct(">16xHH50x")  # after reserved bytes and the data reference
_SOUND: Final = struct.Struct(">HHIHHHHI")
_SOUND_2: Final = struct.Struct(">dI")
_VISUAL_BYTES: Final = 78
_SOUND_BYTES: Final = {0: 28, 1: 44, 2: 64}
_CONFIGURATIONS: Final = frozenset((b"avcC", b"hvcC", b"av1C", b"vvcC"))
_DOLBY_VISION: Final = frozenset((b"dvcC", b"dvvC", b"dvwC"))
_AUDIO_READERS: Final = {
    b"dac3": audio.ac3,
    b"dec3": audio.eac3,
    b"ddts": audio.dts,
    b"dOps": audio.opus,
}
_MISCOUNTED: Final = frozenset(("ac3", "eac3", "dts"))  # writers put 2 or 6, whatever it holds
_FORCED_ALWAYS: Final = 0x80000000  # tx3g displayFlags: every sample is forced (3GPP TS 26.245)
_FORCED_SOME: Final = 0x40000000


@dataclass(frozen=True, slots=True)
class VisualEntry:
    """What a picture track is coded in; `transfer` as in ITU-T H.273."""

    codec: str
    width: int = 0
    height: int = 0
    setup: VideoConfiguration = VideoConfiguration()  # noqa: RUF009  # frozen
    transfer: int | None = None
    has_dolby_vision: bool = False
    dolby_vision_profile: int | None = None
    bitrate: int | None = None


@dataclass(frozen=True, slots=True)
class SoundEntry:
    """What a sound track is coded in."""

    codec: str
    setup: AudioConfiguration = AudioConfiguration()  # noqa: RUF009  # frozen


@dataclass(frozen=True, slots=True)
class TextEntry:
    """What a subtitle track is coded in."""

    codec: str
    is_forced: bool = False


def visual_entry(window: Window, entry: Box) -> VisualEntry:
    """Read a VisualSampleEntry and the boxes in it."""
    fields = window.read_whole(entry.payload, _VISUAL_BYTES)
    width, height = _VISUAL.unpack_from(fields, 8)
    parts = _parts(window, entry, _VISUAL_BYTES)
    codec = names.mp4_codec(_original(window, parts) or entry.kind)
    if descriptor := parts.get(b"esds"):
        codec = _object_codec(payload(window, descriptor)) or codec
    record = b""
    for kind in _CONFIGURATIONS & parts.keys():
        record = payload(window, parts[kind])
    setup = video.configuration(codec, record)
    if vp9 := parts.get(b"vpcC"):
        setup = _vp9(payload(window, vp9))
    dolby_vision = next((parts[kind] for kind in _DOLBY_VISION & parts.keys()), None)
    return VisualEntry(
        codec=codec,
        width=width,
        height=height,
        setup=setup,
        transfer=video.transfer_curve(codec, record, _transfer(window, parts)),
        has_dolby_vision=dolby_vision is not None,
        dolby_vision_profile=(
            video.dolby_vision_profile(payload(window, dolby_vision)) if dolby_vision else None
        ),
        bitrate=_bitrate(window, parts),
    )


def sound_entry(window: Window, entry: Box, *, description_version: int) -> SoundEntry:
    """Read an AudioSampleEntry, in its ISO shape or in one of QuickTime's three.

    The channels that it writes are often wrong; those of the configuration record win.
    """
    fields = window.read(entry.payload + 8, _SOUND_BYTES[2] - 8)
    if len(fields) < _SOUND.size:
        return SoundEntry(names.mp4_codec(entry.kind))
    version, _, _, channels, bit_depth, _, _, rate = _SOUND.unpack_from(fields)
    sample_rate: int = rate >> 16
    # A description of version 1 is ISO's own; only in QuickTime's do fields follow.
    version = version if description_version == 0 and version in _SOUND_BYTES else 0
    if version == 2 and len(fields) >= 36:
        real_rate, channels = _SOUND_2.unpack_from(fields, 24)
        sample_rate = int(real_rate) if 0 < real_rate < 10_000_000 else 0
    parts = _parts(window, entry, _SOUND_BYTES[version])
    codec = _sound_codec(window, entry, parts)
    written = AudioConfiguration(
        channels=channels if channels < 256 and codec not in _MISCOUNTED else 0,
        sample_rate=sample_rate or None,
        bit_depth=bit_depth if audio.has_bit_depth(codec) else None,
    )
    return SoundEntry(codec, _merged(_sound_setup(window, parts), written, _bitrate(window, parts)))


def _sound_codec(window: Window, entry: Box, parts: dict[bytes, Box]) -> str:
    codec = names.mp4_codec(_original(window, parts) or entry.kind)
    if descriptor := parts.get(b"esds"):
        return _object_codec(payload(window, descriptor)) or codec
    order = parts.get(b"enda")  # QuickTime: samples are in little-endian order
    if order and codec.endswith("be") and window.read(order.payload, 2) == b"\0\1":
        return codec.removesuffix("be") + "le"
    return codec


def text_entry(window: Window, entry: Box) -> TextEntry:
    """Read a subtitle's sample entry; 3GPP timed text says whether it is always shown."""
    if entry.kind != b"tx3g":
        return TextEntry(names.mp4_codec(entry.kind))
    flags = int.from_bytes(window.read(entry.payload + 8, 4), "big")
    return TextEntry("mov_text", bool(flags & _FORCED_ALWAYS) and bool(flags & _FORCED_SOME))


def _parts(window: Window, entry: Box, skipped: int) -> dict[bytes, Box]:
    """Find the boxes in a sample entry, also those in QuickTime's `wave` and in `sinf`."""
    found: dict[bytes, Box] = {}
    end = min(entry.end, entry.payload + MAX_ENTRY_BYTES)
    for box in boxes(window, entry.payload + skipped, end):
        found.setdefault(box.kind, box)
    for kind in (b"wave", b"sinf"):
        if outer := found.get(kind):
            for box in boxes(window, outer.payload, outer.end):
                found.setdefault(box.kind, box)
    return found


def _original(window: Window, parts: dict[bytes, Box]) -> bytes | None:
    """Say what an encrypted entry (`encv`, `enca`) was before it was encrypted."""
    sealed = parts.get(b"frma") if b"sinf" in parts else None
    return window.read(sealed.payload, 4) if sealed else None


def _sound_setup(window: Window, parts: dict[bytes, Box]) -> AudioConfiguration:
    for kind, reader in _AUDIO_READERS.items():
        if box := parts.get(kind):
            return reader(payload(window, box))
    if box := parts.get(b"dfLa"):
        return audio.flac(payload(window, box)[4:])
    if box := parts.get(b"alac"):
        return audio.alac(payload(window, box)[4:])
    if box := parts.get(b"esds"):
        return _descriptor_setup(payload(window, box))
    return AudioConfiguration()


def _merged(
    record: AudioConfiguration, written: AudioConfiguration, bitrate: int | None
) -> AudioConfiguration:
    channels = record.channels or written.channels
    return AudioConfiguration(
        profile=record.profile,
        channels=channels,
        layout=record.layout or audio.layout_name(channels),
        sample_rate=record.sample_rate or written.sample_rate,
        bit_depth=record.bit_depth or written.bit_depth,
        bitrate=record.bitrate or bitrate,
    )


def _transfer(window: Window, parts: dict[bytes, Box]) -> int | None:
    """Read the transfer curve out of a colour box, or out of VP9's configuration."""
    if colour := parts.get(b"colr"):
        record = window.read(colour.payload, 10)
        if record[:4] in (b"nclx", b"nclc"):
            return int.from_bytes(record[6:8], "big")
    if (vp9 := parts.get(b"vpcC")) and len(record := payload(window, vp9)) >= 9:
        return record[8]
    return None


def _vp9(record: bytes) -> VideoConfiguration:
    """Read a VPCodecConfigurationRecord (VP Codec ISO Media File Format Binding, 1.0)."""
    if len(record) < 7:
        return VideoConfiguration()
    return video.vp9_configuration(record[4], record[5], record[6] >> 4)


def _bitrate(window: Window, parts: dict[bytes, Box]) -> int | None:
    """Read the average bit rate out of a bit rate box or a stream descriptor."""
    if box := parts.get(b"btrt"):
        return int.from_bytes(window.read(box.payload + 8, 4), "big") or None
    if box := parts.get(b"esds"):
        record = _decoder_configuration(payload(window, box))
        return int.from_bytes(record[9:13], "big") or None
    return None


def _object_codec(descriptor: bytes) -> str | None:
    record = _decoder_configuration(descriptor)
    return names.MPEG4_OBJECTS.get(record[0]) if record else None


def _descriptor_setup(descriptor: bytes) -> AudioConfiguration:
    record = _decoder_configuration(descriptor)
    if not record or names.MPEG4_OBJECTS.get(record[0]) != "aac":
        return AudioConfiguration()
    tag, specific, _ = _descriptor(record[13:])
    return audio.aac(specific) if tag == 5 else AudioConfiguration()


def _decoder_configuration(descriptor: bytes) -> bytes:
    """Find the DecoderConfigDescriptor in an esds box (ISO/IEC 14496-1, 7.2.6)."""
    tag, body, _ = _descriptor(descriptor[4:])
    if tag != 3 or len(body) < 3:
        return b""
    flags, position = body[2], 3
    position += 2 * bool(flags & 0x80)
    if flags & 0x40:
        position += 1 + (body[position] if position < len(body) else 0)
    position += 2 * bool(flags & 0x20)
    tag, record, _ = _descriptor(body[position:])
    return record if tag == 4 else b""


def _descriptor(data: bytes) -> tuple[int, bytes, bytes]:
    """Split a descriptor into its tag, its body and what follows; its size is 7 bits a byte."""
    size = 0
    for position in range(1, min(5, len(data))):
        size = size << 7 | data[position] & 0x7F
        if data[position] < 0x80:
            start = position + 1
            return data[0], data[start : start + size], data[start + size :]
    return 0, b"", b""
