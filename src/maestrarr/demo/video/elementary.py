"""Pictures and tones, encoded once per shape and kept in memory for every file that wants them."""

import array
import io
import math
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import cast

import av
from av.audio.stream import AudioStream
from av.container import OutputContainer
from av.stream import Stream
from av.video.stream import VideoStream

from maestrarr.demo.video import boxes

FRAME_RATE = 24
SAMPLE_RATE = 48_000
LONGEST_SECONDS = 4

_X265 = "log-level=none:pools=none:frame-threads=1:wpp=0:bframes=0:info=0"
_MASTERING = (
    "hdr10=1:repeat-headers=1:max-cll=1000,400:"
    "master-display=G(13250,34500)B(7500,3000)R(34000,16000)WP(15635,16450)L(10000000,50)"
)
_WIDE_COLOUR = "colorprim=bt2020:colormatrix=bt2020nc:transfer="
_VIDEO_ENCODERS = {"h264": "libx264", "hevc": "libx265", "mpeg4": "mpeg4", "vp9": "libvpx-vp9"}
_AUDIO_ENCODERS = {"opus": "libopus", "mp3": "libmp3lame"}
_LAYOUTS = {1: "mono", 2: "stereo", 6: "5.1"}
_KILOBITS_PER_CHANNEL = {"aac": 16, "ac3": 32, "eac3": 16, "opus": 12, "mp2": 32, "mp3": 24}


@dataclass(frozen=True, slots=True)
class Sample:
    """One encoded picture, or one frame of sound."""

    data: bytes
    is_key: bool


@dataclass(frozen=True, slots=True)
class Elementary:
    """One encoded track, outside any container.

    `private` is the decoder's set-up in FFmpeg's form, `entry` the same as MP4's sample entry box.
    Every sample lasts `ticks` of a clock with `timescale` ticks per second.
    """

    private: bytes
    entry: bytes
    samples: tuple[Sample, ...]
    timescale: int
    ticks: int

    def timed(self, seconds: float) -> Iterator[tuple[int, Sample]]:
        """Give each sample that starts within `seconds`, with its start in ticks."""
        for position in range(math.ceil(seconds * self.timescale / self.ticks)):
            yield position * self.ticks, self.samples[position % len(self.samples)]


@cache
def picture(codec: str, width: int, height: int, transfer: str | None = None) -> Elementary:
    """Encode at most half a second of a still; with a `transfer` (`smpte2084` …) in 10 bits.

    It starts with a key frame, so played in a loop it stays valid.
    """
    container, memory = _in_memory()
    encoder, options = _VIDEO_ENCODERS[codec], _video_options(codec, transfer)
    stream = cast("VideoStream", container.add_stream(encoder, rate=FRAME_RATE, options=options))
    stream.width, stream.height = width, height
    stream.pix_fmt = "yuv420p10le" if transfer else "yuv420p"
    stream.codec_context.thread_count = 1
    still = _still(width, height, stream.pix_fmt)
    for moment in range(2 if codec == "hevc" else FRAME_RATE // 2):
        still.pts = moment
        container.mux(stream.encode(still))
    return _finish(container, stream, memory)


@cache
def tone(codec: str, channels: int, pitch_hertz: int) -> Elementary:
    """Encode a quiet tone of `LONGEST_SECONDS`, so that an ear can tell the tracks apart."""
    container, memory = _in_memory()
    encoder, layout = _AUDIO_ENCODERS.get(codec, codec), _LAYOUTS[channels]
    stream = cast(
        "AudioStream", container.add_stream(encoder, rate=SAMPLE_RATE, options={}, layout=layout)
    )
    if codec in _KILOBITS_PER_CHANNEL:
        stream.bit_rate = _KILOBITS_PER_CHANNEL[codec] * channels * 1000
    container.mux(stream.encode(_wave(pitch_hertz)))
    return _finish(container, stream, memory)


def _video_options(codec: str, transfer: str | None) -> dict[str, str]:
    if codec == "h264":
        return {"preset": "ultrafast", "bf": "0", "crf": "34", "sc_threshold": "0"}
    if codec == "vp9":
        return {"deadline": "realtime", "cpu-used": "8", "lag-in-frames": "0"}
    if codec == "hevc":
        hdr = f":{_WIDE_COLOUR}{transfer}" if transfer and transfer != "linear" else ""
        mastering = f":{_MASTERING}" if transfer == "smpte2084" else ""
        return {"preset": "ultrafast", "crf": "34", "x265-params": _X265 + hdr + mastering}
    return {}


def _still(width: int, height: int, pixel_format: str) -> av.VideoFrame:
    """Draw a dusk: eight bands, dark above and light below, under a bluish tint."""
    frame = av.VideoFrame(width, height, pixel_format)
    shift, size = (2, 2) if pixel_format.endswith("10le") else (0, 1)
    for plane, (top, bottom) in zip(frame.planes, [(48, 160), (150, 120), (112, 140)], strict=True):
        rows = []
        for row in range(plane.height):
            band = row * 8 // plane.height
            value = (top + (bottom - top) * band // 7) << shift
            rows.append(value.to_bytes(size, "little") * (plane.line_size // size))
        plane.update(b"".join(rows))
    return frame


def _wave(pitch_hertz: int) -> av.AudioFrame:
    turn = 2 * math.pi * pitch_hertz / SAMPLE_RATE
    second = array.array("h", (round(1500 * math.sin(turn * at)) for at in range(SAMPLE_RATE)))
    frame = av.AudioFrame(format="s16", layout="mono", samples=SAMPLE_RATE * (LONGEST_SECONDS + 1))
    frame.sample_rate = SAMPLE_RATE
    frame.planes[0].update(second.tobytes() * (LONGEST_SECONDS + 1))
    frame.pts = 0
    frame.time_base = Fraction(1, SAMPLE_RATE)
    return frame


def _in_memory() -> tuple[OutputContainer, io.BytesIO]:
    memory = io.BytesIO()
    return av.open(memory, "w", format="mp4"), memory


def _finish(
    container: OutputContainer, stream: VideoStream | AudioStream, memory: io.BytesIO
) -> Elementary:
    """Read back what was muxed: there the set-up and the samples are in the containers' form."""
    container.mux(stream.encode(None))
    container.close()
    written = memory.getvalue()
    with av.open(io.BytesIO(written), "r") as reader:
        track: Stream = reader.streams[0]
        packets = [packet for packet in reader.demux(track) if packet.size]
        is_video = track.type == "video"
        return Elementary(
            private=track.codec_context.extradata or b"",
            entry=boxes.first_entry(written),
            samples=tuple(Sample(bytes(p), p.is_keyframe) for p in packets),
            timescale=FRAME_RATE * 1000 if is_video else SAMPLE_RATE,
            ticks=1000 if is_video else int(packets[0].duration or 0),
        )
