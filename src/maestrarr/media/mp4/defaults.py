"""Which bytes of an MP4 or QuickTime file say what a player starts with.

A track plays by default when its header's flag `track_enabled` is set (ISO/IEC 14496-12, 8.3.2).
Tracks of one `alternate_group` are alternatives; a player may start one of each group at once, so
all audio tracks have to be in the same one. Nothing here changes a size or moves a byte.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from maestrarr.media.edits import (
    NO_TRACK,
    AlreadyRight,
    CannotEdit,
    Defaults,
    EditPlan,
    Method,
    Obstacle,
    Planned,
    TrackChange,
    TrackSetting,
    Write,
    header_print,
    no_such_track,
    patches_for,
)
from maestrarr.media.mp4.boxes import Box, boxes, damaged
from maestrarr.media.mp4.reader import Movie, Top, read_laid_out, read_movie, read_top
from maestrarr.media.mp4.tracks import (
    MAX_TRACKS,
    TRACK_ENABLED,
    Track,
    is_audio,
    is_subtitle,
)
from maestrarr.media.window import Window

_LAST_FLAGS: Final = 3  # of a track header's payload: the byte with `track_enabled`
_GROUP_AT: Final = {0: 34, 1: 46}  # alternate_group, by the header's version
_HEADER_BYTES: Final = {0: 84, 1: 96}
_GROUPS: Final = 2  # the turn of what only brings tracks into one group


@dataclass(frozen=True, slots=True)
class _Header:
    """A track header: the file's index of its track, where it stands, and what it says."""

    index: int
    box: Box
    flags: int
    group_at: int
    group: int

    @property
    def is_enabled(self) -> bool:
        return bool(self.flags & TRACK_ENABLED)


def plan_defaults(window: Window, defaults: Defaults) -> Planned:
    """Compute the edit that makes these tracks the only enabled ones of their kinds.

    If there is one, all headers are read: what is damaged or cut off is left alone.

    Raises:
        NotReadable: what says so contradicts itself.
    """
    top = read_top(window)
    movie = read_movie(window, top)
    if movie is None:
        return CannotEdit(Obstacle.LAYOUT, "Its header is compressed, as QuickTime once did.")
    planned = _planned(window, top, movie, defaults)
    if isinstance(planned, EditPlan) and (fault := read_laid_out(window, top, movie).fault):
        raise fault
    return planned


def _planned(window: Window, top: Top, movie: Movie, defaults: Defaults) -> Planned:
    _refuse_what_is_damaged(top, movie)
    headers = {track.index: _header(window, track) for track in movie.tracks}
    edits: list[_Edit] = []
    for kind, indexes, wanted in _kinds(movie, defaults):
        if wanted not in indexes and (kind == "audio" or wanted != NO_TRACK):
            return no_such_track(kind, wanted, indexes)
        own = [headers[index] for index in indexes]
        others = {one.group for index, one in headers.items() if index not in indexes}
        others |= {one.change.after for one in edits if one.turn == _GROUPS}  # of another kind
        edits += _edits(own, wanted, others)
    if not edits:
        return AlreadyRight()
    return _plan(window, edits, [headers[index].box for index in sorted(headers)])


@dataclass(frozen=True, slots=True)
class _Edit:
    """One write and what it changes; `turn` says when it is made."""

    turn: int
    write: Write
    change: TrackChange


def _kinds(movie: Movie, defaults: Defaults) -> list[tuple[str, list[int], int]]:
    """Name the tracks of each kind that is to be changed; chapters are no subtitles."""
    chapters = {number for track in movie.tracks for number in track.chapter_tracks}
    audio = [track.index for track in movie.tracks if is_audio(track)]
    subtitles = [
        track.index for track in movie.tracks if is_subtitle(track) and track.number not in chapters
    ]
    kinds = (("audio", audio, defaults.audio), ("subtitle", subtitles, defaults.subtitle))
    return [(kind, indexes, wanted) for kind, indexes, wanted in kinds if wanted is not None]


def _refuse_what_is_damaged(top: Top, movie: Movie) -> None:
    if len(top.movies) > 1:
        raise damaged("it has more than one list of tracks")
    if len(movie.tracks) >= MAX_TRACKS:
        raise damaged(f"it lists {MAX_TRACKS} tracks or more")
    if len({track.number for track in movie.tracks}) < len(movie.tracks):
        raise damaged("two of its tracks have the same number")


def _header(window: Window, track: Track) -> _Header:
    """Find the one header of a track, and read it."""
    parts = list(boxes(window, track.box.payload, track.box.end))
    headers = [part for part in parts if part.kind == b"tkhd"]
    media = [part for part in parts if part.kind == b"mdia"]
    if len(headers) != 1 or len(media) != 1:
        raise damaged("a track has not exactly one header and one description")
    described = boxes(window, media[0].payload, media[0].end)
    if sum(part.kind == b"hdlr" for part in described) != 1:
        raise damaged("a track does not say exactly once what it is")
    box = headers[0]
    data = window.read(box.payload, min(box.end - box.payload, _HEADER_BYTES[1]))
    version = data[0] if data else -1
    if len(data) < _HEADER_BYTES.get(version, len(data) + 1):
        raise damaged("a track's header is too short, or of an unknown version")
    group_at = _GROUP_AT[version]
    return _Header(
        index=track.index,
        box=box,
        flags=data[_LAST_FLAGS],
        group_at=box.payload + group_at,
        group=int.from_bytes(data[group_at : group_at + 2], "big"),
    )


def _edits(headers: Sequence[_Header], wanted: int, others: set[int]) -> list[_Edit]:
    """Say what has to be written, so that after each write something is still enabled."""
    edits = []
    for header in headers:
        is_wanted = header.index == wanted
        if header.is_enabled != is_wanted:
            flags = header.flags & ~TRACK_ENABLED | (TRACK_ENABLED if is_wanted else 0)
            change = TrackChange(header.index, TrackSetting.DEFAULT, header.is_enabled, is_wanted)
            write = (header.box.payload + _LAST_FLAGS, bytes([flags]))
            edits.append(_Edit(0 if is_wanted else 1, write, change))
    return edits + _group_edits(headers, others) if edits else []


def _group_edits(headers: Sequence[_Header], others: set[int]) -> list[_Edit]:
    """Bring tracks that are alternatives, and do not all say so, into one group."""
    groups = [header.group for header in headers]
    if len(groups) < 2 or (len(set(groups)) == 1 and groups[0]):
        return []
    usable = Counter(group for group in groups if group and group not in others)
    unused = next(group for group in range(1, MAX_TRACKS + 2) if group not in others)
    chosen = usable.most_common(1)[0][0] if usable else unused
    return [
        _Edit(
            _GROUPS,
            (header.group_at, chosen.to_bytes(2, "big")),
            TrackChange(header.index, TrackSetting.ALTERNATE_GROUP, header.group, chosen),
        )
        for header in headers
        if header.group != chosen
    ]


def _plan(window: Window, edits: list[_Edit], headers: Sequence[Box]) -> EditPlan:
    ordered = sorted(edits, key=lambda edit: (edit.turn, edit.write[0]))
    patches = patches_for(window, [edit.write for edit in ordered])
    spans = [(box.start, box.payload + _HEADER_BYTES[0]) for box in headers]
    return EditPlan(
        patches=tuple(patches),
        size_bytes=window.size_bytes,
        header=header_print(window, patches, spans),
        changes=tuple(edit.change for edit in ordered),
        method=Method.FLIP,
        is_playable_throughout=True,
    )
