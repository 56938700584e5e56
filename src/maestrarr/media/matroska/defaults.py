"""Which bytes of a Matroska or WebM file say what a player starts with, and how to change them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from maestrarr.media.edits import (
    NO_TRACK,
    AlreadyRight,
    BytePatch,
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
from maestrarr.media.matroska import ids
from maestrarr.media.matroska.damage import refuse_what_is_damaged
from maestrarr.media.matroska.ebml import damaged
from maestrarr.media.matroska.entries import Flags, Style, TrackList, take_apart
from maestrarr.media.matroska.layout import Element, Layout, element_at, find_parts
from maestrarr.media.matroska.room import room_of, slid
from maestrarr.media.matroska.tracks import AUDIO, SUBTITLE
from maestrarr.media.window import MAX_READ_BYTES, Window

_VERSIONS: Final = {
    ids.EBML_READ_VERSION: 1,
    ids.EBML_MAX_ID_LENGTH: 4,
    ids.EBML_MAX_SIZE_LENGTH: 8,
}
_SETTINGS: Final = {
    ids.FLAG_DEFAULT: TrackSetting.DEFAULT,
    ids.FLAG_ENABLED: TrackSetting.ENABLED,
}
_KINDS: Final = {AUDIO: "audio", SUBTITLE: "subtitle"}


@dataclass(frozen=True, slots=True)
class _Edit:
    """A file, its list of tracks taken apart, and what the flags in it shall be.

    `wanted` names entries by where they start in the list.
    """

    window: Window
    layout: Layout
    tracks: Element
    listed: TrackList
    wanted: Mapping[int, Flags]


def plan_defaults(window: Window, defaults: Defaults) -> Planned:
    """Compute the edit that makes these tracks the only default ones of their kinds.

    If there is one, all headers are read: what is damaged or cut off is left alone.

    Raises:
        NotReadable: what says so contradicts itself.
    """
    layout = find_parts(window)
    tracks = _only_tracks(window, layout)
    if obstacle := _obstacle(layout):
        return obstacle
    listed = take_apart(window.read_whole(tracks.payload, tracks.end - tracks.payload))
    wanted: dict[int, Flags] = {}
    for kind, index in ((AUDIO, defaults.audio), (SUBTITLE, defaults.subtitle)):
        if index is None:
            continue
        flags = _wanted_flags(listed, kind, index)
        if isinstance(flags, CannotEdit):
            return flags
        wanted |= flags
    planned = _plan(_Edit(window, layout, tracks, listed, wanted))
    if isinstance(planned, EditPlan):
        refuse_what_is_damaged(window, layout, [one.said for one in listed.entries.values()])
    return planned


def _only_tracks(window: Window, layout: Layout) -> Element:
    """Find the one list of tracks, or say what is wrong with it."""
    if any(layout.ebml.number(element, known) > known for element, known in _VERSIONS.items()):
        raise damaged("it is written in a later version of EBML")
    tracks = layout.parts.get(ids.TRACKS)
    if tracks is None or tracks.end > window.size_bytes:
        raise damaged("it has no whole list of tracks")
    if tracks.end - tracks.payload > MAX_READ_BYTES // 2:  # with what is read around it
        raise damaged("its list of tracks is longer than anyone writes")
    standing = sum(part.id == ids.TRACKS for part in layout.before_clusters)
    if standing > 1 or any(_other_tracks(window, layout, tracks)):
        raise damaged("it has more than one list of tracks")
    return tracks


def _other_tracks(window: Window, layout: Layout, tracks: Element) -> Iterator[Element]:
    """Find the lists of tracks that a SeekHead names beside the one that we found."""
    for wanted, position in layout.sought:
        if wanted == ids.TRACKS and position != tracks.start and position < window.size_bytes:
            found = element_at(window, position)
            if found and found.id == ids.TRACKS:
                yield found


def _obstacle(layout: Layout) -> CannotEdit | None:
    """Say which valid layout forbids an edit in place."""
    if any(part.id == ids.CRC32 for part in layout.before_clusters):
        reason = "One checksum covers the whole film, so every edit would mean reading all of it."
        return CannotEdit(Obstacle.LAYOUT, reason)
    return None


def _wanted_flags(listed: TrackList, kind: int, index: int) -> dict[int, Flags] | CannotEdit:
    """Say what the flags of each track of a kind shall be when the one at `index` is default."""
    entries = {start: entry for start, entry in listed.entries.items() if entry.kind == kind}
    indexes = [entry.index for entry in entries.values() if entry.index is not None]
    if index not in indexes and (kind == AUDIO or index != NO_TRACK):
        return no_such_track(_KINDS[kind], index, indexes)
    return {
        start: {ids.FLAG_DEFAULT: True, ids.FLAG_ENABLED: True}
        if entry.index == index
        else {ids.FLAG_DEFAULT: False}
        for start, entry in entries.items()
    }


def _plan(edit: _Edit) -> Planned:
    changes = tuple(_changes(edit))
    if not changes:
        return AlreadyRight()
    found = _first_that_fits(edit)
    if found is None:
        reason = "Its header leaves no room for what has to be said."
        return CannotEdit(Obstacle.LAYOUT, reason)
    method, writes = found
    patches = patches_for(edit.window, writes)
    if method is Method.FLIP:
        patches.sort(key=lambda patch: _turn(edit, patch))
    spans = [(edit.tracks.start, edit.tracks.end), *((one.offset, one.end) for one in patches)]
    return EditPlan(
        patches=tuple(patches),
        size_bytes=edit.window.size_bytes,
        header=header_print(edit.window, patches, spans),
        changes=changes,
        method=method,
        is_playable_throughout=method is Method.FLIP
        and all(len(_touched(edit, patch)) <= 1 for patch in patches),
    )


def _changes(edit: _Edit) -> Iterator[TrackChange]:
    for start, flags in edit.wanted.items():
        entry = edit.listed.entries[start]
        for element in entry.changing(flags):
            index, value = NO_TRACK if entry.index is None else entry.index, flags[element]
            yield TrackChange(index, _SETTINGS[element], not value, value)


def _first_that_fits(edit: _Edit) -> tuple[Method, list[Write]] | None:
    """Find room, in an order that moves least now and lets later edits only set flags."""
    tracks = edit.tracks
    if flipped := edit.listed.flipped(edit.wanted):
        return Method.FLIP, [(tracks.payload, flipped)]
    room = room_of(edit.window, edit.layout, tracks)
    payloads = [(style, edit.listed.written(edit.wanted, style)) for style in Style]
    for style, payload in payloads:
        if style is Style.EXPLICIT and not room.has_space_behind:
            continue
        if whole := room.filled(payload):
            grows = len(whole) > tracks.end - tracks.start
            return Method.GROW if grows else Method.REARRANGE, [(tracks.start, whole)]
    for _, payload in payloads:
        if writes := slid(edit.window, edit.layout, room, payload):
            return Method.SLIDE, writes
    return None


def _turn(edit: _Edit, patch: BytePatch) -> tuple[int, int]:
    """Say when a patch's turn is: what becomes default first, what no longer is next, sums last."""
    turns = [0 if flags[ids.FLAG_DEFAULT] else 1 for flags in _touched(edit, patch)]
    return min(turns, default=2), patch.offset


def _touched(edit: _Edit, patch: BytePatch) -> list[Mapping[int, bool]]:
    """Return what is wanted of the tracks whose entries a patch changes; it may join neighbours."""
    begin, end = patch.offset - edit.tracks.payload, patch.end - edit.tracks.payload
    return [
        flags
        for start, flags in edit.wanted.items()
        if begin < edit.listed.entries[start].span.end and start < end
    ]
