"""Which container a file is, told by its first bytes and never by its name."""

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Final

from maestrarr.media import matroska, mp4
from maestrarr.media.causes import Cause, because, because_of
from maestrarr.media.edits import CannotEdit, Defaults, Obstacle, Planned
from maestrarr.media.facts import FaultKind, NotReadable
from maestrarr.media.window import Reading, Window


class Container(StrEnum):
    """A format of media files, by what people call it."""

    MATROSKA = "Matroska"
    MP4 = "MP4"
    AVI = "AVI"
    MPEG_TS = "MPEG-TS"
    MPEG_PS = "MPEG-PS"
    ASF = "Windows Media"
    FLASH = "Flash Video"
    OGG = "Ogg"
    REAL = "RealMedia"
    MXF = "MXF"
    WTV = "Windows TV recording"


SUFFIXES: Final[dict[Container, frozenset[str]]] = {
    kind: frozenset(suffixes.split())
    for kind, suffixes in {
        Container.MATROSKA: ".mkv .mk3d .mka .mks .webm",
        Container.MP4: ".mp4 .m4v .mov .qt .m4a .m4b .3gp .3g2 .f4v .ismv",
        Container.AVI: ".avi .divx",
        Container.MPEG_TS: ".ts .m2ts .mts .m2t .tp .trp",
        Container.MPEG_PS: ".mpg .mpeg .mpe .m2v .m1v .m2p .vob .evo",
        Container.ASF: ".wmv .asf .wma .dvr-ms",
        Container.FLASH: ".flv .f4v",
        Container.OGG: ".ogv .ogm .ogg .oga .ogx .opus",
        Container.REAL: ".rm .rmvb",
        Container.MXF: ".mxf",
        Container.WTV: ".wtv",
    }.items()
}

_EVERY_SUFFIX: Final = frozenset().union(*SUFFIXES.values())
_FIRST_BOXES: Final = frozenset(
    (b"ftyp", b"moov", b"mdat", b"wide", b"free", b"skip", b"pnot", b"styp", b"sidx", b"moof")
)
_SIGNATURES: Final[tuple[tuple[bytes, Container], ...]] = (
    (b"\x1a\x45\xdf\xa3", Container.MATROSKA),
    (b"\x00\x00\x01\xba", Container.MPEG_PS),
    (b"\x00\x00\x01\xb3", Container.MPEG_PS),
    (b"\x30\x26\xb2\x75\x8e\x66\xcf\x11", Container.ASF),
    (b"FLV\x01", Container.FLASH),
    (b"OggS", Container.OGG),
    (b".RMF", Container.REAL),
    (b"\x06\x0e\x2b\x34\x02\x05\x01\x01\x0d\x01\x02", Container.MXF),
    (b"\xb7\xd8\x00\x20\x37\x49\xda\x11", Container.WTV),
)
_OTHERS: Final[tuple[tuple[bytes, Cause], ...]] = (
    (b"PK\x03\x04", because("archive", name="ZIP")),
    (b"PK\x05\x06", because("archive", name="ZIP")),
    (b"Rar!", because("archive", name="RAR")),
    (b"7z\xbc\xaf", because("archive", name="7-Zip")),
    (b"\x1f\x8b", because("archive", name="gzip")),
    (b"\xff\xd8\xff", because("picture", name="JPEG")),
    (b"\x89PNG", because("picture", name="PNG")),
    (b"GIF8", because("picture", name="GIF")),
    (b"%PDF", because("document", name="PDF")),
    (b"MZ", because("program")),
    (b"\x7fELF", because("program")),
    (b"SQLite format 3", because("database")),
)
_TS_SYNC: Final = 0x47
_TS_PACKETS: Final = ((188, 0), (192, 4))  # plain, and Blu-ray's with a time code before each
_TS_LOOKS: Final = 4  # sync bytes in step that cannot be chance
_MAX_TEXT_LOOK: Final = 4_096
_OBSTACLES: Final = {
    FaultKind.TRUNCATED: Obstacle.TRUNCATED,
    FaultKind.DAMAGED: Obstacle.DAMAGED,
}


