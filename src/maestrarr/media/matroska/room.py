"""Room for a Tracks element that is to be written anew, without moving anything behind it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from maestrarr.media.edits import Span, Write
from maestrarr.media.matroska import ids
from maestrarr.media.matroska.ebml import (
    CHECKSUM_BYTES,
    Master,
    checksum_of,
    damaged,
    shortest_size,
    size_field,
    void_header,
)
from maestrarr.media.matroska.layout import Element, Layout, element_at
from maestrarr.media.window import MAX_READ_BYTES, Window

_TRACKS_ID: Final = ids.TRACKS.to_bytes(4, "big")
_LONGEST_SIZE: Final = 8


@dataclass(frozen=True, slots=True)
class Room:
    """Where a Tracks element stands, and where the empty space right behind it ends."""

    tracks: Element
    end: int

    @property
    def has_space_behind(self) -> bool:
        """Whether there is any empty space behind it."""
        return self.end > self.tracks.end

    def filled(self, payload: bytes) -> bytes | None:
        """Write Tracks over this room, with what begins the Void for what is left of it.

        None when it is too long.
        """
        return _wrapped(payload, self.tracks, self.end - self.tracks.start, is_exact=False)


def room_of(window: Window, layout: Layout, tracks: Element) -> Room:
    """Measure the room of a Tracks element."""
    limit = min(layout.end or window.size_bytes, window.size_bytes)
    end = tracks.end
    while end < limit:
        found = element_at(window, end)
        if found is None or found.id != ids.VOID or found.end > limit:
            break
        end = found.end
    return Room(tracks, end)


def slid(window: Window, layout: Layout, room: Room, payload: bytes) -> list[Write] | None:
    """Move Tracks, and what stands before it, left into the nearest Void that is large enough.

    What moves is named anew in the SeekHead; nothing else in a file says where it is. None when
    there is no such Void, or more than one SeekHead.

    Raises:
        NotReadable: the SeekHead contradicts itself.
    """
    parts = layout.before_clusters
    if room.tracks not in parts or not _has_one_seek_head(layout):
        return None
    first = next((at for at, part in enumerate(parts) if part.id == ids.SEEK_HEAD), -1)
    before = parts[first + 1 : parts.index(room.tracks)]
    for void in (part for part in reversed(before) if part.id == ids.VOID):
        if room.end - void.end > MAX_READ_BYTES // 2:
            return None
        if (written := _over(room, void, payload)) is None:
            continue
        by = len(written) - (room.end - room.tracks.start)
        moved = window.read_whole(void.end, room.tracks.start - void.end) + written
        seek_head = _sought_anew(window, layout, (void.end, room.end), by)
        header = void_header(void.end - void.start - by)
        return [(void.start, header), (void.end - by, moved), *seek_head]
    return None


def _over(room: Room, void: Element, payload: bytes) -> bytes | None:
    """Write Tracks so long that it ends with its room, and a whole Void or none stays before."""
    own = room.end - room.tracks.start
    most = own + void.end - void.start
    least = max(own + 1, len(_TRACKS_ID) + len(payload) + shortest_size(len(payload)))
    for total in range(least, min(least + _LONGEST_SIZE, most) + 1):
        written = _wrapped(payload, room.tracks, total, is_exact=True)
        if written and most - total != 1:
            return written
    return None


def _wrapped(payload: bytes, tracks: Element, total: int, *, is_exact: bool) -> bytes | None:
    """Give Tracks its header, its size as long as before if possible, and fill up to `total`."""
    before = tracks.payload - tracks.start - len(_TRACKS_ID)
    lengths = range(shortest_size(len(payload)), _LONGEST_SIZE + 1)
    for length in sorted(lengths, key=lambda one: abs(one - before)):
        whole = _TRACKS_ID + size_field(len(payload), length) + payload
        left = total - len(whole)
        if left == 0 or (left > 1 and not is_exact):
            is_as_before = total - left == tracks.end - tracks.start
            return whole if is_as_before else whole + void_header(left)
    return None


def _has_one_seek_head(layout: Layout) -> bool:
    standing = sum(part.id == ids.SEEK_HEAD for part in layout.before_clusters)
    return standing == 1 and all(wanted != ids.SEEK_HEAD for wanted, _ in layout.sought)


def _sought_anew(window: Window, layout: Layout, moved: Span, by: int) -> Iterable[Write]:
    """Write the SeekHead's positions that lead into what moves left, and its checksum."""
    part = layout.parts[ids.SEEK_HEAD]
    data = bytearray(window.read_whole(part.payload, part.end - part.payload))
    master = Master(bytes(data))
    checksum = master.payload(ids.CRC32)
    if checksum and checksum != checksum_of(data):
        raise damaged("its index of parts does not fit its checksum")
    for seek in master.masters(ids.SEEK):
        for start, end in seek.spans(ids.SEEK_POSITION)[:1]:
            position = layout.start + int.from_bytes(data[start:end], "big")
            if moved[0] <= position < moved[1]:
                data[start:end] = (position - by - layout.start).to_bytes(end - start, "big")
    if checksum:
        data[CHECKSUM_BYTES - 4 : CHECKSUM_BYTES] = checksum_of(data)
    return [(part.payload, bytes(data))]
