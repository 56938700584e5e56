"""Where the parts of a Matroska Segment are: walked to the first Cluster, then by the SeekHead."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from maestrarr.media.causes import because
from maestrarr.media.facts import FaultKind, NotReadable
from maestrarr.media.matroska import ids
from maestrarr.media.matroska.ebml import MAX_HEADER_BYTES, Master, damaged, header
from maestrarr.media.window import Window

MAX_ELEMENTS: Final = 1_000  # before the first Cluster, and inside Attachments
MAX_SEEK_HEADS: Final = 8
MAX_CLUSTER_HOPS: Final = 5_000

_DOC_TYPES: Final = {"matroska": "matroska", "webm": "webm"}


@dataclass(frozen=True, slots=True)
class Element:
    """An element of the file: its id, where it starts, where its payload starts and ends."""

    id: int
    start: int
    payload: int
    end: int


@dataclass(slots=True)
class Layout:
    """Where the Segment's parts are; `parts` holds the first element of each id.

    `ebml` is what the file says of itself before all. `before_clusters` lists what stands before
    the first Cluster, in order; `sought` what the SeekHeads promise, as ids and positions in the
    file. `end` is where the Segment says that it ends, None when its writer did not know;
    `has_zeros` says that nothing but zeros stands where a SeekHead promises a part.
    """

    doc_type: str
    ebml: Master
    start: int
    end: int | None
    parts: dict[int, Element] = field(default_factory=dict)
    before_clusters: list[Element] = field(default_factory=list)
    sought: list[tuple[int, int]] = field(default_factory=list)
    has_zeros: bool = False

    def is_cut_off(self, window: Window) -> bool:
        """Say whether the Segment claims more bytes than there are."""
        return self.end is not None and self.end > window.size_bytes


def find_parts(window: Window) -> Layout:
    """Find the parts of the first Segment.

    Raises:
        NotReadable: this is no Matroska, or its first elements contradict themselves.
    """
    layout = _open_segment(window)
    limit = min(layout.end or window.size_bytes, window.size_bytes)
    cluster = _walk(window, layout, limit)
    _follow_seek_heads(window, layout)
    if ids.TRACKS not in layout.parts and cluster:
        _hop_over_clusters(window, layout, cluster, limit)
    return layout


def element_at(window: Window, position: int) -> Element | None:
    """Read the header at `position`; its end may lie behind the end of the file.

    A Cluster of unknown size ends where it starts, for nobody may jump over it.
    None when the file ends before.
    """
    head = window.read(position, MAX_HEADER_BYTES)
    if not head:
        return None
    element, size, payload = header(head, 0)
    if size is None:
        if element != ids.CLUSTER:
            raise damaged("an element of unknown size stands where none may")
        size = 0
    return Element(element, position, position + payload, position + payload + size)


def elements(window: Window, start: int, end: int) -> Iterator[Element]:
    """Yield the elements between two positions, without reading their payloads."""
    for _ in range(MAX_ELEMENTS):
        if start >= end or (found := element_at(window, start)) is None:
            return
        yield found
        start = found.end


def read_part(window: Window, layout: Layout, part: int, *, limit_bytes: int) -> Master | None:
    """Read one of the Segment's parts; None when it is absent, cut off or beyond all measure."""
    found = layout.parts.get(part)
    if found is None or found.end > window.size_bytes or found.end - found.payload > limit_bytes:
        return None
    return Master(window.read_whole(found.payload, found.end - found.payload))


def _open_segment(window: Window) -> Layout:
    element, size, payload = header(window.head, 0)
    if element != ids.EBML or size is None:
        raise damaged("it does not begin with EBML")
    end = payload + size
    if end > min(window.size_bytes, len(window.head)):
        raise NotReadable(FaultKind.TRUNCATED, because("ends_in_headers"))
    ebml = Master(window.head, payload, end)
    doc_type = ebml.text(ids.DOC_TYPE) or "matroska"
    if doc_type not in _DOC_TYPES:
        raise damaged("it calls itself neither Matroska nor WebM")
    for _ in range(MAX_SEEK_HEADS):  # a Void may stand before the Segment
        head = window.read(end, MAX_HEADER_BYTES)
        if not head:
            break
        element, size, payload = header(head, 0)
        if element == ids.SEGMENT:
            stop = None if size is None else end + payload + size
            return Layout(doc_type, ebml, end + payload, stop)
        end += payload + (size or 0)
    raise NotReadable(FaultKind.TRUNCATED, because("ends_before_segment"))


def _walk(window: Window, layout: Layout, limit: int) -> Element | None:
    """Note the parts before the first Cluster, and return that Cluster."""
    for found in elements(window, layout.start, limit):
        if found.id == ids.CLUSTER:
            return found
        layout.before_clusters.append(found)
        layout.parts.setdefault(found.id, found)
    return None


def _follow_seek_heads(window: Window, layout: Layout) -> None:
    """Note the parts behind the Clusters, trusting a SeekHead only where the ids agree."""
    waiting, seen = [layout.parts.get(ids.SEEK_HEAD)], set[int]()
    while waiting and len(seen) < MAX_SEEK_HEADS:
        seek_head = waiting.pop()
        if seek_head is None or seek_head.start in seen or seek_head.end > window.size_bytes:
            continue
        seen.add(seek_head.start)
        payload = window.read_whole(seek_head.payload, seek_head.end - seek_head.payload)
        for seek in Master(payload).masters(ids.SEEK):
            wanted = seek.number(ids.SEEK_ID)
            position = seek.number_or_none(ids.SEEK_POSITION)
            if position is None:
                continue
            layout.sought.append((wanted, layout.start + position))
            if wanted in layout.parts and wanted != ids.SEEK_HEAD:
                continue
            found = _target(window, layout, layout.start + position, wanted)
            if found and wanted == ids.SEEK_HEAD:
                waiting.append(found)
            elif found:
                layout.parts[wanted] = found


def _target(window: Window, layout: Layout, position: int, wanted: int) -> Element | None:
    head = window.read(position, MAX_HEADER_BYTES)
    if head and not any(head):
        layout.has_zeros = True
    if not head.startswith(wanted.to_bytes(4, "big")[-((wanted.bit_length() + 7) // 8) :]):
        return None
    element, size, payload = header(head, 0)
    if size is None or element != wanted:
        return None
    return Element(element, position, position + payload, position + payload + size)


def _hop_over_clusters(window: Window, layout: Layout, cluster: Element, limit: int) -> None:
    """Look for Tracks behind the Clusters when no SeekHead tells where they are."""
    position = cluster.end
    for _ in range(MAX_CLUSTER_HOPS):
        found = element_at(window, position) if position < limit else None
        if found is None or found.end == found.payload:
            return
        layout.parts.setdefault(found.id, found)
        position = found.end
        if found.id == ids.TRACKS:
            return
