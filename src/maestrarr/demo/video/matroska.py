"""Lays a Matroska or WebM file out, part by part. Source: RFC 9559."""

import hashlib
from collections.abc import Mapping, Sequence

from maestrarr.demo.video import ebml
from maestrarr.demo.video.clusters import Cluster, clusters
from maestrarr.demo.video.layouts import FFMPEG, Layout
from maestrarr.demo.video.track_entries import track_entries
from maestrarr.media.facts import Attachment, Chapter, Probe

_SEGMENT = 0x18538067
_PARTS = {
    "seek": 0x114D9B74,
    "info": 0x1549A966,
    "tracks": 0x1654AE6B,
    "cues": 0x1C53BB6B,
    "chapters": 0x1043A770,
    "attachments": 0x1941A469,
    "tags": 0x1254C367,
}
_NANOSECONDS = 1_000_000_000
_MILLISECONDS = 1000


def matroska(facts: Probe, layout: Layout = FFMPEG) -> bytes:
    """Make the bytes of a file of which all that `facts` says is true."""
    film = clusters(facts, is_live=layout.is_live)
    parts = {
        "info": _part("info", layout, *_info(facts, layout)),
        "tracks": _part("tracks", layout, *track_entries(facts, layout)),
        "chapters": _part("chapters", layout, *_chapters(facts.chapters)),
        "attachments": _part("attachments", layout, *_attachments(facts.attachments)),
        "tags": _part("tags", layout, *_tags(facts)),
        "clusters": b"".join(cluster.data for cluster in film),
        "cues": _part("cues", layout, *_cues(film, 0)),
    }
    sought = [name for name in _PARTS if name != "seek" and name in layout.order and parts[name]]
    parts["seek"] = _part("seek", layout, *_seek(dict.fromkeys(sought, 0)))
    starts = _starts(parts, layout)
    parts["cues"] = _part("cues", layout, *_cues(film, starts["clusters"]))
    parts["seek"] = _part("seek", layout, *_seek({name: starts[name] for name in sought}))
    inside = b"".join(_laid(name, parts) for name in layout.order)
    size = ebml.UNKNOWN_SIZE if layout.is_live else ebml.size(len(inside), 8)
    return _head(facts.container) + ebml.identifier(_SEGMENT) + size + inside


def filler(attachment: Attachment) -> bytes:
    """Make up the bytes of an attachment; it begins as its kind of file should."""
    start = b"\xff\xd8\xff\xe0" if attachment.media_type == "image/jpeg" else b"OTTO"
    pieces = -(-attachment.size_bytes // 32)
    noise = b"".join(
        hashlib.sha256(f"{attachment.name}/{piece}".encode()).digest() for piece in range(pieces)
    )
    return (start + noise)[: attachment.size_bytes]


def _starts(parts: Mapping[str, bytes], layout: Layout) -> dict[str, int]:
    """Say where each part starts, in bytes from the segment's first."""
    starts, at = {}, 0
    for name in layout.order:
        if isinstance(name, str):
            starts[name] = at
        at += len(_laid(name, parts))
    return starts


def _laid(name: str | int, parts: Mapping[str, bytes]) -> bytes:
    return parts[name] if isinstance(name, str) else ebml.void(name)


def _part(name: str, layout: Layout, *inside: bytes) -> bytes:
    """Make one of the segment's parts; an empty one is left out."""
    if not any(inside):
        return b""
    make = ebml.checked if layout.has_checksums else ebml.element
    return make(_PARTS[name], *inside)


def _head(container: str) -> bytes:
    return ebml.element(
        0x1A45DFA3,
        ebml.number(0x4286, 1),
        ebml.number(0x42F7, 1),
        ebml.number(0x42F2, 4),
        ebml.number(0x42F3, 8),
        ebml.text(0x4282, container),
        ebml.number(0x4287, 4),
        ebml.number(0x4285, 2),
    )


def _info(facts: Probe, layout: Layout) -> list[bytes]:
    writer = f"Maestrarr demo, laid out as: {layout.name}"
    duration = (facts.duration_seconds or 0) * _MILLISECONDS
    return [
        ebml.number(0x2AD7B1, _NANOSECONDS // _MILLISECONDS),
        ebml.text(0x7BA9, facts.title),
        ebml.text(0x4D80, writer),
        ebml.text(0x5741, writer),
        ebml.element(0x73A4, bytes.fromhex(facts.unique_id)) if facts.unique_id else b"",
        b"" if layout.is_live else ebml.real(0x4489, duration),
    ]


def _seek(starts: Mapping[str, int]) -> list[bytes]:
    return [
        ebml.element(
            0x4DBB,
            ebml.element(0x53AB, ebml.identifier(_PARTS[name])),
            ebml.fixed(0x53AC, start),
        )
        for name, start in starts.items()
    ]


def _cues(film: Sequence[Cluster], first_start: int) -> list[bytes]:
    """Index the clusters; each begins with a key frame of track 1."""
    points, at = [], first_start
    for cluster in film:
        place = ebml.element(0xB7, ebml.number(0xF7, 1), ebml.fixed(0xF1, at))
        points.append(ebml.element(0xBB, ebml.number(0xB3, cluster.start), place))
        at += len(cluster.data)
    return points


def _chapters(chapters: Sequence[Chapter]) -> list[bytes]:
    atoms = [
        ebml.element(
            0xB6,
            ebml.number(0x73C4, at),
            ebml.number(0x91, round(chapter.start_seconds * _NANOSECONDS)),
            ebml.element(0x80, ebml.text(0x85, chapter.title or ""), ebml.text(0x437C, "eng")),
        )
        for at, chapter in enumerate(chapters, start=1)
    ]
    return [ebml.element(0x45B9, ebml.number(0x45BC, 1), *atoms)] if atoms else []


def _attachments(attachments: Sequence[Attachment]) -> list[bytes]:
    return [
        ebml.element(
            0x61A7,
            ebml.text(0x466E, attachment.name),
            ebml.text(0x4660, attachment.media_type),
            ebml.element(0x465C, filler(attachment)),
            ebml.number(0x46AE, at),
        )
        for at, attachment in enumerate(attachments, start=1)
    ]


def _tags(facts: Probe) -> list[bytes]:
    comment = f"A demonstration file of {facts.duration_seconds} seconds."
    tag = ebml.element(0x67C8, ebml.text(0x45A3, "COMMENT"), ebml.text(0x4487, comment))
    return [ebml.element(0x7373, ebml.element(0x63C0), tag)]
