"""A film copied packet by packet with FFmpeg's libraries, and compared with its copy."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, TypeAlias

import av
from av.container import InputContainer, OutputContainer
from av.packet import Packet
from av.stream import AttachmentStream, Disposition, Stream

from maestrarr.media.edits import Defaults
from maestrarr.media.ffmpeg.examine import FORMATS

Tell: TypeAlias = Callable[[int], None]  # how many bytes of packets have been dealt with
AnyPacket: TypeAlias = "Packet[Stream]"

MATROSKA: Final = frozenset(("matroska", "webm"))

_READING: Final = {"protocol_whitelist": "file", "format_whitelist": FORMATS}
_WRITING: Final = {"avoid_negative_ts": "disabled", "strict": "unofficial"}
_PICOSECONDS: Final = 10**12
# What muxers say of themselves, or work out anew.
_RENEWED: Final = frozenset(
    ("encoder", "duration", "handler_name", "vendor_id", "minor_version", "compatible_brands")
)


class NotTheSame(Exception):
    """A copy is not what it should be; the message is a sentence for the user."""


@dataclass(slots=True)
class StreamHash:
    """What passed by of one stream: how many packets, and a hash of them and their times."""

    packets: int = 0
    _digest: Any = field(default_factory=lambda: hashlib.blake2b(digest_size=32))

    def add(self, packet: AnyPacket) -> None:
        """Take in a packet: its bytes, what stands beside them, when it is due and how long."""
        self.packets += 1
        base = packet.time_base
        due = None if packet.pts is None else packet.pts * base * _PICOSECONDS
        self._digest.update(f"{due}/{packet.is_keyframe}/{packet.size}\n".encode())
        self._digest.update(packet)
        for beside in sorted(packet.iter_sidedata(), key=lambda one: one.data_type):
            self._digest.update(f"{beside.data_type}/{beside.data_size}\n".encode())
            self._digest.update(beside)

    @property
    def digest(self) -> bytes:
        """The hash of all that passed by."""
        return bytes(self._digest.digest())


Hashes: TypeAlias = Mapping[int, StreamHash]


def copy(source: str, target: str, form: str, defaults: Defaults, tell: Tell) -> Hashes:
    """Copy every stream, chapter, attachment and word of a film; return what passed by.

    Raises:
        NotTheSame: there is something in it that cannot be copied.
        av.FFmpegError, ValueError: FFmpeg does not write this.
    """
    with (
        _opened(source) as film,
        av.open(target, "w", format=form, options=_options(film, form)) as made,
    ):
        packets = film.demux()
        made.metadata.update(film.metadata)
        pictures = _pictures(film, packets) if form in MATROSKA else {}
        streams = _add_streams(film, made, defaults, pictures)
        made.set_chapters(film.chapters())
        return _copy_packets(packets, made, streams, tell)


def read(source: str, tell: Tell) -> Hashes:
    """Read a film, and return what passed by.

    Raises:
        av.FFmpegError: it cannot be read.
    """
    with _opened(source) as film:
        return _hashes(film, tell)


def compare(source: str, target: str, passed: Hashes, defaults: Defaults, tell: Tell) -> int:
    """Read the copy, and say how many packets are in it.

    Raises:
        NotTheSame: something in it is not as it was in the film.
        av.FFmpegError: it cannot be read.
    """
    with _opened(source) as film, _opened(target) as made:
        _compare_words("The film", _words(film.metadata), _words(made.metadata))
        if film.chapters() != made.chapters():
            raise NotTheSame("The chapters of the copy are not those of the film.")
        if len(film.streams) != len(made.streams):
            count = len(film.streams)
            raise NotTheSame(f"The copy has {len(made.streams)} streams, and the film {count}.")
        for one, other in zip(film.streams, made.streams, strict=True):
            _compare_streams(one, other, defaults)
        found = _hashes(made, tell)
    for index, expected in passed.items():
        got = found.get(index, StreamHash())
        if (got.packets, got.digest) != (expected.packets, expected.digest):
            raise NotTheSame(f"Stream {index} of the copy does not hold the same packets.")
    return sum(each.packets for each in passed.values())


def _opened(name: str) -> InputContainer:
    return av.open(name, container_options=_READING, metadata_errors="surrogateescape")


def _options(film: InputContainer, form: str) -> dict[str, str]:
    """Say how FFmpeg shall write: flags as they are given, and MP4's brand as it was."""
    if form in MATROSKA:
        return _WRITING | {"default_mode": "passthrough"}
    return _WRITING | {"brand": film.metadata.get("major_brand", "")}


