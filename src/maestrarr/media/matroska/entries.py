"""A Tracks element taken apart to be written anew with other flags, everything else byte for byte.

Source: RFC 9559, 5.1.4.1 (TrackEntry).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from maestrarr.media.matroska import ids
from maestrarr.media.matroska.ebml import (
    CHECKSUM_BYTES,
    Child,
    Master,
    checksum_of,
    damaged,
    shortest_size,
    size_field,
)
from maestrarr.media.matroska.tracks import MAX_TRACKS, is_counted

_ONCE: Final = (ids.TRACK_NUMBER, ids.TRACK_TYPE)
_AT_MOST_ONCE: Final = (ids.FLAG_DEFAULT, ids.FLAG_ENABLED, ids.CODEC_ID, ids.TRACK_UID)
_MAX_NUMBER_BYTES: Final = 8

Flags = Mapping[int, bool]  # by id; both FlagDefault and FlagEnabled mean true when absent


class Style(Enum):
    """How flags are written, in the order to try: where they stand, all of them, only a no.

    `COMPACT` also leaves out what is empty and makes sizes as short as they can be.
    """

    IN_PLACE = auto()
    EXPLICIT = auto()
    BRIEF = auto()
    COMPACT = auto()


@dataclass(frozen=True, slots=True)
class Entry:
    """A TrackEntry; `index` counts as ffprobe does, and is None where it does not count."""

    span: Child
    children: tuple[Child, ...]
    kind: int
    index: int | None

    def flag(self, data: bytes, element: int) -> bool:
        """Read a flag that means true when it is absent or empty."""
        stated = self.child(element)
        return stated is None or _is_set(data, stated)

    def may_flip(self, data: bytes, flags: Flags) -> bool:
        """Say whether each flag that must change stands there, with a byte to change."""
        changing = [
            self.child(one) for one, value in flags.items() if self.flag(data, one) != value
        ]
        return all(stated and stated.payload < stated.end for stated in changing)

    def child(self, element: int) -> Child | None:
        """Find a child of which there is at most one."""
        return next((child for child in self.children if child.id == element), None)


@dataclass(frozen=True, slots=True)
class TrackList:
    """The payload of a Tracks element, taken apart."""

    data: bytes
    children: tuple[Child, ...]
    entries: Mapping[int, Entry]  # by where they start

    def written(self, wanted: Mapping[int, Flags], style: Style) -> bytes | None:
        """Write the payload anew; `wanted` says, by where an entry starts, what its flags shall be.

        None when they cannot be set in place, because one that must change does not stand there.
        """
        if style is Style.IN_PLACE and not all(
            self.entries[start].may_flip(self.data, flags) for start, flags in wanted.items()
        ):
            return None
        pieces = [
            self._entry(self.entries[child.start], wanted.get(child.start, {}), style)
            if child.start in self.entries
            else _other(self.data, child, style)
            for child in self.children
        ]
        return _with_checksum(b"".join(pieces), self.children)

    def _entry(self, entry: Entry, flags: Flags, style: Style) -> bytes:
        data, span = self.data, entry.span
        if not flags and style is not Style.COMPACT:
            return data[span.start : span.end]
        pieces = []
        for child in entry.children:
            if child.id in flags:
                pieces.append(_flag(data, child, flags[child.id], style))
            else:
                pieces.append(_other(data, child, style))
            if child.id == ids.TRACK_TYPE:
                pieces.append(_unstated(entry, flags, style))
        payload = _with_checksum(b"".join(pieces), entry.children)
        length = shortest_size(len(payload))
        if style is not Style.COMPACT:
            length = max(length, span.payload - span.start - 1)
        return data[span.start : span.start + 1] + size_field(len(payload), length) + payload


def take_apart(data: bytes) -> TrackList:
    """Take the payload of a Tracks element apart.

    Raises:
        NotReadable: it contradicts itself, or its checksum says that it is damaged.
    """
    tracks = Master(data)
    children = tuple(tracks.in_order())
    _verify(data, Child(ids.TRACKS, 0, 0, len(data)), children)
    spans = [child for child in children if child.id == ids.TRACK_ENTRY]
    if len(spans) > MAX_TRACKS:
        raise damaged(f"it lists {len(spans)} tracks")
    entries: dict[int, Entry] = {}
    count = 0
    for span in spans:
        entry = _read_entry(data, span, count)
        entries[span.start] = entry
        count += entry.index is not None
    numbers = [_number(data, entry, ids.TRACK_NUMBER) for entry in entries.values()]
    if len(set(numbers)) < len(numbers):
        raise damaged("two of its tracks have the same number")
    return TrackList(data, children, entries)


def _read_entry(data: bytes, span: Child, count: int) -> Entry:
    master = Master(data, span.payload, span.end)
    for element in _ONCE:
        if len(master.spans(element)) != 1:
            raise damaged("a track has not exactly one number and one type")
    for element in (*_AT_MOST_ONCE, *_ONCE):
        spans = master.spans(element)
        if len(spans) > 1:
            raise damaged("a track says the same thing twice")
    for element in (ids.FLAG_DEFAULT, ids.FLAG_ENABLED):
        if any(end - start > _MAX_NUMBER_BYTES for start, end in master.spans(element)):
            raise damaged("a flag of a track is longer than any number")
    children = tuple(master.in_order())
    _verify(data, span, children)
    kind = master.number(ids.TRACK_TYPE)
    counted = is_counted(kind, master.text(ids.CODEC_ID))
    return Entry(span, children, kind, count if counted else None)


def _number(data: bytes, entry: Entry, element: int) -> int:
    child = entry.child(element)
    return int.from_bytes(data[child.payload : child.end], "big") if child else 0


def _verify(data: bytes, outer: Child, children: tuple[Child, ...]) -> None:
    """Refuse what was damaged already: setting its checksum right would only hide that."""
    checksums = [child for child in children if child.id == ids.CRC32]
    if not checksums:
        return
    first = checksums[0]
    if checksums != [children[0]] or first.end - first.start != CHECKSUM_BYTES:
        raise damaged("a checksum stands where none may")
    if data[first.payload : first.end] != checksum_of(data[outer.payload : outer.end]):
        raise damaged("its list of tracks does not fit its checksum")


def _with_checksum(payload: bytes, children: tuple[Child, ...]) -> bytes:
    """Set the checksum right in a payload that began with one."""
    if not children or children[0].id != ids.CRC32:
        return payload
    checksum = checksum_of(payload)
    return payload[: CHECKSUM_BYTES - 4] + checksum + payload[CHECKSUM_BYTES:]


def _other(data: bytes, child: Child, style: Style) -> bytes:
    is_left_out = style is Style.COMPACT and child.id == ids.VOID
    return b"" if is_left_out else data[child.start : child.end]


def _flag(data: bytes, child: Child, value: bool, style: Style) -> bytes:  # noqa: FBT001
    """Write a flag that stands there already."""
    length = child.end - child.payload
    if style is Style.COMPACT and value:
        return b""
    if _is_set(data, child) == value and (length or style is not Style.EXPLICIT):
        return data[child.start : child.end]
    if style in (Style.IN_PLACE, Style.EXPLICIT) and length:
        return data[child.start : child.payload] + value.to_bytes(length, "big")
    return b"" if value and style is not Style.EXPLICIT else _short(child.id, value=value)


def _unstated(entry: Entry, flags: Flags, style: Style) -> bytes:
    """Write the flags that do not stand there yet, but must."""
    stated = {child.id for child in entry.children}
    is_explicit = style is Style.EXPLICIT
    return b"".join(
        _short(element, value=value)
        for element, value in flags.items()
        if element not in stated and (not value or (is_explicit and element == ids.FLAG_DEFAULT))
    )


def _short(element: int, *, value: bool) -> bytes:
    return bytes((element, 0x81, value))


def _is_set(data: bytes, flag: Child) -> bool:
    """Read a flag that stands there; of no bytes at all, it has its default value: true."""
    return flag.payload == flag.end or any(data[flag.payload : flag.end])
