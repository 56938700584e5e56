"""A look into the first frames of a file, for what its headers leave open."""

from pathlib import Path
from typing import Final

from av.audio.stream import AudioStream
from av.container import InputContainer
from av.packet import Packet
from av.stream import Discard, Stream
from av.video.stream import VideoStream

from maestrarr.media.codecs.audio import AudioConfiguration
from maestrarr.media.ffmpeg.examine import codec_of, opened
from maestrarr.media.frames import SOUND_READERS
from maestrarr.media.frames.hdr10plus import has_hdr10_plus
from maestrarr.media.frames.sightings import PICTURES, Sighting

PICTURES_LOOKED_AT: Final = 3
PACKETS_LOOKED_AT: Final = 130  # of a sound: TrueHD tells what it is every 128 of them
MOST_PACKETS: Final = 4_000
MOST_BYTES: Final = 64 * 1024 * 1024


def look(path: Path) -> list[Sighting]:
    """Say what the first frames of each track say, of those whose frames say something.

    Raises:
        NotReadable: it cannot be opened, or FFmpeg finds no media in it.
    """
    with opened(path) as container:
        return _Look(container).sightings()


class _Look:
    """A look into one file: which tracks are still of interest, and what was seen."""

    def __init__(self, container: InputContainer) -> None:
        self._container = container
        self._left: dict[int, int] = {}
        self._seen: dict[int, Sighting] = {}
        for stream in container.streams:
            count = _of_interest(stream)
            if count:
                self._left[stream.index] = count
            else:
                stream.discard = Discard.all

    def sightings(self) -> list[Sighting]:
        """Read packets until each track of interest has said what it is, or enough were read."""
        left_bytes = MOST_BYTES
        for _, packet in zip(range(MOST_PACKETS), self._container.demux(), strict=False):
            left_bytes -= packet.size
            if packet.size and packet.stream.index in self._left:
                self._look_at(packet)
            if not self._left or left_bytes < 0:
                break
        return [self._seen[index] for index in sorted(self._seen)]

    def _look_at(self, packet: "Packet[Stream]") -> None:
        stream = packet.stream
        self._left[stream.index] -= 1
        seen = _picture(packet) if isinstance(stream, VideoStream) else _sound(packet)
        if seen is not None:
            self._seen[stream.index] = seen
        if seen is not None or not self._left[stream.index]:
            del self._left[stream.index]


def _of_interest(stream: Stream) -> int:
    """Say how many packets of a stream may have to be looked at."""
    if isinstance(stream, VideoStream):
        return PICTURES_LOOKED_AT if codec_of(stream) in PICTURES else 0
    is_known = isinstance(stream, AudioStream) and codec_of(stream) in SOUND_READERS
    return PACKETS_LOOKED_AT if is_known else 0


def _sound(packet: "Packet[Stream]") -> Sighting | None:
    stream = packet.stream
    found: AudioConfiguration | None = SOUND_READERS[codec_of(stream)](bytes(packet))
    if found is None:
        return None
    return Sighting(
        index=stream.index, profile=found.profile, channels=found.channels, layout=found.layout
    )


def _picture(packet: "Packet[Stream]") -> Sighting | None:
    """Look for HDR10+ in a picture, or beside it as Matroska may keep it."""
    stream = packet.stream
    record = stream.codec_context.extradata or b""
    is_beside = packet.has_sidedata("dynamic_hdr10_plus")
    if is_beside or has_hdr10_plus(codec_of(stream), bytes(packet), record):
        return Sighting(index=stream.index, has_hdr10_plus=True)
    return None