def _is_picture(stream: Stream) -> bool:
    return bool(stream.disposition & Disposition.attached_pic)


def _pictures(film: InputContainer, packets: Iterator[AnyPacket]) -> dict[int, bytes]:
    """Take the attached pictures, which FFmpeg gives before anything else."""
    waiting = {stream.index for stream in film.streams if _is_picture(stream)}
    found: dict[int, bytes] = {}
    while waiting - found.keys():
        packet = next(packets, None)
        if packet is None or packet.stream.index not in waiting:
            raise NotTheSame("One of its attached pictures cannot be read.")
        found[packet.stream.index] = bytes(packet)
    return found


def _add_streams(
    film: InputContainer, made: OutputContainer, defaults: Defaults, pictures: Mapping[int, bytes]
) -> dict[int, Stream]:
    """Add each stream in its place; return those that packets are written to, by the film's."""
    added: dict[int, Stream] = {}
    for stream in film.streams:
        copied: Stream
        if isinstance(stream, AttachmentStream):
            copied = made.add_attachment(stream.name or "", stream.mimetype or "", stream.data)
        elif stream.index in pictures:
            name, kind = (stream.metadata.get(key, "") for key in ("filename", "mimetype"))
            copied = made.add_attachment(name, kind, pictures[stream.index])
        else:
            copied = added[stream.index] = made.add_stream_from_template(stream, opaque=True)
            copied.time_base = stream.time_base
            copied.disposition = wanted_disposition(stream, defaults)
        copied.metadata.update(stream.metadata)
    return added


def wanted_disposition(stream: Stream, defaults: Defaults) -> Disposition:
    """Say what a stream's flags shall be in the copy."""
    wanted = {"audio": defaults.audio, "subtitle": defaults.subtitle}.get(stream.type)
    if wanted is None:
        return stream.disposition
    others = stream.disposition & ~Disposition.default
    return others | Disposition.default if stream.index == wanted else others


def _copy_packets(
    packets: Iterable[AnyPacket],
    made: OutputContainer,
    streams: Mapping[int, Stream],
    tell: Tell,
) -> Hashes:
    hashes = {index: StreamHash() for index in streams}
    for packet in packets:
        index = packet.stream.index
        if index not in streams or _is_end(packet):
            continue
        hashes[index].add(packet)
        tell(packet.size)
        packet.stream = streams[index]
        made.mux_one(packet)
    return hashes


def _hashes(film: InputContainer, tell: Tell) -> Hashes:
    hashes: dict[int, StreamHash] = {}
    for packet in film.demux():
        if not _is_end(packet):
            hashes.setdefault(packet.stream.index, StreamHash()).add(packet)
            tell(packet.size)
    return hashes


def _is_end(packet: AnyPacket) -> bool:
    """Say whether this is only how PyAV tells a decoder that nothing follows."""
    return not packet.size and packet.pts is None and packet.dts is None


def _words(metadata: Mapping[str, str]) -> dict[str, str]:
    lowered = {key.lower(): value for key, value in metadata.items()}
    return {key: value for key, value in lowered.items() if key not in _RENEWED}


def _compare_words(what: str, before: Mapping[str, str], after: Mapping[str, str]) -> None:
    lost = [key for key in before if before[key] != after.get(key)]
    if lost:
        raise NotTheSame(f"{what} would lose what it says of its {', '.join(sorted(lost))}.")


def _compare_streams(one: Stream, other: Stream, defaults: Defaults) -> None:
    name = f"Stream {one.index}"
    _compare_words(name, _words(one.metadata), _words(other.metadata))
    if _facts(one) != _facts(other) or other.disposition != wanted_disposition(one, defaults):
        raise NotTheSame(f"{name} of the copy does not say the same of itself.")


def _facts(stream: Stream) -> list[object]:
    """Say what a stream is, as far as FFmpeg tells."""
    data = stream.data if isinstance(stream, AttachmentStream) else b""
    context = stream.codec_context
    if context is None:
        return [stream.type, data]
    names = ("name", "width", "height", "pix_fmt", "color_trc", "sample_rate", "channels")
    return [stream.type, data, *(getattr(context, name, None) for name in names)]
