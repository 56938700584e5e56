"""What a Matroska file holds beside its tracks: chapters, attachments, statistics."""

from typing import Final

from maestrarr.media.facts import Attachment, Chapter
from maestrarr.media.matroska import ids
from maestrarr.media.matroska.ebml import Master
from maestrarr.media.matroska.layout import Element, Layout, elements
from maestrarr.media.window import Window

MAX_CHAPTERS: Final = 2_000
MAX_NAME_BYTES: Final = 4_096

_NANOSECONDS: Final = 1_000_000_000


def read_chapters(chapters: Master | None) -> list[Chapter]:
    """Read the chapters of the default edition, or of the first when none is.

    Chapters inside chapters are parts of these and are left out, as are hidden ones.
    """
    if chapters is None:
        return []
    editions = chapters.masters(ids.EDITION_ENTRY)
    chosen = next((one for one in editions if one.flag(ids.EDITION_FLAG_DEFAULT)), None)
    edition = chosen or next(iter(editions), Master(b""))
    atoms = [Master(edition.data, *span) for span in edition.spans(ids.CHAPTER_ATOM)[:MAX_CHAPTERS]]
    return [_chapter(atom) for atom in atoms if not atom.flag(ids.CHAPTER_FLAG_HIDDEN)]


def read_bitrates(tags: Master | None) -> dict[int, int]:
    """Read each track's bits per second, by TrackUID, as mkvmerge's statistics tags say them."""
    found: dict[int, int] = {}
    for tag in tags.masters(ids.TAG) if tags else []:
        targets = tag.master(ids.TARGETS)
        track = targets.number(ids.TAG_TRACK_UID) if targets else 0
        if not track:
            continue
        for simple in tag.masters(ids.SIMPLE_TAG):
            name, value = simple.text(ids.TAG_NAME) or "", simple.text(ids.TAG_STRING) or ""
            if name.partition("-")[0] == "BPS" and value.isascii() and value.isdigit():
                found[track] = int(value[:18])
    return found


def read_attachments(window: Window, layout: Layout) -> list[Attachment]:
    """List the attached files that are whole; their bytes are never read."""
    part = layout.parts.get(ids.ATTACHMENTS)
    if part is None:
        return []
    end = min(part.end, window.size_bytes)
    files = [one for one in elements(window, part.payload, end) if one.id == ids.ATTACHED_FILE]
    return [found for one in files if one.end <= end and (found := _attachment(window, one))]


def _chapter(atom: Master) -> Chapter:
    display = atom.master(ids.CHAPTER_DISPLAY)
    return Chapter(
        start_seconds=atom.number(ids.CHAPTER_TIME_START) / _NANOSECONDS,
        title=display.text(ids.CHAP_STRING) if display else None,
    )


def _attachment(window: Window, file: Element) -> Attachment | None:
    """Read one AttachedFile; FFmpeg, too, counts none that has no name, type or bytes."""
    said: dict[int, str] = {}
    size_bytes = 0
    for child in elements(window, file.payload, file.end):
        length = child.end - child.payload
        if child.id == ids.FILE_DATA:
            size_bytes = length
        elif child.id in (ids.FILE_NAME, ids.FILE_MEDIA_TYPE) and length <= MAX_NAME_BYTES:
            text = window.read(child.payload, length).partition(b"\0")[0]
            said[child.id] = text.decode("utf-8", "replace")
    name, media_type = said.get(ids.FILE_NAME), said.get(ids.FILE_MEDIA_TYPE)
    if not (name and media_type and size_bytes):
        return None
    return Attachment(name=name, media_type=media_type, size_bytes=size_bytes)
