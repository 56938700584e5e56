"""Puts pictures, sound and subtitles in time order into Matroska's clusters. Source: RFC 9559."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from maestrarr.demo.video import ebml, spoken, tracks
from maestrarr.media.facts import AudioTrack, Probe, VideoTrack

_CLUSTER = 0x1F43B675
_KEY_FRAME = 0x80
_MILLISECONDS = 1000


@dataclass(frozen=True, slots=True)
class Cluster:
    """One second of film that begins `start` milliseconds after the film does."""

    start: int
    data: bytes


@dataclass(frozen=True, slots=True)
class _Block:
    """One sample on its way into a cluster; `lasts` only where it must be said."""

    start: int
    number: int
    data: bytes
    is_key: bool = True
    lasts: int | None = None


def clusters(facts: Probe, *, is_live: bool) -> list[Cluster]:
    """Make the file's clusters, of one second each; live ones do not know their size."""
    blocks = sorted(_blocks(facts), key=lambda block: (block.start, block.number))
    by_second = groupby(blocks, key=lambda block: block.start // _MILLISECONDS)
    return [_cluster(second * _MILLISECONDS, list(group), is_live) for second, group in by_second]


def _cluster(start: int, blocks: list[_Block], is_live: bool) -> Cluster:  # noqa: FBT001
    inside = ebml.number(0xE7, start) + b"".join(_written(block, start) for block in blocks)
    size = ebml.UNKNOWN_SIZE if is_live else ebml.size(len(inside))
    return Cluster(start, ebml.identifier(_CLUSTER) + size + inside)


def _blocks(facts: Probe) -> Iterator[_Block]:
    seconds = facts.duration_seconds or 0.0
    for picture in facts.video:
        yield from _samples(picture, seconds)
    for sound in facts.audio:
        yield from _samples(sound, seconds)
    for subtitle in facts.subtitles:
        for order, line in enumerate(spoken.lines(subtitle.language)):
            data = spoken.block(subtitle, line, order)
            yield _Block(line.start, subtitle.number or 0, data, lasts=line.end - line.start)


def _samples(track: VideoTrack | AudioTrack, seconds: float) -> Iterator[_Block]:
    stream = tracks.encoded(track)
    for ticks, sample in stream.timed(seconds):
        start = ticks * _MILLISECONDS // stream.timescale
        yield _Block(start, track.index + 1, sample.data, sample.is_key)


def _written(block: _Block, cluster_start: int) -> bytes:
    """Write a SimpleBlock, or a BlockGroup where the block says how long it lasts."""
    flags = _KEY_FRAME if block.is_key and block.lasts is None else 0
    head = struct.pack(">BhB", 0x80 | block.number, block.start - cluster_start, flags)
    if block.lasts is None:
        return ebml.element(0xA3, head, block.data)
    return ebml.element(0xA0, ebml.element(0xA1, head, block.data), ebml.number(0x9B, block.lasts))