def recognise(window: Window) -> Container | None:
    """Tell the container by the first bytes; None when they are of a kind that we do not know.

    Raises:
        NotReadable: the file is empty, zeros, or something that is not media at all.
    """
    head = window.head
    if not window.size_bytes:
        raise NotReadable(FaultKind.EMPTY, because("empty"))
    for signature, container in _SIGNATURES:
        if head.startswith(signature):
            return container
    if len(head) >= 8 and head[4:8] in _FIRST_BOXES:
        return Container.MP4
    if head[:4] == b"RIFF" and head[8:12] == b"AVI ":
        return Container.AVI
    if _is_transport_stream(head):
        return Container.MPEG_TS
    if not any(head):
        raise NotReadable(FaultKind.TRUNCATED, because("only_zeros"))
    _refuse_what_is_not_media(head)
    return None


def reader(container: Container | None) -> Callable[[Window], Reading] | None:
    """Choose our own reader for a container; None when only the second tier reads it."""
    if container is Container.MATROSKA:
        return matroska.read
    return mp4.read if container is Container.MP4 else None


def plan_default_audio(source: Path | Window, track_index: int) -> Planned:
    """Compute the edit that makes one audio track, by ffprobe's index, the only default one."""
    return plan_defaults(source, Defaults(audio=track_index))


def plan_defaults(source: Path | Window, defaults: Defaults) -> Planned:
    """Compute the edit that makes a player start with these tracks; only headers are read."""
    try:
        if isinstance(source, Window):
            return _plan(source, defaults)
        with Window(source) as window:
            return _plan(window, defaults)
    except NotReadable as error:
        return CannotEdit(_OBSTACLES.get(error.kind, Obstacle.UNREADABLE), str(error))
    except OSError as error:
        return CannotEdit(Obstacle.UNREADABLE, str(because_of("cannot_read", error)))


def missing_end(window: Window, container: Container) -> NotReadable | None:
    """Say so when a container that only FFmpeg reads claims more bytes than there are.

    Of these only AVI writes its length where it is found at once; FFmpeg itself does not mind.
    """
    if container is not Container.AVI:
        return None
    missing = int.from_bytes(window.head[4:8], "little") + 8 - window.size_bytes
    if missing <= 1:  # a last byte of padding is often left out
        return None
    return NotReadable(FaultKind.TRUNCATED, because("bytes_missing", missing=missing))


def wrong_suffix(path: Path, container: Container) -> NotReadable | None:
    """Say so when the name promises another container than the bytes are.

    A suffix that promises nothing (`.part`, none) is never wrong.
    """
    suffix = path.suffix.lower()
    if suffix in SUFFIXES[container] or suffix not in _EVERY_SUFFIX:
        return None
    cause = because("wrong_suffix", suffix=suffix, container=container.value)
    return NotReadable(FaultKind.WRONG_SUFFIX, cause)


def _plan(window: Window, defaults: Defaults) -> Planned:
    container = recognise(window)
    if container is Container.MATROSKA:
        return matroska.plan_defaults(window, defaults)
    if container is Container.MP4:
        return mp4.plan_defaults(window, defaults)
    name = container.value if container else "This kind of file"
    return CannotEdit(Obstacle.UNSUPPORTED, f"{name} has no flag that says what plays first.")


def _is_transport_stream(head: bytes) -> bool:
    for length, offset in _TS_PACKETS:
        marks = head[offset::length][:_TS_LOOKS]
        if len(marks) == _TS_LOOKS and marks.count(_TS_SYNC) == _TS_LOOKS:
            return True
    return False


def _refuse_what_is_not_media(head: bytes) -> None:
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        raise NotReadable(FaultKind.NOT_MEDIA, because("picture", name="WebP"))
    for signature, cause in _OTHERS:
        if head.startswith(signature):
            raise NotReadable(FaultKind.NOT_MEDIA, cause)
    if _is_text(head[:_MAX_TEXT_LOOK]):
        raise NotReadable(FaultKind.NOT_MEDIA, because("text"))


def _is_text(head: bytes) -> bool:
    """Say whether these bytes are a text in UTF-8 or Latin-1: without control characters."""
    return not head.translate(None, delete=_TEXT_BYTES)


_TEXT_BYTES: Final = bytes([9, 10, 12, 13, *range(32, 127), *range(128, 256)])
