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
_FLAGS: Final = (ids.FLAG_DEFAULT, ids.FLAG_ENABLED)
_AT_MOST_ONCE: Final = (*_FLAGS, ids.CODEC_ID, ids.TRACK_UID)
_MAX_NUMBER_BYTES: Final = 8
_DEFAULTS: Final = {
    ids.FLAG_ENABLED: 1,
    ids.FLAG_FORCED: 0,
    ids.FLAG_LACING: 1,
    ids.MIN_CACHE: 0,
    ids.MAX_BLOCK_ADDITION_ID: 0,
}

Flags = Mapping[int, bool]  # by id; both FlagDefault and FlagEnabled mean true when absent


class Style(Enum):
    """How flags are written anew, in the order to try: all of them, or only a no.

    `COMPACT` also leaves out what is empty or only states a default, and makes sizes as short as
    they can be.
    """

    EXPLICIT = auto()
    BRIEF = auto()
    COMPACT = auto()


@dataclass(frozen=True, slots=True)
class Entry:
    """A TrackEntry; `index` counts as ffprobe does, and is None where it does not count."""

    span: Child
    said: Master
    kind: int
    index: int | None

    def changing(self, flags: Flags) -> list[int]:
        """Name the flags that are not as they shall be; absent or empty, one means true."""
        return [one for one, value in flags.items() if self.said.flag(one, default=True) != value]


@dataclass(frozen=True, slots=True)
class TrackList:
    """The payload of a Tracks element, taken apart."""

    data: bytes
    children: tuple[Child, ...]
    entries: Mapping[int, Entry]  # by where they start

    def flipped(self, wanted: Mapping[int, Flags]) -> bytes | None:
        """Set flags where they stand; `wanted` says, by where an entry starts, what they shall be.

        None when one that must change does not stand there, with a byte to change.
        """
        data = bytearray(self.data)
        for start, flags in wanted.items():
            said = self.entries[start].said
            for element in self.entries[start].changing(flags):
                if not said.payload(element):
                    return None
                begin, end = said.spans(element)[0]
                data[begin:end] = flags[element].to_bytes(end - begin, "big")
        for start in wanted:
            if self.entries[start].said.spans(ids.CRC32):
                _set_checksum(data, self.entries[start].span)
        if self.children[0].id == ids.CRC32:
            _set_checksum(data, Child(ids.TRACKS, 0, 0, len(data)))
        return bytes(data)

    def written(self, wanted: Mapping[int, Flags], style: Style) -> bytes:
        """Write the payload anew; `wanted` says what flags shall be, as it does for `flipped`."""
        pieces = [
            self._entry(self.entries[child.start], wanted.get(child.start, {}), style)
            if child.start in self.entries
            else _other(self.data, child, style)
            for child in self.children
        ]
        return _with_checksum(b"".join(pieces), self.children[0].id)

    def _entry(self, entry: Entry, flags: Flags, style: Style) -> bytes:
        data, span = self.data, entry.span
        if not flags and style is not Style.COMPACT:
            return data[span.start : span.end]
        pieces, children = [], entry.said.in_order()
        for child in children:
            if child.id in flags:
                pieces.append(_flag(data, child, flags[child.id], style))
            else:
                pieces.append(_other(data, child, style))
            if child.id == ids.TRACK_TYPE:
                pieces.append(_unstated(entry, flags, style))
        payload = _with_checksum(b"".join(pieces), children[0].id)
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
    _verify(tracks, len(data))
    children = tuple(tracks.in_order())
    spans = [child for child in children if child.id == ids.TRACK_ENTRY]
    if len(spans) > MAX_TRACKS:
        raise damaged(f"it lists {len(spans)} tracks")
    entries: dict[int, Entry] = {}
    count = 0
    for span in spans:
        entry = _read_entry(data, span, count)
        entries[span.start] = entry
        count += entry.index is not None
    if len({entry.said.number(ids.TRACK_NUMBER) for entry in entries.values()}) < len(entries):
        raise damaged("two of its tracks have the same number")
    return TrackList(data, children, entries)


def _read_entry(data: bytes, span: Child, count: int) -> Entry:
    said = Master(data, span.payload, span.end)
    if any(len(said.spans(element)) != 1 for element in _ONCE):
        raise damaged("a track has not exactly one number and one type")
    if any(len(said.spans(element)) > 1 for element in _AT_MOST_ONCE):
        raise damaged("a track says the same thing twice")
    if any(len(said.payload(element)) > _MAX_NUMBER_BYTES for element in _FLAGS):
        raise damaged("a flag of a track is longer than any number")
    _verify(said, span.end)
    kind = said.number(ids.TRACK_TYPE)
    counted = is_counted(kind, said.text(ids.CODEC_ID))
    return Entry(span, said, kind, count if counted else None)


def _verify(master: Master, end: int) -> None:
    """Refuse what was damaged already: setting its checksum right would only hide that."""
    checksums = master.spans(ids.CRC32)
    if not checksums:
        return
    if checksums != [(master.start + CHECKSUM_BYTES - 4, master.start + CHECKSUM_BYTES)]:
        raise damaged("a checksum stands where none may")
    if master.payload(ids.CRC32) != checksum_of(master.data[master.start : end]):
        raise damaged("its list of tracks does not fit its checksum")


def _set_checksum(data: bytearray, outer: Child) -> None:
    """Set the checksum right that an element's payload begins with."""
    begin = outer.payload + CHECKSUM_BYTES
    data[begin - 4 : begin] = checksum_of(data[outer.payload : outer.end])


def _with_checksum(payload: bytes, first: int) -> bytes:
    """Set the checksum right in a payload whose first child is one."""
    if first != ids.CRC32:
        return payload
    checksum = checksum_of(payload)
    return payload[: CHECKSUM_BYTES - 4] + checksum + payload[CHECKSUM_BYTES:]


def _other(data: bytes, child: Child, style: Style) -> bytes:
    may_be_left_out = style is Style.COMPACT and (child.id == ids.VOID or _is_default(data, child))
    return b"" if may_be_left_out else data[child.start : child.end]


def _is_default(data: bytes, child: Child) -> bool:
    """Say whether an element only states what its absence means as well (RFC 9559, 5.1.4.1)."""
    default = _DEFAULTS.get(child.id)
    stated = int.from_bytes(data[child.payload : child.end], "big")
    return default is not None and stated == default


def _flag(data: bytes, child: Child, value: bool, style: Style) -> bytes:  # noqa: FBT001
    """Write a flag that stands there already."""
    length = child.end - child.payload
    if style is Style.COMPACT and value:
        return b""
    if _is_set(data, child) == value and (length or style is not Style.EXPLICIT):
        return data[child.start : child.end]
    if style is Style.EXPLICIT and length:
        return data[child.start : child.payload] + value.to_bytes(length, "big")
    return b"" if value and style is not Style.EXPLICIT else _short(child.id, value=value)


def _unstated(entry: Entry, flags: Flags, style: Style) -> bytes:
    """Write the flags that do not stand there yet, but must."""
    is_explicit = style is Style.EXPLICIT
    return b"".join(
        _short(element, value=value)
        for element, value in flags.items()
        if not entry.said.spans(element)
        and (not value or (is_explicit and element == ids.FLAG_DEFAULT))
    )


def _short(element: int, *, value: bool) -> bytes:
    return bytes((element, 0x81, value))


def _is_set(data: bytes, flag: Child) -> bool:
    """Read a flag that stands there; of no bytes at all, it has its default value: true."""
    return flag.payload == flag.end or any(data[flag.payload : flag.end])
