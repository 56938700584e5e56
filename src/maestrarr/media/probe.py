"""Probing: what a media file says of itself, by our own header readers or else by FFmpeg."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol

from maestrarr.media import containers
from maestrarr.media.causes import because, because_of
from maestrarr.media.facts import FaultKind, FileFault, NotReadable, Probe
from maestrarr.media.plausible import plausible
from maestrarr.media.window import Reading, Window

# What our own reader says of a file that FFmpeg reads after all was only our own limit.
_REFUTED_BY_FACTS: Final = frozenset((FaultKind.DAMAGED, FaultKind.NOT_MEDIA))


class SecondTier(Protocol):
    """Whatever reads the containers that we do not, such as `ffmpeg.FfmpegReader`."""

    def read(self, path: Path) -> Probe:
        """Read a file's facts, or raise NotReadable."""
        ...


@dataclass(frozen=True, slots=True)
class Probed:
    """What was found out about one file: facts, a fault, or both.

    Both stand together when a file is cut off behind whole headers, or has the wrong suffix.
    `needs_ffmpeg` says that the second tier may know more: the container is not ours, or our
    reader refuses its headers.
    """

    probe: Probe | None = None
    fault: FileFault | None = None
    needs_ffmpeg: bool = False


def examine(path: Path) -> Probed:
    """Read a file's headers by our own readers; whatever is wrong with it becomes its fault."""
    try:
        reading = _read(path)
    except NotReadable as error:
        return _probed(path, Reading(None, error, error.kind is FaultKind.DAMAGED))
    except OSError as error:
        refused = NotReadable(FaultKind.UNREADABLE, because_of("cannot_read", error))
        return _probed(path, Reading(None, refused))
    return _probed(path, reading)


def examine_fully(path: Path, second_tier: SecondTier) -> Probed:
    """Read a file's headers, and ask the second tier about what our own readers do not know."""
    first = examine(path)
    if not first.needs_ffmpeg:
        return first
    try:
        probe = plausible(second_tier.read(path))
    except NotReadable as error:
        return Probed(None, first.fault or FileFault(path, error.kind, error.cause))
    is_refuted = first.fault is None or first.fault.kind in _REFUTED_BY_FACTS
    return Probed(probe, None if is_refuted else first.fault)


def probe(path: Path, second_tier: SecondTier | None = None) -> Probe:
    """Return what a whole, readable file says of itself, whatever its suffix.

    Raises:
        NotReadable: something is wrong with the file, or its container needs the second tier.
    """
    found = examine(path) if second_tier is None else examine_fully(path, second_tier)
    fault = found.fault
    if fault and fault.kind is not FaultKind.WRONG_SUFFIX:
        raise NotReadable(fault.kind, fault.cause)
    if found.probe is None:
        raise NotReadable(FaultKind.UNREADABLE, because("needs_ffmpeg"))
    return found.probe


def _read(path: Path) -> Reading:
    if "\0" in str(path):
        raise NotReadable(FaultKind.UNREADABLE, because("impossible_name"))
    with Window(path) as window:
        container = containers.recognise(window)
        if container is None:
            unlike = NotReadable(FaultKind.NOT_MEDIA, because("unlike_media"))
            return Reading(None, unlike, needs_ffmpeg=True)
        suffix_fault = containers.wrong_suffix(path, container)
        reader = containers.reader(container)
        if reader is None:
            fault = containers.missing_end(window, container) or suffix_fault
            return Reading(None, fault, needs_ffmpeg=True)
        reading = reader(window)
        return Reading(reading.probe, reading.fault or suffix_fault, reading.needs_ffmpeg)


def _probed(path: Path, reading: Reading) -> Probed:
    fault = reading.fault
    told = FileFault(path, fault.kind, fault.cause) if fault else None
    probe = reading.probe and plausible(reading.probe)
    return Probed(probe, told, reading.needs_ffmpeg)
