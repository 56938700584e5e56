"""Numbers that no honest file has, taken out of its facts before anybody computes or stores them.

A header may hold any number of 64 bits, whichever reader reads it; one lie must not cost its
file the facts beside it, nor a library its scan.
"""

import math
from dataclasses import replace
from typing import Final

from maestrarr.media.facts import AudioTrack, Chapter, Probe, SubtitleTrack, VideoTrack

_LONGEST_SIDE: Final = 65_535  # pixels; what MP4 can write, and eight times an 8K picture
_MOST_CHANNELS: Final = 255
_MOST_BITS: Final = 64  # in one sample
_FASTEST_SAMPLING: Final = 2**31 - 1  # hertz
_FASTEST_PICTURES: Final = 100_000  # in a second
_LARGEST: Final = 2**62  # bits per second, and names of tracks
_LONGEST_SECONDS: Final = 1_000_000_000  # thirty years


def plausible(probe: Probe) -> Probe:
    """Return the same facts without the numbers that cannot be true: they are unknown, or 0."""
    return replace(
        probe,
        duration_seconds=_seconds(probe.duration_seconds),
        bitrate=_within(probe.bitrate, _LARGEST),
        video=tuple(map(_video, probe.video)),
        audio=tuple(map(_audio, probe.audio)),
        subtitles=tuple(map(_subtitle, probe.subtitles)),
        chapters=tuple(map(_chapter, probe.chapters)),
    )


def _video(track: VideoTrack) -> VideoTrack:
    rate = track.frame_rate
    return replace(
        track,
        width=_within(track.width, _LONGEST_SIDE) or 0,
        height=_within(track.height, _LONGEST_SIDE) or 0,
        frame_rate=rate if rate is not None and 0 < rate <= _FASTEST_PICTURES else None,
        bit_depth=_within(track.bit_depth, _MOST_BITS),
        dolby_vision_profile=_within(track.dolby_vision_profile, _MOST_BITS, least=0),
        bitrate=_within(track.bitrate, _LARGEST),
    )


def _audio(track: AudioTrack) -> AudioTrack:
    channels = _within(track.channels, _MOST_CHANNELS) or 0
    return replace(
        track,
        channels=channels,
        layout=track.layout if channels else None,
        sample_rate=_within(track.sample_rate, _FASTEST_SAMPLING),
        bit_depth=_within(track.bit_depth, _MOST_BITS),
        bitrate=_within(track.bitrate, _LARGEST),
        number=_within(track.number, _LARGEST, least=0),
    )


def _subtitle(track: SubtitleTrack) -> SubtitleTrack:
    return replace(track, number=_within(track.number, _LARGEST, least=0))


def _chapter(chapter: Chapter) -> Chapter:
    return replace(chapter, start_seconds=_seconds(chapter.start_seconds) or 0.0)


def _within(number: int | None, most: int, least: int = 1) -> int | None:
    return number if number is not None and least <= number <= most else None


def _seconds(seconds: float | None) -> float | None:
    if seconds is None or not math.isfinite(seconds):
        return None
    return seconds if 0 <= seconds <= _LONGEST_SECONDS else None
